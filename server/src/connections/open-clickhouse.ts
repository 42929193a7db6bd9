import { z } from 'zod'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import type { SystemDefinition } from './connection-form.ts'
import { QueryTimeout } from './database.ts'
import type { Means } from './open-http.ts'
import { openSystem } from './open-system.ts'
import { QueryRefused } from './read-series.ts'

/** Values of a statement, by the name in its `{name:Type}`. */
type Values = Readonly<Record<string, string | number | bigint>>
type Row = Record<string, unknown>

type Limits = {
  timeoutMs: number
  maxRows: number
  /** As rows of databases are: exact numbers as numbers, times as RFC 3339 in UTC. */
  asRows?: boolean
}

/** Asks by the HTTP interface; nothing is changed, whatever the statement says. */
export type ClickhouseConnection = {
  query(sql: string, values: Values, limits: Limits): Promise<Row[]>
}

const maxBytes = 16 * 1024 * 1024
const answerForm = z.object({ data: z.array(z.record(z.string(), z.unknown())) })

export function openClickhouse(declared: SystemDefinition, means: Means): ClickhouseConnection {
  const system = openSystem(declared, means)
  return {
    async query(sql, values, { timeoutMs, maxRows, asRows = false }) {
      const settings = {
        // 2: nothing is written, and the limits beside it may be set
        readonly: '2',
        max_execution_time: String(Math.ceil(timeoutMs / 1_000)),
        timeout_overflow_mode: 'throw',
        max_result_rows: String(maxRows),
        result_overflow_mode: 'throw',
        // an error has its status, not the middle of an answer
        wait_end_of_query: '1',
        output_format_json_quote_64bit_integers: asRows ? '0' : '1',
        ...(asRows ? { date_time_output_format: 'iso' } : {}),
      }
      const given = Object.entries(values).map(([name, value]): [string, string] => [
        `param_${name}`,
        written(value),
      ])
      const query = new URLSearchParams([...Object.entries(settings), ...given])
      return readRows(
        await system.post(`/?${query}`, `${sql} format JSON`, { timeoutMs, maxBytes }),
      )
    },
  }
}

/** As ClickHouse reads it: tab-separated, with escapes. */
function written(value: string | number | bigint): string {
  return String(value).replaceAll(/[\\\t\n\r\0]/g, (sign) => escapes.get(sign) ?? sign)
}

const escapes = new Map([
  ['\\', String.raw`\\`],
  ['\t', String.raw`\t`],
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\0', String.raw`\0`],
])

/** What it took too long over, or refuses to sign in. */
const codes = { timeout: ['159', '160'], signIn: ['192', '193', '194', '516'] }

function readRows({ status, headers, body }: OutboundAnswer): Row[] {
  if (status === 200) return answerForm.parse(parseExactJson(body)).data
  const code = headers['x-clickhouse-exception-code'] ?? /^Code: (\d+)/.exec(body)?.[1]
  if (code === undefined || codes.signIn.includes(code)) throw new Error(`HTTP ${status}`)
  if (codes.timeout.includes(code)) throw new QueryTimeout()
  throw new QueryRefused(body.slice(0, 400))
}
