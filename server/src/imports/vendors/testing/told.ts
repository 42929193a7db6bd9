import type {
  ApiAccess,
  Checkpoint,
  Found,
  HistoryReader,
  HistoryRecord,
  Part,
  Told,
} from '#server/imports/vendors/vendor.ts'
import type { Desk } from '#server/imports/vendors/testing/desks.ts'
import { momentOf, stories } from '#server/imports/vendors/testing/stories.ts'
import type { StandIn } from '#server/imports/vendors/testing/stand-in.ts'

type Remark = Parameters<Told['remark']>[0]

/** What a reader said besides its parts. */
export function listening(timeZone = 'UTC') {
  const refusals: Remark[] = []
  const remarks: Remark[] = []
  let count = 0
  const told: Told = {
    refuse: (refusal) => refusals.push(refusal),
    remark: (remark) => remarks.push(remark),
    read: () => (count += 1),
    timeZone,
  }
  return { told, refusals, remarks, count: () => count }
}

/** The engine in small: sorts parts by ticket and time, then lets the reader tell each. */
export function historiesOf(
  reader: HistoryReader,
  found: readonly (Found<unknown> | Checkpoint)[],
  remark: (remark: Remark) => void = () => undefined,
): Map<string, HistoryRecord[]> {
  const names = new Map<string, string>()
  const parts = new Map<string, Part[]>()
  for (const one of found) {
    if ('kind' in one) names.set(`${one.kind} ${one.id}`, one.value)
    else if ('ticket' in one) parts.set(one.ticket, [...(parts.get(one.ticket) ?? []), one])
  }
  const context = { nameOf: (kind: string, id: string) => names.get(`${kind} ${id}`), remark }
  return new Map(
    [...parts].map(([ticket, all]) => {
      // As the engine hands them over: through JSON, by time, and as they were read.
      const stored = JSON.parse(JSON.stringify(all)) as Part[]
      return [
        ticket,
        reader.tell(
          ticket,
          stored.toSorted((a, b) => a.at - b.at),
          context,
        ),
      ]
    }),
  )
}

/** In the words of `expected`, by story. */
export function inShort(desk: Desk, histories: Map<string, HistoryRecord[]>): string[][] {
  return stories.map((story) => {
    const records = histories.get(desk.ticketOf(story.id)) ?? []
    return records.map(({ at, ...record }) => {
      const minutes = Math.round((at - momentOf(story).getTime()) / 60_000)
      return `+${minutes}m ${words(record)}`
    })
  })
}

function words(record: Omit<HistoryRecord, 'at'>): string {
  const data = record.data as Record<string, unknown>
  if (record.name === 'ticket.reopened') return `reopened by ${data['by']}`
  if (record.name === 'ticket.line_changed') return `to ${data['team']}`
  if (record.name === 'rating.given') return `rated ${data['value']}`
  return record.name === 'rating.requested' ? 'asked' : (record.name.split('.')[1] ?? '')
}

/** Access to a stand-in with a clock that only sleeping moves. */
export function accessTo(desk: Pick<Desk, 'key'>, { url }: Pick<StandIn, 'url'>) {
  const slept: number[] = []
  let now = Date.UTC(2026, 2, 9)
  const access: ApiAccess = {
    url,
    key: desk.key,
    reach: 'declared',
    since: new Date(Date.UTC(2026, 2, 1)),
    cursor: null,
    clock: { now: () => new Date(now) },
    sleep: (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
      return Promise.resolve()
    },
    signal: new AbortController().signal,
  }
  return { access, slept }
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}
