import { catalogueRowOf } from '@firstline/contract/events'
import type { LiveCounts, LiveEvent } from '@firstline/contract/live'
import type { List } from '@firstline/contract/lists'
import { routes } from '@firstline/contract/routes'
import { seconds } from './clock.ts'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'

type Happened = Omit<LiveEvent, 'rowFollows' | 'countsFollow'>

/** What those see who asked for rows; the domain whose rows they are says how they are read. */
export type RowTeller = {
  /** Whether lists show all that an event has changed once the row of its ticket is told. */
  isTold(event: Happened): boolean
  readRows(ticketIds: readonly string[]): Promise<unknown>
  /** What is said where more have changed than are read. */
  tooMany: unknown
}

type Counted = keyof LiveCounts

/** What a route counts, read at once for all who look. */
export type CountTeller<Route extends Counted = Counted> = {
  route: Route
  /** @returns what the route answers each of these people; undefined: it answers nothing but people */
  read(
    personIds: readonly string[],
  ): Promise<(personId: string | null) => LiveCounts[Route] | undefined>
}

export type CountTellers = { [Route in Counted]: CountTeller<Route> }
export type Teller = RowTeller & { counts: Partial<CountTellers> }

export type RowReader = {
  personId: string | null
  /** What it was told last, by route. */
  counts: Map<Counted, string>
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
  teller: Teller,
  readers: () => readonly RowReader[],
  log: Logger,
): { changed(events: readonly LiveEvent[]): void; stop(): void } {
  const changed = new Set<string>()
  const due = new Set<CountTeller>()
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
      if (due.size > 0 && performance.now() >= lastCounts + countsEvery) await tellCounts()
    } catch (error) {
      if (isStopped) return
      log.warn({ err: messageOf(error) }, 'rows of the live stream could not be read')
      for (const reader of readers()) reader.resync()
    } finally {
      isTelling = false
      if (changed.size > 0 || due.size > 0) schedule()
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
    const tellers = [...due]
    due.clear()
    lastCounts = performance.now()
    const people = [...new Set(readers().flatMap(({ personId }) => personId ?? []))]
    const read = await Promise.all(
      tellers.map(async ({ route, read }) => ({ route, countsOf: await read(people) })),
    )
    for (const reader of readers()) {
      const news = read.flatMap(({ route, countsOf }) => {
        const counts = JSON.stringify(countsOf(reader.personId))
        if (counts === undefined || counts === reader.counts.get(route)) return []
        reader.counts.set(route, counts)
        return `"${route}":${counts}`
      })
      if (news.length > 0) reader.write(`event: counts\ndata: {${news.join(',')}}\n\n`)
    }
  }

  return {
    changed(events) {
      const ids = events.flatMap((event) =>
        event.ticketId !== null && teller.isTold(event) ? [event.ticketId] : [],
      )
      const counts = Object.values(teller.counts).filter((own) =>
        events.some((event) => isCounted(own, event)),
      )
      if (ids.length + counts.length === 0 || readers().length === 0) return
      for (const id of ids) changed.add(id)
      for (const own of counts) due.add(own)
      schedule()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** Whether the event may have changed what its route answers: the contract says so of both. */
export function isCounted({ route }: CountTeller, { name }: Pick<LiveEvent, 'name'>): boolean {
  const changes: readonly List[] | undefined = catalogueRowOf(name)?.changes
  // a newer version may record what is not known here
  return changes === undefined || routes[route].changedBy.some((list) => changes.includes(list))
}
