import { describe, expect, test } from 'vitest'
import { seconds } from '#server/core/clock.ts'
import { Limited, Unavailable } from '#server/core/errors.ts'
import { createPerson } from '#server/testing/people.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { eventsOf } from '#server/tickets/testing/factory.ts'
import { findBesideTicket } from './find-beside-ticket.ts'
import { mirrorBesideTicket, mirrorNow } from './mirror-beside-ticket.ts'
import { besideDesk } from './testing/desk.ts'

const desk = await besideDesk()
const { hands, agent, faults } = desk
const now = (externalId: string) => mirrorNow(desk, desk.desk, { desk: 'redmine', externalId })
const countTickets = async () => desk.db.selectFrom('ticket').select('id').orderBy('id').execute()

describe('a ticket that is asked for beside it', () => {
  test('is here at once, as the mirror would have brought it, and only once', async () => {
    const externalId = await hands.begin('Export missing', 'Where is my export?')
    const asked = { desk: 'redmine', externalId } as const
    await expect(findBesideTicket(desk, agent, asked)).rejects.toMatchObject({
      reason: 'beside.not-mirrored',
    })
    const [one, other] = await Promise.all([now(externalId), now(externalId)])
    expect(one).toEqual(other)
    expect(await findBesideTicket(desk, agent, asked)).toEqual(one)
    expect(await mirrorBesideTicket(desk, agent, asked)).toEqual(one)
    const known = (await eventsOf(desk, one.id)).map(({ name }) => name)
    await desk.follow()
    expect((await eventsOf(desk, one.id)).map(({ name }) => name)).toEqual(known)
    expect(await getTicket(desk, agent, { ticketId: one.id })).toMatchObject({
      subject: 'Export missing',
      outside: { desk: 'redmine', id: externalId },
    })
  })

  test('that is unknown there, or of no mirrored project, is refused with what to do', async () => {
    const before = await countTickets()
    await expect(now('99999')).rejects.toMatchObject({
      reason: 'beside.unknown',
      message: expect.stringContaining('check the number'),
    })
    const foreign = await hands.beginElsewhere('Of nobody here', 'There')
    await expect(now(foreign)).rejects.toMatchObject({
      reason: 'beside.not-in-scope',
      message: expect.stringContaining('(support)'),
    })
    expect(await countTickets()).toEqual(before)
  })

  test('of a desk that is away is refused, and is here once that is back', async () => {
    const externalId = await hands.begin('While away', 'Here')
    faults.push(new Unavailable('outbound.unreachable', 'desk.example cannot be reached'))
    await expect(now(externalId)).rejects.toMatchObject({ reason: 'beside.not-reachable' })
    expect((await now(externalId)).id).not.toBe('')
  })

  test('of a desk that wants a pause is not asked for until that is over', async () => {
    const externalId = await hands.begin('While busy', 'Here')
    await desk.follow()
    const other = await hands.begin('While busy too', 'Here')
    faults.push(new Limited('beside.limited', 'A pause', 30))
    await expect(now(other)).rejects.toMatchObject({ reason: 'beside.limited' })
    const asked: string[] = []
    const watched = {
      ...desk.desk,
      readTicket: (id: string) => (asked.push(id), desk.desk.readTicket(id)),
    }
    const wanted = { desk: 'redmine', externalId: other } as const
    await expect(mirrorNow(desk, watched, wanted)).rejects.toMatchObject({
      reason: 'beside.limited',
      extra: { retryAfterSeconds: 30 },
    })
    expect(asked).toEqual([])
    desk.clock.advance(31 * seconds)
    expect((await mirrorNow(desk, watched, wanted)).id).not.toBe('')
    expect(await desk.ticketOf(externalId)).not.toBe('')
  })

  test('is brought by nobody who may only read', async () => {
    const auditor = await createPerson(desk, { role: 'auditor' })
    const externalId = await hands.begin('Only read', 'Here')
    await expect(
      mirrorBesideTicket(desk, auditor, { desk: 'redmine', externalId }),
    ).rejects.toMatchObject({ reason: 'permission.missing' })
  })
})
