import { routes } from '@firstline/contract/routes'
import { TagName } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { listTickets } from '#server/tickets/list-tickets.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { eventsOf, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { listTags } from './list-tags.ts'
import { tagTicket } from './tag-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })

async function tagged(...add: string[]) {
  const { id: ticketId } = await someTicket(desk, ada)
  await tagTicket(desk, ada, { ticketId, add })
  return ticketId
}

const known = async () => (await listTags(desk, ada, {})).items.map(({ name }) => name)

test('a word becomes a tag by being put on a ticket, and the record says what was put and taken', async () => {
  const { id: ticketId, tags } = await someTicket(desk, ada)
  expect(tags).toEqual([])
  const ticket = await tagTicket(desk, ada, { ticketId, add: ['Refund', 'angry'] })
  expect(ticket.tags).toEqual(['angry', 'Refund'])
  expect(await known()).toEqual(expect.arrayContaining(['angry', 'Refund']))
  await tagTicket(desk, ada, { ticketId, add: ['beta'], remove: ['angry', 'never there'] })
  expect((await getTicket(desk, ada, { ticketId })).tags).toEqual(['beta', 'Refund'])
  const events = (await eventsOf(desk, ticketId)).filter(({ name }) => name === 'ticket.tagged')
  expect(events.map(({ data }) => data)).toEqual([
    { added: ['angry', 'Refund'], removed: [] },
    { added: ['beta'], removed: ['angry'] },
  ])
})

test('written large or small, composed or not, spaced wide or narrow: it is one tag, named as at first', async () => {
  const [composed, apart] = ['Café  crème'.normalize('NFC'), ' CAFÉ CRÈME'.normalize('NFD')]
  const first = await tagged(composed)
  const second = await tagged(apart, composed)
  const names = async (ticketId: string) => (await getTicket(desk, ada, { ticketId })).tags
  expect(await names(first)).toEqual(await names(second))
  expect((await known()).filter((name) => /^caf/i.test(name))).toHaveLength(1)
  await expect(tagTicket(desk, ada, { ticketId: second, add: [apart] })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'ticket.tags-unchanged',
  })
})

test('names that are dangerous elsewhere are names here', async () => {
  const hostile = ['__proto__', 'constructor', '<img src=x onerror=alert(1)>', "'); drop table tag"]
  const ticketId = await tagged(...hostile)
  expect((await getTicket(desk, ada, { ticketId })).tags.toSorted()).toEqual(hostile.toSorted())
  const { items } = await listTickets(desk, ada, { view: 'open', tag: '__proto__' })
  expect(items.map(({ id }) => id)).toEqual([ticketId])
})

test('what cannot be seen, turns its line around or is too long is no name, and nothing is stored', async () => {
  const before = await known()
  for (const name of ['', '   ', '\u200b', 'a\nb', 'a\u202eb', 'x'.repeat(41)]) {
    expect(TagName.safeParse(name).success, JSON.stringify(name)).toBe(false)
    await expect(tagged(name)).rejects.toMatchObject({ kind: 'invalid' })
  }
  expect(await known()).toEqual(before)
  expect(routes.tagTicket.errors).toContain('tags.full')
})

test('a ticket has ten at most, however they come', async () => {
  const ticketId = await tagged(...Array.from({ length: 10 }, (_, n) => `ten ${n}`))
  await expect(tagTicket(desk, ada, { ticketId, add: ['eleven'] })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'ticket.tags-full',
  })
  expect(await known()).not.toContain('eleven')
  const { tags } = await tagTicket(desk, ada, { ticketId, add: ['eleven'], remove: ['TEN 3'] })
  expect(tags).toHaveLength(10)
})

test('a list of one tag holds all of it page after page; of a tag that nobody made, nothing', async () => {
  const made: string[] = []
  for (let n = 0; n < 5; n++) {
    desk.clock.advance(minutes)
    made.push(await tagged('Paged', `other ${n}`))
  }
  for (const order of ['longest', 'urgent', 'newest'] as const) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTickets(desk, ada, { tag: 'PAGED', order, limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(order === 'newest' ? made.toReversed() : made)
  }
  expect((await listTickets(desk, ada, { tag: 'nobody made this' })).items).toEqual([])
})

test('the desk has so many and no more, and who may not write makes none', async () => {
  const auditor = await createPerson(desk, { role: 'auditor' })
  const { id: ticketId } = await someTicket(desk, ada)
  await expect(
    tagTicket(desk, auditor, { ticketId, add: ['by an auditor'] }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await sql`
    insert into tag (name, key, made_at)
    select 'full ' || n, 'full ' || n, now() from generate_series(1, 200) n limit
      200 - (select count(*) from tag)`.execute(desk.db)
  await expect(tagTicket(desk, ada, { ticketId, add: ['one more'] })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'tags.full',
  })
  expect(await known()).toHaveLength(200)
  // one that is there is still put on
  expect((await tagTicket(desk, ada, { ticketId, add: ['Full 1'] })).tags).toEqual(['full 1'])
})
