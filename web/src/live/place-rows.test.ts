import type { TicketOrder, TicketSummary } from '@firstline/contract/tickets'
import { QueryClient } from '@tanstack/react-query'
import { waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { apiPages, apiQuery } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'
import { aTicket, newId } from '#web/testing/factories.ts'
import { isToldByCounts, isToldByRows, placeRows, showCounts } from './place-rows.ts'

type Query = { view?: 'open' | 'mine' | 'resolved' | 'void'; order?: TicketOrder; tag?: string }

/** As it stands in lists; later ones have waited less long. */
function row(minute: number, overrides: Partial<TicketSummary> = {}): TicketSummary {
  const at = `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`
  const spoke = { last: 'customer', since: at, by: 'Dana Reyes', personId: null } as const
  return aTicket({ subject: `At ${minute}`, spoke, updatedAt: at, lastEvent: '1', ...overrides })
}

function desk() {
  const queryClient = new QueryClient()
  const key = (query: Query) => apiPages('listTickets', { query }).queryKey
  return {
    queryClient,
    read(query: Query, pages: TicketSummary[][], next: string | null = null) {
      queryClient.setQueryData(key(query), {
        pageParams: pages.map(() => undefined),
        pages: pages.map((items, index) => ({
          items,
          next: index === pages.length - 1 ? next : `after-${index}`,
        })),
      })
    },
    pages: (query: Query) =>
      queryClient
        .getQueryData(key(query))
        ?.pages.map(({ items }) => items.map(({ subject }) => subject)),
    state: (query: Query) => queryClient.getQueryState(key(query)),
  }
}

describe('a ticket that has changed', () => {
  test('takes its place in each list it belongs to, and leaves those it does not', () => {
    const { queryClient, read, pages } = desk()
    const moved = row(5)
    read({ view: 'open' }, [[row(1), moved], [row(8)]])
    read({ view: 'resolved' }, [[]])
    placeRows(queryClient, [{ ...moved, state: 'resolved', lastEvent: '2' }])
    expect(pages({ view: 'open' })).toEqual([['At 1'], ['At 8']])
    expect(pages({ view: 'resolved' })).toEqual([['At 5']])
    placeRows(queryClient, [{ ...moved, lastEvent: '3' }])
    expect(pages({ view: 'open' })).toEqual([['At 1'], ['At 5', 'At 8']])
    expect(pages({ view: 'resolved' })).toEqual([[]])
  })

  test('stands where its order wants it', () => {
    const { queryClient, read, pages } = desk()
    const known = [row(2), row(4)]
    read({ order: 'longest' }, [known])
    read({ order: 'newest' }, [known.toReversed()])
    read({ order: 'urgent' }, [known])
    placeRows(queryClient, [row(3, { priority: 'urgent' })])
    expect(pages({ order: 'longest' })).toEqual([['At 2', 'At 3', 'At 4']])
    expect(pages({ order: 'newest' })).toEqual([['At 4', 'At 3', 'At 2']])
    expect(pages({ order: 'urgent' })).toEqual([['At 3', 'At 2', 'At 4']])
  })

  test('that belongs behind what was read is left to the next page; at the end of all it is shown', () => {
    const { queryClient, read, pages } = desk()
    read({ view: 'open' }, [[row(1)], [row(2)]], 'there is more')
    placeRows(queryClient, [row(9)])
    expect(pages({ view: 'open' })).toEqual([['At 1'], ['At 2']])
    read({ view: 'open' }, [[row(1)], [row(2)]])
    placeRows(queryClient, [row(9)])
    expect(pages({ view: 'open' })).toEqual([['At 1'], ['At 2', 'At 9']])
  })

  test('is mine only where it is assigned to me', () => {
    const { queryClient, read, pages } = desk()
    const me = { id: newId(), name: 'Ada Agent' }
    queryClient.setQueryData(apiQuery('getMe').queryKey, me as never)
    read({ view: 'mine' }, [[]])
    placeRows(queryClient, [
      row(1, { assignee: { id: newId(), name: 'Emil' } }),
      row(2, { assignee: me }),
    ])
    expect(pages({ view: 'mine' })).toEqual([['At 2']])
  })

  test('is in a list of a tag, however that is written, while it has it', () => {
    const { queryClient, read, pages } = desk()
    const tagged = row(1, { tags: ['VIP'] })
    read({ tag: 'vip' }, [[]])
    placeRows(queryClient, [tagged])
    expect(pages({ tag: 'vip' })).toEqual([['At 1']])
    placeRows(queryClient, [{ ...tagged, tags: [] }])
    expect(pages({ tag: 'vip' })).toEqual([[]])
  })

  test('stays as it is known where that is newer, as after a change of one’s own', () => {
    const { queryClient, read, pages } = desk()
    const known = row(1, { lastEvent: '12', subject: 'Newer' })
    read({ view: 'open' }, [[known]])
    placeRows(queryClient, [{ ...known, lastEvent: '9', subject: 'Older', state: 'resolved' }])
    expect(pages({ view: 'open' })).toEqual([['Newer']])
  })

  test('changes nothing of a list that is to be read again anyway', async () => {
    const { queryClient, read, pages, state } = desk()
    read({ view: 'open' }, [[]])
    await readAgain(queryClient)
    placeRows(queryClient, [row(1)])
    expect(pages({ view: 'open' })).toEqual([[]])
    expect(state({ view: 'open' })?.isInvalidated).toBe(true)
  })

  test('has a list asked once more whose answer was on its way, as that may say how it was', async () => {
    const { queryClient, state } = desk()
    const answer = Promise.withResolvers<{ items: TicketSummary[]; next: null }>()
    const asked = vi.fn(() => answer.promise)
    const { queryKey } = apiPages('listTickets', { query: { view: 'open' } })
    const reading = queryClient.fetchInfiniteQuery({
      queryKey,
      queryFn: asked,
      initialPageParam: undefined,
    })
    placeRows(queryClient, [row(1)])
    answer.resolve({ items: [], next: null })
    await reading
    await waitFor(() => expect(state({ view: 'open' })?.isInvalidated).toBe(true))
  })
})

test('counts are shown as they are told', () => {
  const queryClient = new QueryClient()
  const { queryKey } = apiQuery('countTickets')
  const none = {
    mine: 0,
    new: 0,
    open: 0,
    waiting: 0,
    snoozed: 0,
    resolved: 0,
    unknown: 0,
    void: 0,
  }
  showCounts(queryClient, { countTickets: { ...none, open: 3 } })
  expect(queryClient.getQueryData(queryKey)).toBeUndefined()
  queryClient.setQueryData(queryKey, none)
  showCounts(queryClient, { countTickets: { ...none, open: 3 } })
  expect(queryClient.getQueryData(queryKey)).toMatchObject({ open: 3 })
  const unread = apiQuery('countNotifications').queryKey
  queryClient.setQueryData(unread, { unread: 0 })
  showCounts(queryClient, { countNotifications: { unread: 2 } })
  expect(queryClient.getQueryData(unread)).toEqual({ unread: 2 })
  expect(queryClient.getQueryData(queryKey)).toMatchObject({ open: 3 })
})

test('what stands in a search or an incident is not in a row', () => {
  const told = (query: object) => isToldByRows(['listTickets', { query }, 'pages'])
  expect(told({ view: 'open', tag: 'vip', priority: 'high' })).toBe(true)
  expect(told({ q: 'export' })).toBe(false)
  expect(told({ incident: newId() })).toBe(false)
  expect(isToldByRows(['searchTickets', { query: { q: 'x' } }])).toBe(false)
})

test('what routes count is told, and nothing else is taken for it', () => {
  for (const name of ['countTickets', 'countInboundMails', 'countNotifications'] as const)
    expect(isToldByCounts(apiQuery(name).queryKey)).toBe(true)
  expect(isToldByCounts(['listTickets', {}, 'pages'])).toBe(false)
  expect(isToldByCounts(['constructor'])).toBe(false)
})
