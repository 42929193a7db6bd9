import { createHash } from 'node:crypto'
import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { LineRange, LokiConnection } from '#server/connections/open-loki.ts'
import type { LogLine } from '#server/connections/read-lines.ts'
import { firstText, placesOf, readLine, textAt } from '../line-fields.ts'
import type { ReadLine } from '../line-fields.ts'
import { severityNamed } from '../level-names.ts'
import { hexOf } from '../hex-ids.ts'
import type { LokiPlace } from '../logs-section.ts'
import { nanosOf, preciseTime } from '../nanos.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { everyLine, extracted, extractedLabel, logqlFor } from './logql.ts'
import type { LineWish } from './logql.ts'
import { readPage } from './page-of-lines.ts'

/** Of so many of the newest lines the services are told. */
const linesForServices = 1_000

/** Logs that a Loki keeps; each line that it answers is looked at, whose it is. */
export function createLokiReader(sources: Sources, logs: LokiPlace): LogReader {
  const asking = (scope: AccountScope, wish: Partial<LineWish>) => {
    requireMinted(scope)
    const loki = sources.connections.loki(logs.connection)
    const query = logqlFor(logs, scope.externalId, { ...everyLine, ...wish })
    return async (direction: keyof LokiConnection, range: LineRange) => {
      const lines = await loki[direction](query, range, logs.timeoutMs)
      const owners = lines.map((line) => ownerOf(line, logs, scope, wish.isWithoutText ?? false))
      await refuseForeign(sources, scope, asked(logs), owners)
      return lines
    }
  }
  return {
    async searchLogs(scope, { words, level, service, ...search }) {
      const ask = asking(scope, { words, level, service })
      const page = await readPage((range) => ask('newest', range), idOf, search)
      return { items: page.lines.map((line) => foundLog(line, logs)), next: page.next }
    },
    async listServices(scope, window) {
      const ask = asking(scope, { isWithoutText: true })
      const lines = await ask('newest', { ...rangeOf(window), limit: linesForServices })
      const names = lines.map((line) => serviceIn(line, logs))
      return [...new Set(names.filter((name) => name !== ''))].toSorted().slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const ask = asking(scope, { traceId })
      const lines = await ask('oldest', { ...rangeOf(near), limit })
      return lines.map((line) => foundLog(line, logs))
    },
  }
}

function asked({ accountLabels, accountFields }: LokiPlace) {
  return {
    id: 'logs',
    title: 'Logs',
    accountColumn: [...accountLabels, ...accountFields].join(', '),
  }
}

/** Whose a line says it is: another one first, where it names several; undefined where it names none. */
function ownerOf(
  line: LogLine,
  { accountLabels, accountFields }: LokiPlace,
  { externalId }: AccountScope,
  isWithoutText: boolean,
): string | undefined {
  const places = accountFields.flatMap(placesOf)
  // of the line itself, not of what the query has made of it
  const read = readLine(line)
  const said = [
    ...accountLabels.map((name) => line.labels.get(name)),
    ...places.map((place) =>
      isWithoutText ? line.labels.get(extractedLabel(place)) : textAt(read, place),
    ),
  ].filter((owner) => owner !== undefined && owner !== '')
  return said.find((owner) => owner !== externalId) ?? said[0]
}

function serviceIn({ labels }: LogLine, { names }: LokiPlace): string {
  const said = names.service
    .flatMap(placesOf)
    .map((place) => labels.get(extractedLabel(place)) ?? '')
  return said.find((name) => name !== '') ?? ''
}

function foundLog(line: LogLine, { names }: LokiPlace): FoundLog {
  const read = readLine(line)
  return {
    id: `${line.at}.${idOf(line)}`,
    at: preciseTime(line.at),
    service: firstText(read, names.service) ?? '',
    severity: severityNamed(firstText(read, names.level)),
    message: firstText(read, names.message) ?? line.text,
    traceId: hexOf(firstText(read, names.trace), 32),
    spanId: hexOf(firstText(read, names.span), 16),
    attributes: attributesOf(read, names.message),
  }
}

/** The labels, and what the line says beside its message. */
function attributesOf({ labels, object }: ReadLine, messages: readonly string[]) {
  const own = Object.entries(object ?? {}).filter(([name]) => !messages.includes(name))
  return Object.fromEntries([...ownLabels(labels), ...own])
}

/** The same line is called the same, whatever a query takes out of it. */
function idOf({ labels, text }: LogLine): string {
  const all = JSON.stringify([ownLabels(labels).toSorted(byName), text])
  return createHash('sha256').update(all).digest('hex').slice(0, 16)
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1
}

function ownLabels(labels: ReadonlyMap<string, string>): [string, string][] {
  return [...labels].filter(([name]) => !name.startsWith(extracted) && !name.startsWith('__error'))
}

function rangeOf({ from, to }: Window): Pick<LineRange, 'from' | 'to'> {
  return { from: nanosOf(from), to: nanosOf(to) + 1n }
}
