import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Connections } from '#server/connections/connections.ts'
import { QueryTimeout } from '#server/connections/database.ts'
import type { LineRange } from '#server/connections/open-loki.ts'
import { seconds } from '#server/core/clock.ts'
import { Invalid, Unavailable, messageOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { sentence } from '#server/core/sentence.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { attributesIn, firstIn, textsOf } from '../document-fields.ts'
import type { Document, Texts } from '../document-fields.ts'
import { hexOf } from '../hex-ids.ts'
import { severityNamed, severityOf } from '../level-names.ts'
import { isSharedIn, ownerIn } from '../line-owners.ts'
import type { DatadogPlace } from '../logs-section.ts'
import { nanosIn, nanosOf, preciseTime } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { bodyOf } from './body-of.ts'
import { datadogSearch, everyDatadogLog, mostOnPage } from './datadog-query.ts'
import type { DatadogWish } from './datadog-query.ts'
import { timeLeft } from './in-turns.ts'
import { readPage } from './page-of-lines.ts'

type Log = {
  at: bigint
  id: string
  message: string
  service: string
  status: string
  /** All that it says beside those, and the texts in it. */
  said: Document
  texts: Texts
}

const maxBytes = 16 * 1024 * 1024
/** It keeps no more than milliseconds: what is of the same one is put in order here. */
const grain = 1_000_000n
/** So many pages are looked through for what a query cannot say. */
const mostPages = 10

/** Logs that Datadog keeps; each one that it answers is looked at, whose it is. */
export function createDatadogReader(sources: Sources, logs: DatadogPlace): LogReader {
  const asking = (scope: AccountScope, given: Partial<DatadogWish>) => {
    requireMinted(scope)
    const wish = { ...everyDatadogLog, ...given }
    return async (order: 'asc' | 'desc', range: LineRange): Promise<Log[]> => {
      const left = timeLeft(logs.timeoutMs)
      const found: Log[] = []
      let cursor: string | null = null
      for (let page = 0; page < mostPages; page += 1) {
        // the pages after the first are looked through for what is left
        const limit = cursor === null ? range.limit : mostOnPage
        const part = { ...range, limit, order, cursor }
        const query = datadogSearch(logs, scope.externalId, wish, part)
        const answer = await searchEvents(sources.connections, logs, query, left)
        const ofOne = answer.logs.filter(
          ({ texts }) => !isSharedIn(texts, logs.accountFields, scope.externalId),
        )
        const asked = { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') }
        const owners = ofOne.map(({ texts }) =>
          ownerIn(texts, logs.accountFields, scope.externalId),
        )
        await refuseForeign(sources, scope, asked, owners)
        // whether the end of a range is within it is not said
        found.push(
          ...ofOne.filter((log) => log.at / grain < range.to / grain && isWanted(log, logs, wish)),
        )
        cursor = answer.after
        if (cursor === null || found.length >= range.limit) {
          const way = order === 'asc' ? 1 : -1
          return found.toSorted((a, b) => way * Number(a.at - b.at)).slice(0, range.limit)
        }
      }
      throw tooMany()
    }
  }
  return {
    async searchLogs(scope, { words, level, service, ...search }) {
      const ask = asking(scope, { words, level, service })
      const page = await readPage(
        (range) => ask('desc', range),
        ({ id }) => id,
        search,
        grain,
      )
      return { items: page.lines.map((log) => foundLog(log, logs)), next: page.next }
    },
    async listServices(scope, window) {
      const found = await asking(scope, {})('desc', { ...rangeOf(window), limit: mostOnPage })
      const names = found.map(({ service }) => service).filter((name) => name !== '')
      return [...new Set(names)].toSorted().slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const found = await asking(scope, { traceId })('asc', { ...rangeOf(near), limit })
      return found.map((log) => foundLog(log, logs))
    },
  }
}

/** The search is run for an account that nobody has. */
export const probeDatadog: Probe = async (connections, id, { logs }, timeoutMs) => {
  const isUsed = logs?.kind === 'datadog' && logs.connection === id
  const now = nanosOf(new Date())
  const hour = { from: now - 3_600_000_000_000n, to: now, limit: 1 }
  const place: DatadogPlace = isUsed
    ? logs
    : {
        kind: 'datadog',
        connection: id,
        indexes: [],
        accountFields: ['account.id'],
        search: [],
        names: { trace: [], span: [] },
        timeoutMs,
      }
  const query = datadogSearch(place, nobody, everyDatadogLog, {
    ...hour,
    order: 'desc',
    cursor: null,
  })
  try {
    const { logs: found } = await searchEvents(connections, place, query, timeLeft(timeoutMs))
    return `${found.length} lines of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    throw new Error(
      'HTTP 404: base_url is not the address of Datadog’s API, such as https://api.datadoghq.eu',
      { cause: error },
    )
  }
}

const nothing = z.record(z.string(), z.unknown())
const eventsForm = z.object({
  data: z.array(
    z.object({
      id: z.string().min(1),
      attributes: z.object({
        timestamp: z.string(),
        message: z.string().nullish(),
        service: z.string().nullish(),
        status: z.string().nullish(),
        host: z.string().nullish(),
        tags: z.array(z.string()).nullish(),
        attributes: nothing.nullish(),
      }),
    }),
  ),
  meta: z.object({
    status: z.enum(['done', 'timeout']).optional(),
    page: z.object({ after: z.string().min(1).nullish() }).nullish(),
    warnings: z.array(z.object({ code: z.string().optional() })).nullish(),
  }),
})

/** @throws QueryRefused, QueryTimeout, Unavailable `source.unavailable`, and Error for whatever else is no answer */
async function searchEvents(
  connections: Connections,
  { connection }: DatadogPlace,
  query: object,
  left: () => number,
): Promise<{ logs: Log[]; after: string | null }> {
  const ask = () =>
    connections
      .system(connection, 'datadog')
      .search('/api/v2/logs/events/search', query, { timeoutMs: left(), maxBytes })
  let answer = await ask()
  if (answer.status === 429) {
    const resetMs = resetSeconds(answer) * seconds
    if (resetMs >= left()) throw tooOften(answer)
    await pause(resetMs)
    answer = await ask()
  }
  if (answer.status === 429) throw tooOften(answer)
  const { data, meta } = eventsForm.parse(parseExactJson(bodyOf(answer)))
  // a part of the answer would read as the whole of it
  if (meta.status === 'timeout') throw new QueryTimeout()
  if (meta.warnings?.some(({ code }) => code === 'unknown_index'))
    throw new Error('Datadog has no such index as “index” names')
  return { logs: data.map(logOf), after: meta.page?.after ?? null }
}

function logOf({ id, attributes: given }: z.infer<typeof eventsForm>['data'][number]): Log {
  const { timestamp, message, service, status, host, tags, attributes } = given
  const at = nanosIn(timestamp)
  if (at === null) throw new Error('the answer holds a log without a time')
  const texts = textsOf(attributes ?? {})
  return {
    at: exactTime(at, texts),
    id: createHash('sha256').update(id).digest('hex').slice(0, 16),
    message: message ?? '',
    service: service ?? '',
    status: status ?? '',
    said: { ...attributes, ...(host ? { host } : {}), ...(tags?.length ? { tags } : {}) },
    texts,
  }
}

/** OpenTelemetry's exporter says the nanoseconds as well. */
function exactTime(at: bigint, texts: Texts): bigint {
  const [said = ''] = texts.get('otel.timestamp') ?? []
  const exact = /^\d{19}$/.test(said) ? BigInt(said) : at
  return exact / grain === at / grain ? exact : at
}

/** What the query cannot say of a text: the very words, and the level as it is shown. */
function isWanted(
  log: Log,
  { search, names }: DatadogPlace,
  { words, level, service, traceId }: DatadogWish,
): boolean {
  const texts = search
    .flatMap((name) => (name === 'message' ? [log.message] : (log.texts.get(name) ?? [])))
    .map((text) => text.toLowerCase())
  return (
    words.every((word) => texts.some((text) => text.includes(word.toLowerCase()))) &&
    (level === null || severityNamed(log.status) >= severityOf[level]) &&
    (service === null || log.service === service) &&
    (traceId === null || firstIn(log.texts, names.trace) === traceId)
  )
}

function foundLog({ at, id, said, texts, ...log }: Log, { names }: DatadogPlace): FoundLog {
  return {
    id: `${at}.${id}`,
    at: preciseTime(at),
    service: log.service,
    severity: severityNamed(log.status),
    message: log.message,
    traceId: hexOf(firstIn(texts, names.trace), 32),
    spanId: hexOf(firstIn(texts, names.span), 16),
    attributes: attributesIn(said, () => false),
  }
}

/** In how many seconds it may be asked again; a minute where it does not say. */
function resetSeconds({ headers }: OutboundAnswer): number {
  const said = headers['x-ratelimit-reset'] ?? ''
  return /^\d{1,6}$/.test(said) ? Number(said) : 60
}

function tooOften(answer: OutboundAnswer): Unavailable {
  const said = sentence`Datadog lets itself be asked again in ${resetSeconds(answer)} s: its limit of searches is reached`
  const cause = new Error(`HTTP ${answer.status}`)
  return Object.assign(new Unavailable('source.unavailable', said), { cause })
}

function tooMany(): Invalid {
  return new Invalid(
    'input.window',
    'More lines than can be looked through are like that: choose a shorter window or another word',
  )
}

function rangeOf({ from, to }: Window): Pick<LineRange, 'from' | 'to'> {
  return { from: nanosOf(from), to: nanosOf(to) + grain }
}
