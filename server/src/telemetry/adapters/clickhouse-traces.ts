import type { Row, Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { TablePlace } from '../logs-section.ts'
import { nanosOf, preciseTime } from '../nanos.ts'
import type { SpanEntry, TraceReader } from '../store.ts'
import { inOrder, mostSpans, sumTraces, tooManySpans } from '../sum-traces.ts'
import { attributesIn, inRange, ownedBy, ownerIn, tableOf, textIn } from './clickhouse-sql.ts'
import type { Owned } from './clickhouse-sql.ts'

type Values = Record<string, string | number | bigint>

const maps = ['SpanAttributes', 'ResourceAttributes']
const failed = "StatusCode in ('Error', 'STATUS_CODE_ERROR')"
const slim = `toString(toUnixTimestamp64Nano(Timestamp)) as at, TraceId, SpanId, ParentSpanId,
  SpanName, ServiceName, toString(Duration) as duration, StatusCode`
const whole = `${slim}, SpanKind, StatusMessage, SpanAttributes, ResourceAttributes,
  arrayMap(at -> toString(toUnixTimestamp64Nano(at)), Events.Timestamp) as event_times,
  Events.Name as event_names, Events.Attributes as event_attributes`

/** Answers no row: whether the table is there, and what it must have. */
export function tracesProbe(traces: TablePlace): string {
  return `select ${whole} from ${tableOf(traces)} limit 0`
}

/**
 * Spans in a table of the OpenTelemetry exporter. A span that names nobody belongs to the account when the
 * root of its trace does, and only then; so does each row that comes back.
 */
export function createClickhouseTraces(sources: Sources, traces: TablePlace): TraceReader {
  const table = tableOf(traces)
  const { timeoutMs } = traces
  const asking = (scope: AccountScope) => {
    requireMinted(scope)
    const owned = ownedBy(traces, maps, scope.externalId)
    const clickhouse = sources.connections.clickhouse(traces.connection)
    const read = async (what: string, where: string, values: Values, limit: number) => {
      // the roots first: they say whose the others are
      const sql = `select ${what}, ${owned.columns} from ${table} where ${where}
        order by ParentSpanId != '', Timestamp, SpanId limit {limit:UInt32}`
      const given = { ...owned.values, ...values, limit }
      const rows = await clickhouse.query(sql, given, { timeoutMs, maxRows: limit })
      const asked = {
        id: 'traces',
        title: 'Traces',
        accountColumn: traces.accountFields.join(', '),
      }
      await refuseForeign(sources, scope, asked, ownersOf(rows, owned))
      return rows
    }
    return { owned, clickhouse, read }
  }
  return {
    async listTraces(scope, { from, to, isFailed, limit }) {
      const { owned, clickhouse, read } = asking(scope)
      const range = { from: nanosOf(from), to: nanosOf(to) + 1n }
      const inWindow = `${inRange} and ${belongs(table, owned, inRange)}`
      const rows = await clickhouse.query(
        `select TraceId from ${table} where ${inWindow} group by TraceId
          ${isFailed ? `having countIf(${failed}) > 0` : ''}
          order by min(Timestamp) desc limit {limit:UInt32}`,
        { ...owned.values, ...range, limit },
        { timeoutMs, maxRows: limit },
      )
      const ids = rows
        .map((row) => textIn(row, 'TraceId'))
        .filter((id) => /^[0-9a-f]{32}$/.test(id))
      if (ids.length === 0) return []
      const ofThese = `${inWindow} and TraceId in (${ids.map((id) => `'${id}'`).join(', ')})`
      const spans = await read(slim, ofThese, range, mostSpans)
      if (spans.length === mostSpans) throw tooManySpans()
      return sumTraces(spans.map(spanOf))
    },
    async readSpans(scope, traceId, limit) {
      const { owned, read } = asking(scope)
      const ofTrace = 'TraceId = {trace:String}'
      const where = `${ofTrace} and ${belongs(table, owned, ofTrace)}`
      const rows = await read(whole, where, { trace: traceId }, limit)
      return inOrder(rows.map(spanOf))
    },
  }
}

/** Its own, or one that names nobody below a root of the account's, where no other root is another's. */
function belongs(table: string, { byKey, isKeyless }: Owned, within: string): string {
  return `(${byKey} or (${isKeyless} and TraceId in (
    select TraceId from ${table} where ParentSpanId = '' and ${within}
    group by TraceId having countIf(not ${byKey}) = 0)))`
}

/** Whose each row is: what it says, or else what the root of its trace says. */
function ownersOf(rows: readonly Row[], owned: Owned): (string | undefined)[] {
  const roots = new Map<string, string | undefined>()
  for (const row of rows) {
    if (textIn(row, 'ParentSpanId') === '') roots.set(textIn(row, 'TraceId'), ownerIn(row, owned))
  }
  return rows.map((row) => ownerIn(row, owned) ?? roots.get(textIn(row, 'TraceId')))
}

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer']
const statuses = ['unset', 'ok', 'error']

function spanOf(row: Row): SpanEntry {
  const index = (names: readonly string[], name: string, prefix: RegExp) =>
    Math.max(0, names.indexOf(textIn(row, name).replace(prefix, '').toLowerCase()))
  return {
    at: preciseTime(BigInt(textIn(row, 'at'))),
    traceId: textIn(row, 'TraceId'),
    spanId: textIn(row, 'SpanId'),
    parentSpanId: textIn(row, 'ParentSpanId') || null,
    service: textIn(row, 'ServiceName'),
    name: textIn(row, 'SpanName'),
    kind: index(kinds, 'SpanKind', /^SPAN_KIND_/),
    status: index(statuses, 'StatusCode', /^STATUS_CODE_/),
    statusMessage: textIn(row, 'StatusMessage') || null,
    durationNs: BigInt(textIn(row, 'duration')),
    attributes: {
      ...attributesIn(row, 'ResourceAttributes'),
      ...attributesIn(row, 'SpanAttributes'),
    },
    events: eventsOf(row),
  }
}

function eventsOf(row: Row): SpanEntry['events'] {
  const { event_times: times, event_names: names, event_attributes: attributes } = row
  if (!Array.isArray(times) || !Array.isArray(names) || !Array.isArray(attributes)) return []
  return times.map((at, n) => ({
    at: preciseTime(BigInt(String(at))),
    name: String(names[n]),
    attributes: attributesIn({ of: attributes[n] }, 'of'),
  }))
}
