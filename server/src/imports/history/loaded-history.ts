import type { Sentence } from '@firstline/contract/sentence'
import type pg from 'pg'
import type { SeenField } from '#server/imports/table/change-log.ts'
import type { Loaded, LoadOptions } from './load-file.ts'
import type { Reading } from '#server/imports/table/reading.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'

/** One ticket of a history, understood. */
export type HistoryCase = {
  caseKey: string
  ticketId: string
  events: HistoryEvent[]
  /** Rows or records it was told by. */
  rows: number
}

/** A history whose shape is known, before it is read in earnest. */
export type OpenHistory = {
  format: string
  /** Of all its files. */
  sha256: string
  /** What must stay the same for a history that grew to be the same history. */
  rules: Record<string, unknown>
  /** As far as it is settled now. */
  reading: Reading
  assumed: Sentence[]
  /**
   * Reads everything into temporary tables of this connection.
   * @param origin names the history, and so its tickets
   */
  load(client: pg.Client, origin: string, options: LoadOptions): Promise<LoadedHistory>
}

/** `after` a case, by its key. */
export type WhichCases = { after: string | null } | 'as-in-file'

export type LoadedHistory = {
  loaded: Loaded
  reading: Reading
  assumed: Sentence[]
  /** Rows or records by team and by status, as they are written. */
  teams: ReadonlyMap<string, number>
  statuses: ReadonlyMap<string, number>
  /** Of a table whose rows are changes of fields. */
  fields: readonly SeenField[]
  /**
   * Ticket by ticket, always in the same order, from the connection it was read into: inside a
   * transaction (a cursor), and nothing else can be asked of that connection meanwhile.
   * @param which only the cases that come after one; or as they begin in the file, to be looked at
   */
  cases(which: WhichCases): AsyncGenerator<HistoryCase>
}
