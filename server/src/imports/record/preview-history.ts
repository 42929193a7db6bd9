import { present } from '@firstline/contract/present'
import type { Sentence } from '@firstline/contract/sentence'
import { textOf } from '#server/core/sentence.ts'
import type { SeenField } from '#server/imports/table/change-log.ts'
import { connect } from './connect.ts'
import { inspectFile } from '#server/imports/read/inspect-file.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Loaded } from '#server/imports/history/load-file.ts'
import { historyOf, inspectFiles } from '#server/imports/history/open-history.ts'
import type { Reading, ReadingChoice } from '#server/imports/table/reading.ts'
import { reopens, statusKind } from '#server/imports/table/statuses.ts'
import type { StatusKind } from '#server/imports/table/statuses.ts'
import { peek } from '#server/imports/table/survey.ts'
import { factsOfTicket } from '#server/scorecard/facts/facts-of-ticket.ts'
import type { Facts } from '#server/scorecard/facts/facts-of-ticket.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'

/** How a history would be understood, with its first tickets; nothing is kept. */
export type HistoryPreview = Pick<Loaded, 'rows' | 'refusals' | 'remarks'> & {
  format: string
  reading: Reading
  assumed: string[]
  /** The same for who reads it in another language. */
  said: Sentence[]
  /** Of a table: each column with its first different values. */
  columns: { name: string; samples: string[] }[]
  /** Only the beginning was read: a longer look takes as long as the import itself. */
  isPartial: boolean
  /** Rows or records by team, most first. */
  teams: { name: string; count: number; isFirstLine: boolean | null }[]
  /** Of a table; null: leaves a ticket as it is. */
  statuses: { name: string; count: number; meaning: StatusKind | null; reopens: boolean }[]
  /** Of a table whose rows are changes of fields. */
  fields: readonly SeenField[]
  tickets: PreviewTicket[]
}

export type PreviewTicket = {
  key: string
  events: HistoryEvent[]
  facts: Facts | null
}

const shownTickets = 10
const shownNames = 200
const previewRows = 50_000
/** Of each file, as it lies there. */
const previewBytes = 64 * 1024 * 1024
/** Of a table, to see which teams and statuses there are. */
const surveyedRows = 300_000

/** @throws Invalid when the files cannot be read as a history */
export async function previewHistory(
  url: string,
  paths: readonly string[],
  choice: ReadingChoice,
): Promise<HistoryPreview> {
  const files = await inspectFiles(paths, { mostBytes: previewBytes, ...choice })
  const history = await historyOf(files, { mostRows: surveyedRows, ...choice })
  const columns = await columnsOf(present(files[0]))
  const client = await connect(url)
  try {
    const found = await history.load(client, 'preview', { maxRows: previewRows })
    const { loaded, reading, assumed, cases } = found
    const tickets: PreviewTicket[] = []
    await client.query('begin')
    for await (const { caseKey, ticketId, events } of cases('as-in-file')) {
      if (tickets.length >= shownTickets) break
      tickets.push({ key: caseKey, events, facts: factsOfTicket(ticketId, events) })
    }
    await client.query('rollback')
    const { rows, refusals, remarks } = loaded
    const isPartial =
      rows.used >= previewRows || files.some(({ readBytes }) => readBytes !== undefined)
    return {
      format: history.format,
      reading,
      assumed: assumed.map(textOf),
      said: assumed,
      columns,
      rows,
      refusals,
      remarks,
      isPartial,
      teams: mostFirst(found.teams).map((team) => ({
        ...team,
        isFirstLine: lineOf(reading, team.name),
      })),
      statuses: mostFirst(found.statuses).map((one) => ({
        ...one,
        meaning: meaningOf(reading, one.name),
        reopens: reopens(reading.statuses, one.name),
      })),
      fields: found.fields.slice(0, shownNames),
      tickets,
    }
  } finally {
    await client.end()
  }
}

function lineOf({ lines }: Reading, team: string): boolean | null {
  return lines.kind === 'listed' ? lines.firstLine.includes(team) : null
}

/** The same of a file that is not understood: the columns there are to choose from. */
export async function columnsOfFile(path: string): Promise<HistoryPreview['columns']> {
  return columnsOf(await inspectFile(path, { mostBytes: previewBytes }))
}

async function columnsOf(shape: FileShape): Promise<HistoryPreview['columns']> {
  if (shape.content === 'json') return []
  const { header, samples } = await peek(shape)
  return header.map((name, index) => ({ name, samples: samples[index] ?? [] }))
}

function meaningOf({ statuses }: Reading, name: string): StatusKind | null {
  const [status = '', ...substatus] = name.split('/')
  return statusKind(statuses, status, substatus.join('/'))
}

function mostFirst(counts: ReadonlyMap<string, number>) {
  const all = [...counts].map(([name, count]) => ({ name, count }))
  return all.sort((a, b) => b.count - a.count).slice(0, shownNames)
}
