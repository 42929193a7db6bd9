import { present } from '@firstline/contract/present'
import { eventsOfCase, ticketIdOf } from './events-of-case.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { loadFile } from './load-file.ts'
import type { HistoryCase, OpenHistory, WhichCases } from './loaded-history.ts'
import { settleReading } from '#server/imports/table/reading.ts'
import type { Reading, TableChoice } from '#server/imports/table/reading.ts'
import { readCases } from './sort-updates.ts'
import type pg from 'pg'

/** A history with one row for each happening: CSV or XES, by columns. */
export async function tableHistory(file: FileShape, choice: TableChoice): Promise<OpenHistory> {
  const { shape, reading, assumed, seen, fields } = await settleReading(file, choice)
  return {
    format: reading.format,
    sha256: shape.sha256,
    rules: {
      columns: reading.columnNames,
      ...(shape.changes && { fields: Object.fromEntries(shape.changes.tells) }),
      resolved: reading.statuses.resolved,
      ...(reading.statuses.reopening.length > 0 && { reopening: reading.statuses.reopening }),
      l1: [...(choice.l1 ?? [])],
      l1Pattern: choice.l1Pattern ?? null,
      timeZone: reading.timeZone,
    },
    reading,
    assumed,
    async load(client, origin, options) {
      const loaded = await loadFile(client, origin, shape, reading, options)
      const cases = (which: WhichCases) => casesOf(client, origin, which, reading)
      const { teams, statuses } = seen
      return { loaded, reading, assumed, teams, statuses, fields, cases }
    },
  }
}

async function* casesOf(
  client: pg.Client,
  origin: string,
  which: WhichCases,
  { lines, columns }: Reading,
): AsyncGenerator<HistoryCase> {
  const asksRatings = columns.rating !== undefined
  const after = typeof which === 'object' && which.after
  const tickets = after ? { after: ticketIdOf(origin, after) } : which
  for await (const updates of readCases(client, tickets)) {
    const { caseKey } = present(updates[0])
    yield {
      caseKey,
      ticketId: ticketIdOf(origin, caseKey),
      events: eventsOfCase(origin, updates, lines, asksRatings),
      rows: updates.length,
    }
  }
}
