import { comparePlaces, isInView, orderOf } from '@firstline/contract/ticket-views'
import type {
  TicketOrder,
  TicketPriority,
  TicketSummary,
  TicketView,
} from '@firstline/contract/tickets'
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'
import { isSameTag } from '#web/tickets/labels/same-tag.ts'

type Page = { items: TicketSummary[]; next: string | null }
type Asked = {
  view?: TicketView
  order?: TicketOrder
  priority?: TicketPriority
  tag?: string
  incident?: string
  q?: string
}

/** Whether the live stream says by rows and counts what such a query shows: it need not be read again then. */
export function isToldByRows([name, input]: readonly unknown[]): boolean {
  if (name === 'countTickets') return true
  if (name !== 'listTickets') return false
  const { incident, q } = askedBy(input)
  return incident === undefined && q === undefined // what stands in those is not in the row
}

/** Tickets that have changed take their places in every list that has been read. */
export function placeRows(queryClient: QueryClient, rows: readonly TicketSummary[]): void {
  const me = queryClient.getQueryData(apiQuery('getMe').queryKey)?.id ?? null
  change(queryClient, 'listTickets', (query) => {
    const asked = askedBy(query.queryKey[1])
    const data = query.state.data as InfiniteData<Page>
    const pages = rows.reduce((all, row) => place(all, row, { asked, me }), data.pages)
    if (pages !== data.pages) queryClient.setQueryData(query.queryKey, { ...data, pages })
  })
}

export function showCounts(
  queryClient: QueryClient,
  counts: Readonly<Record<TicketView, number>>,
): void {
  change(queryClient, 'countTickets', ({ queryKey }) =>
    queryClient.setQueryData(queryKey, { ...counts }),
  )
}

/** @param work of a query that holds an answer; one that is on its way to another may still bring how it was */
function change(queryClient: QueryClient, name: string, work: (query: Query) => void): void {
  const queries = queryClient.getQueryCache().findAll({ queryKey: [name] })
  for (const query of queries.filter(({ queryKey }) => isToldByRows(queryKey))) {
    if (query.state.fetchStatus === 'fetching')
      void readAgain(queryClient, { queryKey: query.queryKey, exact: true })
    else if (query.state.data !== undefined && !query.state.isInvalidated) work(query)
  }
}

function askedBy(input: unknown): Asked {
  return (input as { query?: Asked } | undefined)?.query ?? {}
}

/**
 * The pages with the ticket where it belongs now. Behind the last one that was read it is left out: the next page
 * will bring it. Nothing is another where one knows it newer already.
 */
function place(
  pages: Page[],
  row: TicketSummary,
  { asked, me }: { asked: Asked; me: string | null },
): Page[] {
  const known = pages.flatMap(({ items }) => items).find(({ id }) => id === row.id)
  if (known && isNewer(known, row)) return pages
  const isThere = belongs(row, asked, me)
  if (!known && !isThere) return pages
  const without = known
    ? pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== row.id) }))
    : pages
  if (!isThere) return without
  const order = orderOf(asked.view ?? 'open', asked.order)
  const isBefore = (other: TicketSummary) => comparePlaces(order, row, other) < 0
  const found = without.findIndex(({ items }) => items.some(isBefore))
  const isWhole = (without.at(-1)?.next ?? null) === null
  if (found === -1 && !isWhole) return without
  const at = found === -1 ? without.length - 1 : found
  return without.map((page, index) => {
    if (index !== at) return page
    const items = [...page.items, row].toSorted((a, b) => comparePlaces(order, a, b))
    return { ...page, items }
  })
}

function belongs(row: TicketSummary, { view = 'open', priority, tag }: Asked, me: string | null) {
  if (priority !== undefined && row.priority !== priority) return false
  if (tag !== undefined && !row.tags.some((own) => isSameTag(own, tag))) return false
  return isInView(row, view, me)
}

/** Its own change may have answered already with what came after the event that is told of. */
function isNewer(known: TicketSummary, row: TicketSummary): boolean {
  return BigInt(known.lastEvent ?? 0) > BigInt(row.lastEvent ?? 0)
}
