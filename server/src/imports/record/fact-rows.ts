import type pg from 'pg'
import { CopyRows, copyRows } from './copy-rows.ts'
import type { HistoryCase } from '#server/imports/history/loaded-history.ts'
import type { BusinessClock } from '#server/scorecard/statistics/business-hours.ts'
import { factsOfTicket } from '#server/scorecard/facts/facts-of-ticket.ts'
import { signalsOfTicket } from '#server/scorecard/facts/signals-of-ticket.ts'
import { resolutionRows, ticketRows } from '#server/scorecard/facts/store-facts.ts'

/** The facts of imported cases, to be copied into their tables in bulk. */
export class FactRows {
  readonly #tickets = new CopyRows()
  readonly #resolutions = new CopyRows()
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Of tickets. */
  get count(): number {
    return this.#tickets.count
  }

  add({ ticketId, events }: HistoryCase, clock: BusinessClock | null): void {
    const facts = factsOfTicket(ticketId, events)
    if (!facts) return
    const conduct = signalsOfTicket(ticketId, events, false)
    const stored = [{ ...facts, origin: this.#origin, conduct }]
    for (const row of ticketRows(stored, clock)) this.#tickets.add(row)
    for (const row of resolutionRows(stored)) this.#resolutions.add(row)
  }

  async copy(client: pg.Client): Promise<void> {
    await copyRows(client, 'ticket_fact', this.#tickets)
    await copyRows(client, 'resolution_fact', this.#resolutions)
  }
}
