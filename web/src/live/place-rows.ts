import { comparePlaces, isInView, orderOf } from '@firstline/contract/ticket-views'
import { LiveCounts } from '@firstline/contract/live'
import type { TicketSummary } from '@firstline/contract/tickets'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'
import { isSameTag } from '#web/tickets/labels/same-tag.ts'
import { askedBy } from './asked-by.ts'
import type { AskedTickets } from './asked-by.ts'

type Page = { items: TicketSummary[]; next: string | null }

/** Whether the live stream says by counts what such a query shows. */
export function isToldByCounts([name]: readonly unknown[]): boolean {
  return typeof name === 'string' && Object.hasOwn(LiveCounts.shape, name)
}

/** Whether it says by rows what such a query shows. */
export function isToldByRows([name, input]: readonly unknown[]): boolean {
  if (name !== 'listTickets') return false
  const { incident, q } = askedBy(input).query ?? {}
  return incident === undefined && q === undefined // what stands in those is not in the row
}

/** Tickets that have changed take their places in every list that has been read. */
export function placeRows(queryClient: QueryClient, rows: readonly TicketSummary[]): void {
  const me = queryClient.getQueryData(apiQuery('getMe').queryKey)?.id ?? null
  forEach<InfiniteData<Page>>(queryClient, 'listTickets', (data, queryKey) => {
    const asked = askedBy(queryKey[1]).query ?? {}
    const pages = rows.reduce((all, row) => place(all, row, { asked, me }), data.pages)
    return pages === data.pages ? data : { ...data, pages }
  })
}

/** What the routes that count answer now. */
export function showCounts(queryClient: QueryClient, counts: LiveCounts): void {
  for (const [route, count] of Object.entries(counts)) forEach(queryClient, route, () => count)
}

/** @param change of what is held; what is on its way to be read may still bring how it was, and is asked for again */
function forEach<Data>(
  queryClient: QueryClient,
  name: string,
  change: (data: Data, queryKey: QueryKey) => Data,
): void {
  for (const [queryKey, data] of queryClient.getQueriesData<Data>({ queryKey: [name] })) {
    if (!isToldByRows(queryKey) && !isToldByCounts(queryKey)) continue
    const state = queryClient.getQueryState(queryKey)
    if (state?.fetchStatus === 'fetching') void readAgain(queryClient, { queryKey, exact: true })
    else if (data !== undefined && !state?.isInvalidated)
      queryClient.setQueryData<Data>(queryKey, change(data, queryKey))
  }
}

/**
 * The pages with the ticket where it belongs now. Behind the last one that was read it is left out: the next page
 * will bring it. Nothing is another where one knows it newer already.
 */
function place(
  pages: Page[],
  row: TicketSummary,
  { asked, me }: { asked: AskedTickets; me: string | null },
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

function belongs(
  row: TicketSummary,
  { view = 'open', priority, tag }: AskedTickets,
  me: string | null,
): boolean {
  if (priority !== undefined && row.priority !== priority) return false
  if (tag !== undefined && !row.tags.some((own) => isSameTag(own, tag))) return false
  return isInView(row, view, me)
}

/** Its own change may have answered already with what came after the event that is told of. */
function isNewer(known: TicketSummary, row: TicketSummary): boolean {
  return BigInt(known.lastEvent ?? 0) > BigInt(row.lastEvent ?? 0)
}
