import { exactNumber } from '#server/core/exact-json.ts'
import pg from 'pg'

/** A row as JSON: what a panel shows and what a condition is evaluated on. */
export type Row = Record<string, unknown>

const { builtins } = pg.types

/** Numbers that a double holds exactly are numbers; times are RFC 3339 in UTC. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: exactNumber,
  [builtins.NUMERIC]: exactNumber,
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMP]: (text) => isoTime(`${text}Z`),
  [builtins.TIMESTAMPTZ]: isoTime,
  [builtins.INTERVAL]: (text) => text,
  [builtins.BYTEA]: (text) => `${(text.length - 2) / 2} bytes`,
}

export const rowTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** `infinity` and times before Christ are no RFC 3339: they stay as the database writes them. */
function isoTime(text: string): string {
  const time = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}
