import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import type { Database, ReadLimits } from './database.ts'
import type { ParameterizedSql } from './named-parameters.ts'
import type { ClickhouseConnection } from './open-clickhouse.ts'
import type { Row } from './row-types.ts'

/** What is read by SQL, whatever the make of the system. */
export type SqlReader = {
  /** @throws QueryTimeout, and whatever the system says */
  read(sql: ParameterizedSql, values: Record<string, unknown>, limits: ReadLimits): Promise<Row[]>
  /** The names of the columns of what it would answer: it is planned, no row is read. */
  fields(sql: ParameterizedSql, timeoutMs: number): Promise<string[]>
}

export function readerOfDatabase(database: Database): SqlReader {
  return {
    read: database.read,
    /** One row of nothing but its own names: the join can never be made. */
    async fields(sql, timeoutMs) {
      const text = `select * from (select 1 as firstline_row) as one left join (\n${sql.text}\n) as shape on 1 = 0`
      const [row = {}] = await database.read({ ...sql, text }, {}, { timeoutMs, limit: 1 })
      return Object.keys(row).filter((name) => name !== 'firstline_row')
    },
  }
}

export function readerOfClickhouse(clickhouse: ClickhouseConnection): SqlReader {
  return {
    read({ text, names }, given, { timeoutMs, limit }) {
      const values = Object.fromEntries(
        names.map((name) => [name, bindable(ownProperty(given, name))]),
      )
      // as a subquery nothing but a query can be meant, and no more rows travel
      const sql = `select * from (\n${text}\n) as source limit ${limit}`
      return clickhouse.query(sql, values, { timeoutMs, maxRows: limit, asRows: true })
    },
    async fields({ text, names }, timeoutMs) {
      const limits = { timeoutMs, maxRows: mostFields }
      // every type that is bound has a zero
      const values = Object.fromEntries(names.map((name) => [name, '0']))
      const rows = await clickhouse.query(`describe table (\n${text}\n)`, values, limits)
      return described.parse(rows).map(({ name }) => name)
    },
  }
}

const mostFields = 10_000
const described = z.array(z.object({ name: z.string() }))

function bindable(value: unknown): string | number {
  return typeof value === 'number' ? value : String(value ?? '')
}
