import { createHash } from 'node:crypto'
import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Connections } from '#server/connections/connections.ts'
import type { LineRange } from '#server/connections/open-loki.ts'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { attributesIn, firstIn, textsOf } from '../document-fields.ts'
import type { Document, Texts } from '../document-fields.ts'
import { hexOf } from '../hex-ids.ts'
import { severityNamed, severityOf } from '../level-names.ts'
import { readLine } from '../line-fields.ts'
import { isSharedIn, ownerIn } from '../line-owners.ts'
import type { CloudwatchPlace } from '../logs-section.ts'
import { nanosIn, nanosOf, preciseTime } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { timeLeft } from './in-turns.ts'
import {
  everyInsightsLine,
  insightsQuery,
  isPlain,
  likeAccount,
  mostOfQuery,
} from './insights-query.ts'
import type { InsightsWish } from './insights-query.ts'
import { readPage } from './page-of-lines.ts'
import { runInsights } from './run-insights.ts'
import type { InsightsRow } from './run-insights.ts'

type Line = {
  at: bigint
  id: string
  text: string
  document: Document
  texts: Texts
  row: InsightsRow
}

/** It keeps no more than milliseconds: what is of the same one is put in order here. */
const grain = 1_000_000n
/** Of so many of the newest lines the services are told. */
const linesForServices = 1_000

/** Logs that CloudWatch keeps, asked by Logs Insights; each line that it answers is looked at, whose it is. */
export function createCloudwatchReader(sources: Sources, logs: CloudwatchPlace): LogReader {
  const asking = (scope: AccountScope, given: Partial<InsightsWish>) => {
    requireMinted(scope)
    const wish = { ...everyInsightsLine, ...given }
    return async (order: 'asc' | 'desc', range: LineRange): Promise<Line[]> => {
      const left = timeLeft(logs.timeoutMs)
      // the first is enough unless a word is found where it was not meant
      for (const limit of [range.limit, mostOfQuery]) {
        const query = insightsQuery(logs, scope.externalId, wish, { ...range, limit, order })
        const lines = await readLines(sources.connections, logs, query, left)
        const ofOne = lines.filter(({ texts }) => !isAlike(texts, logs, scope.externalId))
        await refuseForeign(
          sources,
          scope,
          { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') },
          ofOne.map(({ texts }) => ownerIn(texts, logs.accountFields, scope.externalId)),
        )
        const found = ofOne.filter((line) => isWanted(line, logs, wish))
        if (lines.length < limit || found.length >= range.limit) {
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
      return { items: page.lines.map((line) => foundLog(line, logs)), next: page.next }
    },
    async listServices(scope, window) {
      const lines = await asking(scope, {})('desc', {
        ...rangeOf(window),
        limit: linesForServices,
      })
      const names = lines.map(({ texts }) => firstIn(texts, logs.names.service) ?? '')
      return [...new Set(names.filter((name) => name !== ''))].toSorted().slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const lines = await asking(scope, { traceId })('asc', { ...rangeOf(near), limit })
      return lines.map((line) => foundLog(line, logs))
    },
  }
}

/** The query is run for an account that nobody has. */
export const probeCloudwatch: Probe = async (connections, id, { logs }, timeoutMs) => {
  if (logs?.kind !== 'cloudwatch' || logs.connection !== id)
    return 'not asked: the section logs names no group of it'
  const now = nanosOf(new Date())
  const hour = { from: now - 3_600_000_000_000n, to: now, limit: 1, order: 'desc' } as const
  try {
    const query = insightsQuery(logs, nobody, everyInsightsLine, hour)
    const lines = await readLines(connections, logs, query, timeLeft(timeoutMs))
    return `${lines.length} lines of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    throw new Error(
      'HTTP 404: there is no such log group there, or base_url is not the address of CloudWatch Logs',
      { cause: error },
    )
  }
}

async function readLines(
  connections: Connections,
  { connection }: CloudwatchPlace,
  query: object,
  left: () => number,
): Promise<Line[]> {
  const rows = await runInsights(connections, connection, query, left)
  return rows.map((row) => {
    const text = row.get('@message')
    const at = nanosIn(`${row.get('@timestamp')}Z`)
    if (text === undefined || at === null)
      throw new Error('the answer holds a line without a time or a message')
    const document = readLine({ at, labels: new Map(), text }).object ?? {}
    const texts = textsOf(document)
    const id = createHash('sha256')
      .update(JSON.stringify([row.get('@log'), row.get('@logStream'), text]))
      .digest('hex')
      .slice(0, 16)
    return { at: exactTime(at, texts), id, text, document, texts, row }
  })
}

/** As the line itself says it, which may be more exact than what CloudWatch keeps. */
function exactTime(at: bigint, texts: Texts, names = ['time', 'timestamp', '@timestamp']): bigint {
  const exact = nanosIn(firstIn(texts, names)) ?? at
  return exact / grain === at / grain ? exact : at
}

/** Not the account’s, though no query could leave it out: a list with others, or a name that looks the same to one. */
function isAlike(texts: Texts, { accountFields }: CloudwatchPlace, account: string): boolean {
  if (isSharedIn(texts, accountFields, account)) return true
  const owner = ownerIn(texts, accountFields, account)
  if (isPlain(account) || owner === undefined || owner === account) return false
  return new RegExp(likeAccount(account), 'u').test(owner)
}

/** What the query cannot say of a text: the very words, and the first of several fields. */
function isWanted(
  { text, texts: said }: Line,
  { search, names }: CloudwatchPlace,
  { words, level, service, traceId }: InsightsWish,
): boolean {
  const texts = (search ?? names.message)
    .flatMap((field) => said.get(field) ?? [])
    .map((each) => each.toLowerCase())
  // a line that is no JSON has no fields, and one without a message is shown whole
  if (firstIn(said, names.message) === undefined) texts.push(text.toLowerCase())
  return (
    words.every((word) => texts.some((each) => each.includes(word.toLowerCase()))) &&
    (level === null || severityNamed(firstIn(said, names.level)) >= severityOf[level]) &&
    (service === null || firstIn(said, names.service) === service) &&
    (traceId === null || firstIn(said, names.trace) === traceId)
  )
}

function foundLog(
  { at, id, text, document, texts, row }: Line,
  { names }: CloudwatchPlace,
): FoundLog {
  const [group, stream] = [row.get('@log'), row.get('@logStream')]
  return {
    id: `${at}.${id}`,
    at: preciseTime(at),
    service: firstIn(texts, names.service) ?? '',
    severity: severityNamed(firstIn(texts, names.level)),
    message: firstIn(texts, names.message) ?? text,
    traceId: hexOf(firstIn(texts, names.trace), 32),
    spanId: hexOf(firstIn(texts, names.span), 16),
    attributes: {
      ...attributesIn(document, (field) => names.message.includes(field)),
      ...(group ? { 'log.group': group } : {}),
      ...(stream ? { 'log.stream': stream } : {}),
    },
  }
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
