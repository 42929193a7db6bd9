import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Connections } from '#server/connections/connections.ts'
import { QueryTimeout } from '#server/connections/database.ts'
import type { LineRange } from '#server/connections/open-loki.ts'
import { QueryRefused } from '#server/connections/read-series.ts'
import { Invalid } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { attributesIn, fieldsNamed, firstIn, textsOf } from '../document-fields.ts'
import type { Document, Texts } from '../document-fields.ts'
import { hexOf } from '../hex-ids.ts'
import { severityNamed, severityOf } from '../level-names.ts'
import type { DocumentsPlace } from '../logs-section.ts'
import { nanosIn, nanosOf, preciseTime } from '../nanos.ts'
import type { FoundLog, LogReader, Window } from '../store.ts'
import { documentsQuery, everyDocument, severityFields } from './documents-query.ts'
import type { DocumentWish } from './documents-query.ts'
import { readPage } from './page-of-lines.ts'

type Line = { at: bigint; id: string; document: Document; texts: Texts }

const maxBytes = 16 * 1024 * 1024
/** A field of the type date has no more: what is of the same millisecond is put in order here. */
const grain = 1_000_000n
/** A search goes no further, unless an index is told to (`max_result_window`). */
const mostLooked = 10_000
const atOnce = 1_000

/** Logs that an Elasticsearch or OpenSearch keeps; each document that it answers is looked at, whose it is. */
export function createDocumentsReader(sources: Sources, logs: DocumentsPlace): LogReader {
  const asking = (scope: AccountScope, given: Partial<DocumentWish>) => {
    requireMinted(scope)
    const wish = { ...everyDocument, ...given }
    const readPart = async (part: LineRange & { order: 'asc' | 'desc'; skipped: number }) => {
      const query = documentsQuery(logs, scope.externalId, wish, part)
      const lines = await searchDocuments(sources.connections, logs, query)
      // a list that names the account and others as well: nobody's, and no query could leave it out
      const ofOne = lines.filter(({ texts }) => !isShared(texts, logs, scope.externalId))
      await refuseForeign(
        sources,
        scope,
        { id: 'logs', title: 'Logs', accountColumn: logs.accountFields.join(', ') },
        ofOne.map(({ texts }) => ownerOf(texts, logs, scope.externalId)),
      )
      return { count: lines.length, lines: ofOne }
    }
    return async (order: 'asc' | 'desc', range: LineRange): Promise<Line[]> => {
      const found: Line[] = []
      for (let skipped = 0, size = range.limit; ; size = atOnce) {
        const limit = Math.min(size, mostLooked - skipped)
        if (limit <= 0) throw tooMany()
        const { count, lines } = await readPart({ ...range, limit, order, skipped })
        found.push(...lines.filter((line) => isWanted(line.texts, logs, wish)))
        if (count < limit || found.length >= range.limit) return found.slice(0, range.limit)
        skipped += count
      }
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
      const lines = await asking(scope, {})('desc', { ...rangeOf(window), limit: atOnce })
      const names = lines.map(({ texts }) => firstNamed(texts, logs.names.service) ?? '')
      return [...new Set(names.filter((name) => name !== ''))].toSorted().slice(0, 100)
    },
    async readTraceLogs(scope, { traceId, near, limit }) {
      const lines = await asking(scope, { traceId })('asc', { ...rangeOf(near), limit })
      return lines.toSorted((a, b) => Number(a.at - b.at)).map((line) => foundLog(line, logs))
    },
  }
}

const hitsForm = z.object({
  timed_out: z.boolean(),
  hits: z.object({
    hits: z.array(
      z.object({
        _index: z.string(),
        _id: z.string(),
        _source: z.record(z.string(), z.unknown()),
        sort: z.tuple([z.union([z.number(), z.string()])]),
      }),
    ),
  }),
})
const errorForm = z.object({
  error: z.object({
    type: z.string(),
    reason: z.string().nullish(),
    root_cause: z.array(z.object({ reason: z.string().nullish() })).optional(),
  }),
})

