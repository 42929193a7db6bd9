import { ownProperty } from '@firstline/contract/own-property'
import mysql from 'mysql2'
import type { FieldPacket } from 'mysql2'
import { exactNumber } from '#server/core/exact-json.ts'
import type { Row } from './row-types.ts'

/** As JSON, like a row of PostgreSQL: exact numbers, times in UTC, no bytes. */
export function jsonRow(row: Row, fields: readonly FieldPacket[]): Row {
  return Object.fromEntries(
    fields.map((field) => [field.name, jsonValue(ownProperty(row, field.name), field)]),
  )
}

function jsonValue(value: unknown, { columnType, columnLength }: FieldPacket): unknown {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return `${value.length} bytes`
  switch (columnType) {
    case mysql.Types.TINY:
      // what `boolean` is here
      return columnLength === 1 ? value !== 0 : value
    case mysql.Types.DECIMAL:
    case mysql.Types.NEWDECIMAL:
      return exactNumber(String(value))
    case mysql.Types.TIMESTAMP:
    case mysql.Types.DATETIME:
      return isoTime(String(value))
    default:
      return value
  }
}

/** The session's time zone is UTC. `0000-00-00` is no time: it stays as the database writes it. */
function isoTime(text: string): string {
  const time = new Date(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}
