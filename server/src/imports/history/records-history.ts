import type { Sentence } from '@firstline/contract/sentence'
import type pg from 'pg'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { ticketIdOf } from './events-of-case.ts'
import { eventsOfRecords } from './events-of-records.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { chooseLines, namesCarryLines } from '#server/imports/read/lines.ts'
import type { LineRule } from '#server/imports/read/lines.ts'
import { Loading } from './load-file.ts'
import type { LoadOptions } from './load-file.ts'
import type { HistoryCase, LoadedHistory, OpenHistory } from './loaded-history.ts'
import { refuseUnknownZone } from '#server/imports/table/reading.ts'
import type { Reading, ReadingChoice } from '#server/imports/table/reading.ts'
import { readParts, storeParts } from './sort-parts.ts'
import type { About, HistoryReader, Part, TellContext } from '#server/imports/vendors/vendor.ts'

type Names = Map<string, string>
type Told = { reader: HistoryReader; context: TellContext }

/** A history of records that a reader understands: the canonical format, or a vendor's. */
export async function recordsHistory(
  reader: HistoryReader,
  files: readonly FileShape[],
  sha256: string,
  choice: ReadingChoice,
): Promise<OpenHistory> {
  refuseUnknownZone(choice.timeZone)
  const about = (await reader.about?.(files)) ?? {}
  const reading = readingOf(reader, choice, about)
  const assumed = [...(about.assumed ?? [])]
  return {
    format: reader.name,
    sha256,
    rules: { l1: [...(choice.l1 ?? [])], l1Pattern: choice.l1Pattern ?? null },
    reading,
    assumed,
    load: (client, origin, options) =>
      load({ reader, files, choice, about, reading, assumed }, client, origin, options),
  }
}

type Source = {
  reader: HistoryReader
  files: readonly FileShape[]
  choice: ReadingChoice
  about: About
  reading: Reading
  assumed: Sentence[]
}

async function load(
  { reader, files, choice, about, reading, assumed }: Source,
  client: pg.Client,
  origin: string,
  options: LoadOptions,
): Promise<LoadedHistory> {
  const loading = new Loading(
    options,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  const names: Names = new Map()
  await storeParts(client, partsOf(reader, files, reading.timeZone, loading, names))
  const loaded = loading.ended(reader.title)
  const context: TellContext = {
    nameOf: (kind, id) => names.get(`${kind}\n${id}`),
    remark: (remark) => loading.remarks.add(remark),
  }
  // Every ticket is told twice; what is said of it then is counted once.
  const { teams, saysLines } = await teamsIn(client, { reader, context }, options.signal)
  const told = { reader, context: { ...context, remark: () => undefined } }
  const lines = settleLines(choice, about, teams, saysLines, assumed)
  return {
    loaded: { ...loaded, remarks: loading.remarks.reasons() },
    reading: { ...reading, lines },
    assumed,
    teams,
    statuses: new Map(),
    fields: [],
    cases: (which) =>
      casesOf(client, told, origin, which === 'as-in-file' ? null : which.after, lines),
  }
}

async function* partsOf(
  reader: HistoryReader,
  files: readonly FileShape[],
  timeZone: string,
  loading: Loading,
  names: Names,
): AsyncGenerator<Part> {
  const found = reader.readFiles(files, {
    refuse: (refusal) => loading.refuse(refusal),
    remark: (remark) => loading.remarks.add(remark),
    read: () => loading.onRecord(),
    onBytes: (bytes) => loading.onBytes(bytes),
    timeZone,
  })
  for await (const one of found) {
    if ('kind' in one) names.set(`${one.kind}\n${one.id}`, one.value)
    else if (loading.takes(one.at, one.ticket)) yield one
    if (loading.isEnough) return
  }
}

async function* casesOf(
  client: pg.Client,
  told: Told,
  origin: string,
  after: string | null,
  lines: LineRule,
): AsyncGenerator<HistoryCase> {
  for await (const { ticket, records, rows } of tellTickets(client, told, after)) {
    yield {
      caseKey: ticket,
      ticketId: ticketIdOf(origin, ticket),
      events: eventsOfRecords(origin, ticket, records, lines),
      rows,
    }
  }
}

async function* tellTickets(client: pg.Client, { reader, context }: Told, after: string | null) {
  for await (const { ticket, parts } of readParts(client, after)) {
    const records = reader.tell(ticket, parts, context).toSorted((a, b) => a.at - b.at)
    if (records.length > 0) yield { ticket, records, rows: parts.length }
  }
}

/** What is said wins; then what the history says; then whether a second team worked a ticket. */
function settleLines(
  choice: ReadingChoice,
  about: About,
  teams: ReadonlyMap<string, number>,
  saysLines: boolean,
  assumed: Sentence[],
): LineRule {
  const isChosen = (choice.l1?.length ?? 0) > 0 || choice.l1Pattern !== undefined
  if (!isChosen && about.lines) return about.lines
  if (isChosen) return chooseLines(choice, teams)
  if (saysLines && teams.size === 0) return { kind: 'told' }
  if (teams.size === 0) {
    assumed.push(sentence`no record tells a team or a line, so who was escalated is not known`)
    return { kind: 'unknown' }
  }
  assumed.push(
    sentence`${sentence`more than one known team on a ticket means escalated`} (--l1 says otherwise)`,
  )
  const sign = namesCarryLines(teams.keys())
  if (sign)
    assumed.push(
      sentence`${sentence`team names such as “${sign}” seem to tell the line`}: see --l1-pattern`,
    )
  return { kind: 'several-teams' }
}

async function teamsIn(client: pg.Client, told: Told, signal: AbortSignal | undefined) {
  const teams = new Map<string, number>()
  let saysLines = false
  await client.query('begin')
  for await (const { records } of tellTickets(client, told, null)) {
    signal?.throwIfAborted()
    for (const { data } of records as { data: { team?: string; line?: string } }[]) {
      if (data.team) teams.set(data.team, (teams.get(data.team) ?? 0) + 1)
      if (data.line) saysLines = true
    }
  }
  await client.query('commit')
  return { teams, saysLines }
}

function readingOf(reader: HistoryReader, choice: ReadingChoice, about: About): Reading {
  if (choice.columns !== undefined) {
    throw new Invalid(
      'import.no-columns',
      sentence`${reader.title} has no columns: leave --columns out`,
    )
  }
  return {
    format: reader.name,
    columns: {},
    columnNames: {},
    statuses: { resolved: [], void: [], closing: [], reopening: [] },
    lines: about.lines ?? { kind: 'unknown' },
    dateOrder: 'dmy',
    timeZone: choice.timeZone ?? about.timeZone ?? 'UTC',
    nullTexts: [],
  }
}
