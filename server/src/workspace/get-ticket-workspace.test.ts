import { expect, test } from 'vitest'
import { listPanels } from '#server/accounts/queries.ts'
import { createTicket } from '#server/accounts/testing/factory.ts'
import { listTicketApprovals } from '#server/actions/approvals/queries.ts'
import { listActions } from '#server/actions/queries.ts'
import { createActionDesk, openCase } from '#server/actions/testing/factory.ts'
import type { Actor } from '#server/core/actor.ts'
import { listTicketWatchers } from '#server/notifications/watch-ticket.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { getTicketWorkspace } from './get-ticket-workspace.ts'

const desk = await createActionDesk(await createTestDesk())
const agent = await createPerson(desk)

async function partsOf(actor: Actor, ticketId: string) {
  const asked = { ticketId }
  return {
    ticket: await getTicket(desk, actor, asked),
    timeline: await getTimeline(desk, actor, asked),
    panels: await listPanels(desk, actor, asked),
    approvals: await listTicketApprovals(desk, actor, asked),
    actions: await listActions(desk, actor, asked),
    watchers: await listTicketWatchers(desk, actor, asked),
  }
}

test('the workspace has what its parts answer one by one', async () => {
  const { ticketId } = await openCase(desk)
  // the look is an event of the ticket: once an hour
  await getTicketWorkspace(desk, agent, { ticketId })
  const whole = await getTicketWorkspace(desk, agent, { ticketId })
  expect(whole).toEqual(await partsOf(agent, ticketId))
  expect(whole.actions?.items.length).toBeGreaterThan(0)
})

test('who opens it is on record as having looked, once an hour, before the answer', async () => {
  const { ticketId, accountId } = await openCase(desk)
  const looks = () =>
    desk.db
      .selectFrom('event')
      .select(['actor_id', 'account_id'])
      .where('ticket_id', '=', ticketId)
      .where('name', '=', 'account.viewed')
      .execute()
  expect(await looks()).toEqual([])
  await getTicketWorkspace(desk, agent, { ticketId })
  await getTicketWorkspace(desk, agent, { ticketId })
  expect(await looks()).toEqual([{ actor_id: agent.id, account_id: accountId }])
})

test('a part that somebody may not read is null, and they have not looked', async () => {
  const { ticketId } = await openCase(desk)
  const key: Actor = {
    kind: 'integration',
    id: crypto.randomUUID(),
    name: 'k',
    permissions: ['ticket:read'],
  }
  const shown = await getTicketWorkspace(desk, key, { ticketId })
  expect(shown).toMatchObject({ panels: null, approvals: null, actions: null })
  expect(shown.ticket.id).toBe(ticketId)
  const looked = shown.timeline.items.filter(
    (item) => item.kind === 'event' && item.name === 'account.viewed',
  )
  expect(looked).toEqual([])
})

test('a ticket of nobody yet has panels without an account, and no actions', async () => {
  const ticketId = await createTicket(desk, null)
  const shown = await getTicketWorkspace(desk, agent, { ticketId })
  expect(shown).toMatchObject({
    panels: { account: null },
    actions: null,
    approvals: { items: [] },
  })
})

test('a ticket that does not exist is not found', async () => {
  const ticketId = crypto.randomUUID()
  await expect(getTicketWorkspace(desk, agent, { ticketId })).rejects.toMatchObject({
    reason: 'ticket.not-found',
  })
})
