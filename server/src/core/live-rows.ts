import type { LiveEvent } from '@firstline/contract/live'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'

/** What those see who asked for rows; the domain whose rows they are says how they are read. */
export type RowTeller = {
  /** Whether lists show all that an event has changed once the row of its ticket is told. */
  isTold(event: Omit<LiveEvent, 'rowFollows'>): boolean
  readRows(ticketIds: readonly string[]): Promise<unknown>
  /** What is said where more have changed than are read. */
  tooMany: unknown
  /** @returns what each of these people counts */
  readCounts(personIds: readonly string[]): Promise<(personId: string | null) => unknown>
}

export type RowReader = {
  personId: string | null
  /** What it was told last. */
  counts?: string
  write(text: string): void
  resync(): void
}

/** Rows are read no more often: what comes first is told at once, what follows within so long together. */
const rowsEvery = 100
/** The same of counts, which cost the same for one ticket and for fifty. */
const countsEvery = 1 * seconds
const mostRows = 200

/**
 * Tells the rows of what has changed: read once for all who look at lists, where each of them would read
 * its lists again. A row that could not be read is told by asking all of them to read for themselves.
 * @param readers who can be told now; asked anew each time
 */
export function createRowPush(
  teller: RowTeller,
  readers: () => readonly RowReader[],
  log: Logger,
): { changed(events: readonly LiveEvent[]): void; stop(): void } {
  const changed = new Set<string>()
  let isCountDue = false
  let lastRows = Number.NEGATIVE_INFINITY
  let lastCounts = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTelling = false
  let isStopped = false

  function schedule(): void {
    if (isStopped || isTelling) return
    const next = changed.size > 0 ? lastRows + rowsEvery : lastCounts + countsEvery
    clearTimeout(timer) // rows do not wait for the time of counts
    timer = setTimeout(() => void tell(), Math.max(0, next - performance.now()))
  }

  async function tell(): Promise<void> {
    isTelling = true
    try {
      await tellRows()
      if (isCountDue && performance.now() >= lastCounts + countsEvery) await tellCounts()
    } catch (error) {
      if (isStopped) return
      log.warn({ err: messageOf(error) }, 'rows of the live stream could not be read')
      for (const reader of readers()) reader.resync()
    } finally {
      isTelling = false
      if (changed.size > 0 || isCountDue) schedule()
    }
  }

  async function tellRows(): Promise<void> {
    if (changed.size === 0) return
    const ids = [...changed]
    changed.clear()
    lastRows = performance.now()
    const rows = ids.length > mostRows ? teller.tooMany : await teller.readRows(ids)
    const text = `event: tickets\ndata: ${JSON.stringify(rows)}\n\n`
    for (const reader of readers()) reader.write(text)
  }

  async function tellCounts(): Promise<void> {
    isCountDue = false
    lastCounts = performance.now()
    const people = new Set(readers().flatMap(({ personId }) => personId ?? []))
    const countsOf = await teller.readCounts([...people])
    for (const reader of readers()) {
      const counts = JSON.stringify(countsOf(reader.personId))
      if (counts === reader.counts) continue
      reader.counts = counts
      reader.write(`event: counts\ndata: ${counts}\n\n`)
    }
  }

  return {
    changed(events) {
      const ids = events.flatMap((event) =>
        event.ticketId !== null && teller.isTold(event) ? [event.ticketId] : [],
      )
      if (ids.length === 0 || readers().length === 0) return
      for (const id of ids) changed.add(id)
      isCountDue = true
      schedule()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
