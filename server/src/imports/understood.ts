import type pg from 'pg'
import type { Loaded, LoadOptions } from '#server/imports/load-file.ts'
import type { Reading } from '#server/imports/reading.ts'
import type { HistoryEvent } from '#server/scorecard/history.ts'

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
  assumed: string[]
  /** Reads everything into temporary tables of this connection. */
  load(client: pg.Client, options: LoadOptions): Promise<LoadedHistory>
}

export type LoadedHistory = {
  loaded: Loaded
  reading: Reading
  assumed: string[]
  /** Rows or records by team and by status, as they are written. */
  teams: ReadonlyMap<string, number>
  statuses: ReadonlyMap<string, number>
  /**
   * Ticket by ticket, by key. Must run inside a transaction (a cursor).
   * @param after only cases beyond this key
   */
  cases(client: pg.Client, origin: string, after: string | null): AsyncGenerator<HistoryCase>
}
