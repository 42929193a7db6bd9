import type { RecordFilter } from '@firstline/contract/audit'
import { eventKinds } from '@firstline/contract/events'
import { z } from 'zod'

const Day = z.iso.date()

/** What the page of the record shows, in its address; days are the reader's own. */
export const RecordSearch = z.object({
  personId: z.uuid().optional().catch(undefined),
  accountId: z.uuid().optional().catch(undefined),
  kind: z.enum(eventKinds).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
})
export type RecordSearch = z.infer<typeof RecordSearch>

/** The last day belongs to what is asked for. */
export function filterOf({ from, to, ...rest }: RecordSearch): RecordFilter {
  return {
    ...rest,
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  }
}

function startOf(day: string, daysLater: number): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + daysLater)
  return date.toISOString()
}

export function exportUrl(filter: RecordFilter, format: 'ndjson' | 'csv' | 'sealed'): string {
  const chosen = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `/api/record/export?${new URLSearchParams([...chosen, ['format', format]])}`
}
