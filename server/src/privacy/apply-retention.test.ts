import { expect, test } from 'vitest'
import { days } from '#server/core/clock.ts'
import { createPortalDesk } from '#server/portal/testing/portal-desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { searchTickets } from '#server/tickets/search-tickets.ts'
import { applyRetention } from './apply-retention.ts'
import { listRetention } from './list-retention.ts'

const { app, desk } = await createPortalDesk('retention: { mails_days: 30, messages_days: 100 }')
const agent = await createPerson(desk)
const admin = await createPerson(desk, { role: 'admin' })

const unique = () => crypto.randomUUID().replaceAll(/[^a-z]/g, '')

async function someTicket(word: string): Promise<string> {
  const contactEmail = `${unique()}@nobody.example`
  const { id } = await createTicket(app, agent, { subject: word, text: word, contactEmail })
  return id
}

async function someMail(): Promise<string> {
  const { id } = await desk.db
    .insertInto('inbound_mail')
    .values({
      raw: Buffer.from('Subject: Hello'),
      sha256: Buffer.alloc(32),
      size_bytes: 14,
      received_at: desk.clock.now(),
      state: 'accepted',
      sender: 'dana@nobody.example',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function rehearsed() {
  const { items } = await listRetention(app, admin, {})
  return Object.fromEntries(items.map(({ kind, count }) => [kind, count]))
}

const rawOf = async (id: string) => {
  const row = desk.db.selectFrom('inbound_mail').select('raw').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).raw.toString()
}

async function found(word: string): Promise<number> {
  return (await searchTickets(app, agent, { q: word })).items.length
}

test('what is older than it is kept is erased as the rehearsal said, and what is young or open stays', async () => {
  const [open, done] = [unique(), unique()]
  await someTicket(open)
  const ticketId = await someTicket(done)
  await addNote(app, agent, { ticketId, text: `A note about ${done}` })
  await resolveTicket(app, agent, { ticketId, summary: done })
  const old = await someMail()
  desk.clock.advance(29 * days)
  const young = await someMail()
  await applyRetention(app)
  expect(await rehearsed()).toEqual({ mails: 0, messages: 0 })
  expect(await rawOf(old)).toBe('Subject: Hello')

  desk.clock.advance(2 * days)
  expect(await rehearsed()).toEqual({ mails: 1, messages: 0 })
  await applyRetention(app)
  expect([await rawOf(old), await rawOf(young)]).toEqual(['', 'Subject: Hello'])
  expect(await found(done)).toBe(1)

  desk.clock.advance(100 * days)
  expect(await rehearsed()).toEqual({ mails: 1, messages: 2 })
  await applyRetention(app)
  expect(await rehearsed()).toEqual({ mails: 0, messages: 0 })
  expect([await found(done), await found(open)]).toEqual([0, 1])
  const applied = await desk.db
    .selectFrom('event')
    .select('data')
    .where('name', '=', 'retention.applied')
    .orderBy('id')
    .execute()
  expect(applied.map(({ data }) => data)).toEqual([
    { kind: 'mails', days: 30, count: 1 },
    { kind: 'mails', days: 30, count: 1 },
    { kind: 'messages', days: 100, count: 2 },
  ])
})
