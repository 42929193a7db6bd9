import { createHash } from 'node:crypto'
import type { LogLevel } from '@firstline/contract/telemetry'
import type { Row, Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { LineRange } from '#server/connections/open-loki.ts'
import { namesFrom, severityNamed, severityOf } from '../level-names.ts'
import type { TablePlace } from '../logs-section.ts'
import { nanosOf, preciseTime } from '../nanos.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { attributesIn, inRange, ownedBy, ownerIn, tableOf, textIn } from './clickhouse-sql.ts'
import { readPage } from './page-of-lines.ts'

type Line = { at: bigint; row: Row }
type Values = Record<string, string | number | bigint>
type Wish = { conditions: readonly string[]; values: Values }

const maps = ['LogAttributes', 'ResourceAttributes', 'ScopeAttributes']
const columns = `toString(toUnixTimestamp64Nano(Timestamp)) as at, TraceId, SpanId, SeverityText,
  SeverityNumber, ServiceName, Body, ResourceAttributes, LogAttributes`

/** Answers no row: whether the table is there, and what it must have. */
export function logsProbe(logs: TablePlace): string {
  return `select ${columns}, ScopeAttributes from ${tableOf(logs)} limit 0`
}

/** Logs in a table of the OpenTelemetry exporter; each row that comes back is looked at, whose it is. */
export function createClickhouseLogs(sources: Sources, logs: TablePlace): LogReader {
  const read = async (
    scope: AccountScope,
    range: LineRange,
    { conditions, values }: Wish,
    order: 'asc' | 'desc',
  ): Promise<Line[]> => {
    requireMinted(scope)
    const owned = ownedBy(logs, maps, scope.externalId)
    const where = [inRange, owned.byKey, ...conditions].join(' and ')
    const sql = `select ${columns}, ${owned.columns} from ${tableOf(logs)}
      where ${where} order by Timestamp ${order} limit {limit:UInt32}`
    const limits = { timeoutMs: logs.timeoutMs, maxRows: range.limit }
    const rows = await sources.connections
      .clickhouse(logs.connection)
      .query(sql, { ...owned.values, ...values, ...range }, limits)
    const asked = { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') }
    await refuseForeign(
      sources,
      scope,
      asked,
      rows.map((row) => ownerIn(row, owned)),
    )
    return rows.map((row) => ({ at: BigInt(textIn(row, 'at')), row }))
  }
  return {
    async searchLogs(scope, { words, level, service, ...search }) {
      const wish = wishOf(words, level, service)
      const page = await readPage((range) => read(scope, range, wish, 'desc'), idOf, search)
      return { items: page.lines.map(foundLog), next: page.next }
    },
    async listServices(scope, window) {
      requireMinted(scope)
      const owned = ownedBy(logs, maps, scope.externalId)
      const sql = `select distinct ServiceName, ${owned.columns} from ${tableOf(logs)}
        where ${inRange} and ${owned.byKey} order by ServiceName limit 500`
      const rows = await sources.connections
        .clickhouse(logs.connection)
        .query(sql, { ...owned.values, ...rangeOf(window) }, { ...logs, maxRows: 500 })
      const asked = { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') }
      await refuseForeign(
        sources,
        scope,
        asked,
        rows.map((row) => ownerIn(row, owned)),
      )
      const names = rows.map((row) => textIn(row, 'ServiceName')).filter((name) => name !== '')
      return [...new Set(names)].slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const wish = { conditions: ['TraceId = {trace:String}'], values: { trace: traceId } }
      const lines = await read(scope, { ...rangeOf(near), limit }, wish, 'asc')
      return lines.map(foundLog)
    },
  }
}

/** A word is looked for in the message and in the values of all attributes. */
function wishOf(words: readonly string[], level: LogLevel | null, service: string | null): Wish {
  const found = words.map((_, n) => {
    const within = (text: string) => `positionCaseInsensitiveUTF8(${text}, {word_${n}:String}) > 0`
    const places = ['Body', 'ServiceName', 'TraceId'].map(within)
    const attributes = ['LogAttributes', 'ResourceAttributes'].map(
      (map) => `arrayExists(value -> ${within('value')}, mapValues(${map}))`,
    )
    return `(${[...places, ...attributes].join(' or ')})`
  })
  const values = Object.fromEntries(words.map((word, n) => [`word_${n}`, word]))
  return {
    conditions: [
      ...found,
      ...(level ? [atLeast(level)] : []),
      ...(service === null ? [] : ['ServiceName = {service:String}']),
    ],
    values: { ...values, ...(service === null ? {} : { service }) },
  }
}

/** By its number; where that is not said, by its name. */
function atLeast(level: LogLevel): string {
  const names = namesFrom(level).map((name) => `'${name}'`)
  return `(SeverityNumber >= ${severityOf[level]} or (SeverityNumber = 0 and lower(SeverityText) in (${names.join(', ')})))`
}

function foundLog(line: Line): FoundLog {
  const { at, row } = line
  const severity = Number(textIn(row, 'SeverityNumber'))
  return {
    id: `${at}.${idOf(line)}`,
    at: preciseTime(at),
    service: textIn(row, 'ServiceName'),
    severity:
      severity >= 1 && severity <= 24 ? severity : severityNamed(textIn(row, 'SeverityText')),
    message: textIn(row, 'Body'),
    traceId: textIn(row, 'TraceId') || null,
    spanId: textIn(row, 'SpanId') || null,
    attributes: {
      ...attributesIn(row, 'ResourceAttributes'),
      ...attributesIn(row, 'LogAttributes'),
    },
  }
}

function idOf({ row }: Line): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16)
}

function rangeOf({ from, to }: Window): { from: bigint; to: bigint } {
  return { from: nanosOf(from), to: nanosOf(to) + 1n }
}
