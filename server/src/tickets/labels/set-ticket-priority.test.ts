import type { TicketPriority } from '@firstline/contract/tickets'
import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { listTickets } from '#server/tickets/list-tickets.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { eventsOf, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { setTicketPriority } from './set-ticket-priority.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })

/** Of one customer, a minute apart. */
async function ticketsOf(contactName: string, priorities: readonly TicketPriority[]) {
  const made: string[] = []
  for (const priority of priorities) {
    desk.clock.advance(minutes)
    const { id: ticketId } = await someTicket(desk, ada, { contactName })
    if (priority !== 'normal') await setTicketPriority(desk, ada, { ticketId, priority })
    made.push(ticketId)
  }
  return made
}

type Wish = Partial<Parameters<typeof listTickets>[2]>

async function read(wish: Wish): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listTickets(desk, ada, { ...wish, limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  return seen
}

test('a ticket is normal until somebody says otherwise, and the record says who and what it was', async () => {
  const { id: ticketId, priority } = await someTicket(desk, ada)
  expect(priority).toBe('normal')
  expect(await setTicketPriority(desk, ada, { ticketId, priority: 'urgent' })).toMatchObject({
    priority: 'urgent',
    state: 'open',
  })
  expect((await getTicket(desk, ada, { ticketId })).priority).toBe('urgent')
  expect((await eventsOf(desk, ticketId)).at(-1)).toEqual({
    name: 'ticket.priority_changed',
    data: { priority: 'urgent', previous: 'normal' },
    actor_kind: 'person',
    actor_id: ada.id,
  })
})

test('the same priority again is refused, and so is who may not write', async () => {
  const { id: ticketId } = await someTicket(desk, ada)
  await expect(
    setTicketPriority(desk, ada, { ticketId, priority: 'normal' }),
  ).rejects.toMatchObject({ kind: 'conflict', reason: 'ticket.priority-unchanged' })
  const auditor = await createPerson(desk, { role: 'auditor' })
  await expect(
    setTicketPriority(desk, auditor, { ticketId, priority: 'high' }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await eventsOf(desk, ticketId)).map(({ name }) => name)).not.toContain(
    'ticket.priority_changed',
  )
})

test('urgent ones come first only where the list is asked for it, page after page', async () => {
  const q = `Hurry ${crypto.randomUUID()}`
  const [low, normal, urgent, high, later] = await ticketsOf(q, [
    'low',
    'normal',
    'urgent',
    'high',
    'urgent',
  ])
  expect(await read({ q })).toEqual([low, normal, urgent, high, later])
  expect(await read({ q, order: 'urgent' })).toEqual([urgent, later, high, normal, low])
  await expect(
    listTickets(desk, ada, { q, order: 'urgent', cursor: 'customer.abc' }),
  ).rejects.toMatchObject({ reason: 'cursor.invalid' })
})

test('a list of one priority holds all of it and nothing else, in each order and view', async () => {
  const q = `Chosen ${crypto.randomUUID()}`
  const [first, , second] = await ticketsOf(q, ['high', 'normal', 'high', 'urgent'])
  expect(await read({ q, priority: 'high' })).toEqual([first, second])
  expect(await read({ q, priority: 'high', order: 'urgent' })).toEqual([first, second])
  expect(await read({ q, priority: 'high', order: 'newest' })).toEqual([second, first])
  for (const ticketId of [first!, second!]) {
    desk.clock.advance(minutes)
    await resolveTicket(desk, ada, { ticketId, summary: 'Done' })
  }
  const view = 'resolved'
  expect(await read({ q, view, priority: 'high' })).toEqual([second, first])
  // there nothing is urgent any more
  expect(await read({ q, view, priority: 'high', order: 'urgent' })).toEqual([second, first])
})
