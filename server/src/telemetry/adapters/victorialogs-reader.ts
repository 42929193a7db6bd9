import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Connections } from '#server/connections/connections.ts'
import type { LineRange } from '#server/connections/open-loki.ts'
import { messageOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { attributesIn, firstIn, textsOf } from '../document-fields.ts'
import type { Document, Texts } from '../document-fields.ts'
import { hexOf } from '../hex-ids.ts'
import { severityNamed } from '../level-names.ts'
import type { VictoriaPlace } from '../logs-section.ts'
import { nanosIn, nanosOf, preciseTime } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { bodyOf } from './body-of.ts'
import { everyVictoriaLine, logsqlFor } from './logsql.ts'
import type { VictoriaWish } from './logsql.ts'
import { readPage } from './page-of-lines.ts'

type Line = { at: bigint; fields: Document; texts: Texts }

const maxBytes = 16 * 1024 * 1024
/** Of so many of the newest lines the services are told. */
const linesForServices = 1_000
/** What VictoriaLogs itself says of a line. */
const itsOwn = new Set(['_time', '_stream', '_stream_id'])

/** Logs that a VictoriaLogs keeps; each line that it answers is looked at, whose it is. */
export function createVictorialogsReader(sources: Sources, logs: VictoriaPlace): LogReader {
  const asking = (scope: AccountScope, given: Partial<VictoriaWish>) => {
    requireMinted(scope)
    const wish = { ...everyVictoriaLine, ...given }
    return async (order: 'asc' | 'desc', range: LineRange) => {
      const query = logsqlFor(logs, scope.externalId, wish, { ...range, order })
      const lines = await readLines(sources.connections, logs, query)
      const asked = { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') }
      const owners = lines.map(({ texts }) => ownerOf(texts, logs, scope.externalId))
      await refuseForeign(sources, scope, asked, owners)
      const way = order === 'asc' ? 1 : -1
      return lines.toSorted((a, b) => way * Number(a.at - b.at))
    }
  }
  return {
    async searchLogs(scope, { words, level, service, ...search }) {
      const ask = asking(scope, { words, level, service })
      const page = await readPage((range) => ask('desc', range), idOf, search)
      return { items: page.lines.map((line) => foundLog(line, logs)), next: page.next }
    },
    async listServices(scope, window) {
      const ask = asking(scope, { only: [...logs.accountFields, ...logs.names.service] })
      const lines = await ask('desc', { ...rangeOf(window), limit: linesForServices })
      const names = lines.map(({ texts }) => firstIn(texts, logs.names.service) ?? '')
      return [...new Set(names.filter((name) => name !== ''))].toSorted().slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const lines = await asking(scope, { traceId })('asc', { ...rangeOf(near), limit })
      return lines.map((line) => foundLog(line, logs))
    },
  }
}

/** The search is run for an account that nobody has. */
export const probeVictorialogs: Probe = async (connections, id, { logs }, timeoutMs) => {
  const isUsed = logs?.kind === 'victorialogs' && logs.connection === id
  const now = nanosOf(new Date())
  const hour = { from: now - 3_600_000_000_000n, to: now, limit: 1, order: 'desc' } as const
  const place = isUsed ? logs : { connection: id }
  const query = isUsed
    ? logsqlFor(logs, nobody, everyVictoriaLine, hour)
    : '"firstline":="check" | sort by (_time desc) limit 1'
  try {
    const lines = await readLines(connections, { ...place, timeoutMs }, query)
    return `${lines.length} lines of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    throw new Error('HTTP 404: base_url is not the address of VictoriaLogs', { cause: error })
  }
}

const lineForm = z.record(z.string(), z.unknown())

/** @throws QueryRefused, and Error for whatever else is no answer */
async function readLines(
  connections: Connections,
  { connection, timeoutMs }: Pick<VictoriaPlace, 'connection' | 'timeoutMs'>,
  query: string,
): Promise<Line[]> {
  const given = new URLSearchParams({ query, timeout: `${timeoutMs}ms` })
  const system = connections.system(connection, 'victorialogs')
  const answer = await system.get(`/select/logsql/query?${given}`, { timeoutMs, maxBytes })
  return bodyOf(answer)
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const fields = lineForm.parse(parseExactJson(text))
      const at = nanosIn(fields._time)
      if (at === null) throw new Error('the answer holds a line without a time')
      return { at, fields, texts: textsOf(fields) }
    })
}

/** Whose a line says it is: another one first, where it names several; undefined where it names none. */
function ownerOf(
  texts: Texts,
  { accountFields }: VictoriaPlace,
  account: string,
): string | undefined {
  const said = accountFields.flatMap((field) => texts.get(field) ?? [])
  return said.find((owner) => owner !== account) ?? said[0]
}

function foundLog(line: Line, { names }: VictoriaPlace): FoundLog {
  const { at, fields, texts } = line
  const isShown = (field: string) => itsOwn.has(field) || names.message.includes(field)
  return {
    id: `${at}.${idOf(line)}`,
    at: preciseTime(at),
    service: firstIn(texts, names.service) ?? '',
    severity: severityNamed(firstIn(texts, names.level)),
    message: firstIn(texts, names.message) ?? '',
    traceId: hexOf(firstIn(texts, names.trace), 32),
    spanId: hexOf(firstIn(texts, names.span), 16),
    attributes: attributesIn(fields, isShown),
  }
}

/** The same line is called the same, in whatever order its fields come. */
function idOf({ fields }: Line): string {
  const all = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
}

function rangeOf({ from, to }: Window): Pick<LineRange, 'from' | 'to'> {
  return { from: nanosOf(from), to: nanosOf(to) + 1n }
}
