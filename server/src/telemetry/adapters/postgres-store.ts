import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type pg from 'pg'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import type {
  FoundLog,
  FoundTrace,
  LogSearch,
  NewSpan,
  SpanEntry,
  TelemetryStore,
} from '../store.ts'
import { severityOf } from '../level-names.ts'
import { copyLogs, rowsOf } from './copy-logs.ts'
import { createPartitions, dayOf, dropPartitions, makingDay } from './postgres-days.ts'

/**
 * The built-in store: our own database, partitioned by day.
 * @param writers logs are written by these: so many requests at once, and the rows of so many in memory
 */
export function createPostgresStore(db: Kysely<DB>, writers: pg.Pool): TelemetryStore {
  const partitions = createPartitions(db)
  return {
    async writeLogs(logs) {
      const client = await writers.connect()
      let failed = true
      try {
        const rows = rowsOf(logs)
        const makeDay = (day: string) => client.query(makingDay, [day])
        if (rows.count > 0) await partitions.write(rows.days, () => copyLogs(client, rows), makeDay)
        failed = false
      } finally {
        client.release(failed)
      }
    },
    async writeSpans(spans) {
      if (spans.length === 0) return
      const days = new Set(spans.map(({ at }) => dayOf(at)))
      await partitions.write(days, () => insertSpans(db, spans))
    },
    searchLogs: (scope, search) => searchLogs(db, scope, search),
    listServices: async (scope, { from, to }) => {
      const { rows } = await sql<{ service: string }>`
        select distinct service from telemetry_log
        where ${ofAccount(scope)} and at >= ${from} and at <= ${to} order by service limit 100
      `.execute(db)
      return rows.map((row) => row.service)
    },
    listTraces: (scope, search) => listTraces(db, scope, search),
    readSpans: (scope, traceId, limit) => readSpans(db, scope, traceId, limit),
    async readTraceLogs(scope, { traceId, limit }) {
      const { rows } = await sql<LogRow>`
        select ${logColumns} from telemetry_log
        where ${ofAccount(scope)} and trace_id = ${traceId}
        order by telemetry_log.at, telemetry_log.id limit ${limit}
      `.execute(db)
      return rows.map(toLog)
    },
    async retain(oldest, now) {
      const dropped = await dropPartitions(db, oldest)
      const ahead = [now, later(now, days), later(now, 2 * days)]
      await partitions.ensure(ahead.map((at) => dayOf(at.toISOString())))
      return { dropped }
    },
  }
}

/** In every read, and nowhere written twice: the account is the scope's. */
function ofAccount(scope: AccountScope): RawBuilder<boolean> {
  requireMinted(scope)
  return sql<boolean>`account_key = ${scope.externalId}`
}

async function insertSpans(db: Kysely<DB>, spans: readonly NewSpan[]): Promise<void> {
  const rows = spans.map((span) => ({ ...span, durationNs: String(span.durationNs) }))
  await sql`
    insert into telemetry_span
      (at, account_key, trace_id, span_id, parent_span_id, service, name, kind, status,
       status_message, duration_ns, attributes, events)
    select at, "accountKey", "traceId", "spanId", "parentSpanId", service, name, kind, status,
      "statusMessage", "durationNs", attributes, events
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as span (
      at timestamptz, "accountKey" text, "traceId" text, "spanId" text, "parentSpanId" text,
      service text, name text, kind smallint, status smallint, "statusMessage" text,
      "durationNs" bigint, attributes jsonb, events jsonb)
    on conflict do nothing
  `.execute(db)
}

type LogRow = {
  id: string
  at: string
  micros: string
  service: string
  severity: number
  message: string
  traceId: string | null
  spanId: string | null
  attributes: Record<string, unknown>
}

const precise = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const logColumns = sql`
  id::text as id, ${precise} as at, (extract(epoch from at) * 1000000)::bigint::text as micros,
  service, severity, message, trace_id as "traceId", span_id as "spanId", attributes`

async function searchLogs(db: Kysely<DB>, scope: AccountScope, search: LogSearch) {
  const conditions = [
    ofAccount(scope),
    sql<boolean>`at >= ${search.from}`,
    sql<boolean>`at <= ${search.to}`,
    ...(search.level ? [sql<boolean>`severity >= ${severityOf[search.level]}`] : []),
    ...(search.service ? [sql<boolean>`service = ${search.service}`] : []),
    ...search.words.map(containing),
    ...(search.cursor ? [after(search.cursor)] : []),
  ]
  const { rows } = await sql<LogRow>`
    select ${logColumns} from telemetry_log where ${sql.join(conditions, sql` and `)}
    order by telemetry_log.at desc, telemetry_log.id desc limit ${search.limit + 1}
  `.execute(db)
  const shown = rows.slice(0, search.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toLog),
    next: rows.length > search.limit && last ? `${last.micros}.${last.id}` : null,
  }
}

function containing(word: string): RawBuilder<boolean> {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql<boolean>`(message ilike ${pattern} or attributes::text ilike ${pattern}
    or service ilike ${pattern} or trace_id ilike ${pattern})`
}

/** Keyset: the page after this record, whatever has arrived since. */
function after(cursor: string): RawBuilder<boolean> {
  const match = /^(\d{1,18})\.(\d{1,19})$/.exec(cursor)
  if (!match) throw new Invalid('input.cursor', 'The cursor is not one this search has given')
  return sql<boolean>`(telemetry_log.at, telemetry_log.id) < (
    timestamptz 'epoch' + ${match[1]}::bigint * interval '1 microsecond', ${match[2]}::bigint)`
}

function toLog(row: LogRow): FoundLog {
  const { id, at, service, severity, message, traceId, spanId, attributes } = row
  return { id, at, service, severity, message, traceId, spanId, attributes }
}

async function listTraces(
  db: Kysely<DB>,
  scope: AccountScope,
  search: Parameters<TelemetryStore['listTraces']>[1],
): Promise<FoundTrace[]> {
  const { rows } = await sql<FoundTrace>`
    select trace_id as "traceId", (array_agg(name order by at))[1] as name,
      array_agg(distinct service) as services,
      to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedAt",
      (extract(epoch from max(at + duration_ns / 1000 * interval '1 microsecond') - min(at)) * 1000)::float8
        as "durationMs",
      count(*)::int as "spanCount", (count(*) filter (where status = 2))::int as "errorCount"
    from telemetry_span
    where ${ofAccount(scope)} and at >= ${search.from} and at <= ${search.to}
    group by trace_id
    having ${search.isFailed ? sql`count(*) filter (where status = 2) > 0` : sql`true`}
    order by min(at) desc limit ${search.limit}
  `.execute(db)
  return rows
}

async function readSpans(
  db: Kysely<DB>,
  scope: AccountScope,
  traceId: string,
  limit: number,
): Promise<SpanEntry[]> {
  const { rows } = await sql<Omit<SpanEntry, 'durationNs'> & { durationNs: string }>`
    select ${precise} as at, trace_id as "traceId", span_id as "spanId",
      parent_span_id as "parentSpanId", service, name, kind, status,
      status_message as "statusMessage", duration_ns as "durationNs", attributes, events
    from telemetry_span
    where ${ofAccount(scope)} and trace_id = ${traceId}
    order by telemetry_span.at, span_id limit ${limit}
  `.execute(db)
  return rows.map((row) => ({ ...row, durationNs: BigInt(row.durationNs) }))
}