/** @throws QueryRefused, QueryTimeout, and Error for whatever else is no answer */
export async function searchDocuments(
  connections: Connections,
  { connection, index, time, timeoutMs }: DocumentsPlace,
  query: object,
): Promise<Line[]> {
  // a part of the answer would read as the whole of it
  const path = `/${encodeURIComponent(index)}/_search?allow_partial_search_results=false`
  const system = connections.system(connection, 'elasticsearch')
  const answer = await system.search(path, query, { timeoutMs, maxBytes })
  const found = hitsForm.parse(readAnswer(answer))
  if (found.timed_out) throw new QueryTimeout()
  return found.hits.hits.map(({ _index, _id, _source, sort: [sorted] }) => {
    const texts = textsOf(_source)
    const id = createHash('sha256')
      .update(JSON.stringify([_index, _id]))
      .digest('hex')
      .slice(0, 16)
    return { at: timeOf(texts.get(time)?.[0], sorted), id, document: _source, texts }
  })
}

/** @throws QueryRefused, and Error for whatever else is no answer */
export function readAnswer({ status, body }: OutboundAnswer): unknown {
  if (status === 200) return parseExactJson(body)
  if (status !== 400) throw new Error(`HTTP ${status}`)
  const { data } = errorForm.safeParse(parsed(body))
  if (!data) throw new Error(`HTTP ${status}`)
  const { type, reason, root_cause: causes = [] } = data.error
  throw new QueryRefused((causes[0]?.reason ?? reason ?? type).slice(0, 400))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** As it is written in the document, which may be more exact than what the index sorts by. */
function timeOf(written: string | undefined, sorted: number | string): bigint {
  const kept = BigInt(sorted)
  // a date is in milliseconds where the numeric type is not known
  const indexed = kept < 100_000_000_000_000n ? kept * grain : kept
  const exact = nanosIn(written)
  return exact !== null && exact / grain === indexed / grain ? exact : indexed
}

/** What each field says that may say whose a document is. */
function ownersIn(texts: Texts, { accountFields }: DocumentsPlace): (readonly string[])[] {
  return accountFields.flatMap(fieldsNamed).map((field) => texts.get(field) ?? [])
}

/** Whose it says it is: another one first, where it names several; undefined where it names none. */
function ownerOf(texts: Texts, place: DocumentsPlace, account: string): string | undefined {
  const said = ownersIn(texts, place).flat()
  return said.find((owner) => owner !== account) ?? said[0]
}

function isShared(texts: Texts, place: DocumentsPlace, account: string): boolean {
  return ownersIn(texts, place).some(
    (said) => said.includes(account) && said.some((owner) => owner !== account),
  )
}

/** What the query cannot say of a text: the very words, the whole name, the first of several fields. */
function isWanted(
  said: Texts,
  { names, search }: DocumentsPlace,
  { words, level, service, traceId }: DocumentWish,
): boolean {
  const texts = search
    .flatMap(fieldsNamed)
    .flatMap((field) => said.get(field) ?? [])
    .map((text) => text.toLowerCase())
  return (
    words.every((word) => texts.some((text) => text.includes(word.toLowerCase()))) &&
    (level === null || severityIn(said, names.level) >= severityOf[level]) &&
    (service === null || firstNamed(said, names.service) === service) &&
    (traceId === null || firstNamed(said, names.trace) === traceId)
  )
}

function severityIn(texts: Texts, names: readonly string[]): number {
  const number = Number(firstIn(texts, severityFields) ?? 0)
  if (Number.isInteger(number) && number >= 1 && number <= 24) return number
  return severityNamed(firstIn(texts, names))
}

function foundLog({ at, id, document, texts }: Line, { names, time }: DocumentsPlace): FoundLog {
  const shown = new Set([...names.message, time])
  return {
    id: `${at}.${id}`,
    at: preciseTime(at),
    service: firstNamed(texts, names.service) ?? '',
    severity: severityIn(texts, names.level),
    message: firstNamed(texts, names.message) ?? JSON.stringify(document),
    traceId: hexOf(firstNamed(texts, names.trace), 32),
    spanId: hexOf(firstNamed(texts, names.span), 16),
    attributes: attributesIn(document, (field) => shown.has(field)),
  }
}

/** A name may be that of an attribute; a level is where it is said to be. */
function firstNamed(texts: Texts, names: readonly string[]): string | undefined {
  return firstIn(texts, names.flatMap(fieldsNamed))
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
