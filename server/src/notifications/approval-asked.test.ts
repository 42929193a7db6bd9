import { beforeAll, expect, test } from 'vitest'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { approveAction } from '#server/actions/approvals/approve-action.ts'
import { createActionDesk, openCase, preview } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import type { Actor, PersonActor } from '#server/core/actor.ts'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { listNotifications } from './list-notifications.ts'
import { tellOf } from './testing/tell.ts'

const desk = await createActionDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil' })
const lena = await createPerson(desk, { role: 'lead', name: 'Lena' })
const guest = await createPerson(desk, { role: 'engineer', name: 'Guest of Lena' })
const people = { ada, emil, lena, guest }

beforeAll(async () => {
  const data = { person: guest.id, role: 'engineer', line: 'L2' } as const
  await desk.db
    .transaction()
    .execute((tx) => appendEvents(tx, lena, desk.clock.now(), [{ name: 'person.invited', data }]))
})

/** A key of a machine. */
async function keyOf(
  owner: PersonActor | null,
  madeBy: PersonActor | null = owner,
): Promise<Actor> {
  const permissions = ['action:run', 'action:read'] as const
  const { id } = await desk.db
    .insertInto('api_key')
    .values({
      name: 'A script',
      hash: Buffer.from(crypto.randomUUID()),
      permissions: [...permissions],
      created_by: madeBy?.id ?? null,
      owner_id: owner?.id ?? null,
      expires_at: later(desk.clock.now(), days),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { kind: 'integration', id, name: 'A script', permissions }
}

async function ask(on: Case, by: Actor): Promise<string> {
  const { token } = await preview(desk, on, 'export.requeue', by)
  const wish = { ticketId: on.ticketId, token: token!, reason: 'They need it today' }
  return (await requestActionApproval(desk, by, wish)).id
}

async function whoIsToldOf(on: Case): Promise<string[]> {
  await tellOf(desk, on.ticketId)
  const told: string[] = []
  for (const [name, person] of Object.entries(people)) {
    const { items } = await listNotifications(desk, person, { limit: 50 })
    const own = items.filter(({ ticket }) => ticket.id === on.ticketId)
    if (own.some(({ kind }) => kind === 'approval_asked')) told.push(name)
  }
  return told
}

test.each<[string, () => Actor | Promise<Actor>, string[]]>([
  ['an agent', () => ada, ['emil', 'lena', 'guest']],
  ['an engineer', () => emil, ['lena', 'guest']],
  ['whom a lead let in', () => guest, ['emil']],
  ['a lead who let somebody in', () => lena, ['emil']],
  ['a key of an engineer', () => keyOf(emil), ['lena', 'guest']],
  ['a key that one made and another owns', () => keyOf(emil, lena), []],
  ['a key of nobody known', () => keyOf(null), []],
])(
  'the approval that %s asks for is told to whoever may give it',
  async (_who, asker, expected) => {
    const on = await openCase(desk, { sizeMb: 900 })
    const approvalId = await ask(on, await asker())
    const told = await whoIsToldOf(on)
    expect(told).toEqual(expected)
    // and the others may not
    const others = Object.entries(people).filter(([name]) => !told.includes(name))
    for (const [, person] of others) {
      await expect(approveAction(desk, person, { approvalId })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  },
)

test('the approval that the desk itself asks for is nobody’s', async () => {
  const on = await openCase(desk, { sizeMb: 900 })
  await ask(on, await keyOf(ada))
  await desk.db
    .updateTable('action_approval')
    .set({ actor: JSON.stringify({ kind: 'system', id: null, name: system('x').name }) })
    .where('ticket_id', '=', on.ticketId)
    .execute()
  expect(await whoIsToldOf(on)).toEqual([])
})
