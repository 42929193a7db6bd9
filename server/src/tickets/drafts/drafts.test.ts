import type { Draft } from '@firstline/contract/drafts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { eventsOf, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { forgetDraft } from './forget-draft.ts'
import { keepDraft } from './keep-draft.ts'
import { listDrafts, listTicketDrafts } from './list-drafts.ts'

const desk = await ticketDesk(await createTestDesk())
const ada = await createPerson(desk, { name: 'Ada' })
const bo = await createPerson(desk, { name: 'Bo' })

const newTicket = async (contactEmail = `${crypto.randomUUID()}@nobody.example`) =>
  (await someTicket(desk, ada, { contactEmail })).id

type Wanted = Partial<Omit<Parameters<typeof keepDraft>[2], 'ticketId'>>

const keep = (ticketId: string, wanted: Wanted = {}, who = ada): Promise<Draft> =>
  keepDraft(desk, who, { ticketId, kind: 'reply', text: 'We look', basedOn: null, ...wanted })

const draftsOn = async (ticketId: string, who = ada) =>
  (await listTicketDrafts(desk, who, { ticketId })).items

const textsOn = async (ticketId: string, who = ada) =>
  (await draftsOn(ticketId, who)).map(({ kind, text }) => `${kind}: ${text}`)

const refusing = (reason: string) => expect.objectContaining({ reason })

test('what somebody writes is kept with all that belongs to it, and read from anywhere', async () => {
  const ticketId = await newTicket()
  const choices = {
    recipients: ['dana@northwind.example'],
    wait: true,
    summary: 'Requeued',
    savedReply: { id: crypto.randomUUID(), text: 'We look into it' },
    named: [bo.id],
    sendingKey: 'one-key',
  }
  const kept = await keep(ticketId, { text: '  We look\n', choices })
  expect(kept).toMatchObject({ kind: 'reply', text: '  We look\n', choices })
  desk.clock.advance(minutes)
  await keep(ticketId, { kind: 'note', text: 'Ask Bo' })
  expect(await textsOn(ticketId)).toEqual(['note: Ask Bo', 'reply:   We look\n'])
  expect((await draftsOn(ticketId))[1]).toEqual(kept)
})

test('stands nowhere on the record, and changes nothing of the ticket', async () => {
  const ticketId = await newTicket()
  const before = await eventsOf(desk, ticketId)
  const count = () =>
    desk.db
      .selectFrom('event')
      .select(sql<string>`count(*)`.as('all'))
      .executeTakeFirstOrThrow()
  const all = await count()
  const { version } = await keep(ticketId)
  await forgetDraft(desk, ada, { ticketId, kind: 'reply', basedOn: version })
  expect(await eventsOf(desk, ticketId)).toEqual(before)
  expect(await count()).toEqual(all)
})

test('is its writer’s alone: no colleague and no key comes near it', async () => {
  const ticketId = await newTicket()
  const kept = await keep(ticketId)
  expect(await draftsOn(ticketId, bo)).toEqual([])
  expect(await listDrafts(desk, bo, {})).toEqual({ items: [] })
  // what Bo forgets or writes is Bo's
  await forgetDraft(desk, bo, { ticketId, kind: 'reply', basedOn: kept.version })
  await keep(ticketId, { text: 'Bo looks' }, bo)
  expect(await draftsOn(ticketId)).toEqual([kept])
  const key = { kind: 'integration', id: crypto.randomUUID(), name: 'A key' } as const
  const asKey = { ...key, permissions: ['ticket:read', 'ticket:write'] as const }
  const actor = { ...asKey, permissions: [...asKey.permissions] }
  const personOnly = refusing('permission.person-only')
  await expect(listDrafts(desk, actor, {})).rejects.toEqual(personOnly)
  await expect(listTicketDrafts(desk, actor, { ticketId })).rejects.toEqual(personOnly)
  await expect(
    keepDraft(desk, actor, { ticketId, kind: 'reply', text: 'x', basedOn: null }),
  ).rejects.toEqual(personOnly)
  await expect(
    forgetDraft(desk, actor, { ticketId, kind: 'reply', basedOn: kept.version }),
  ).rejects.toEqual(personOnly)
})

test('written on from another device, it refuses what knew less, and hands over what it says', async () => {
  const ticketId = await newTicket()
  const first = await keep(ticketId)
  const second = await keep(ticketId, { text: 'We look now', basedOn: first.version })
  const late = keep(ticketId, { text: 'We will look', basedOn: first.version })
  await expect(late).rejects.toMatchObject({ reason: 'draft.changed', extra: { draft: second } })
  const anew = keep(ticketId, { text: 'Something else', basedOn: null })
  await expect(anew).rejects.toMatchObject({ reason: 'draft.changed', extra: { draft: second } })
  expect(await draftsOn(ticketId)).toEqual([second])
})

test('of two devices that write on at once, one is refused', async () => {
  const ticketId = await newTicket()
  const { version: basedOn } = await keep(ticketId)
  const both = await Promise.allSettled([
    keep(ticketId, { text: 'One', basedOn }),
    keep(ticketId, { text: 'Two', basedOn }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('kept again after a lost answer it is the same draft', async () => {
  const ticketId = await newTicket()
  const first = await keep(ticketId)
  expect(await keep(ticketId)).toEqual(first)
  const second = await keep(ticketId, { text: 'We look now', basedOn: first.version })
  const again = await keep(ticketId, { text: 'We look now', basedOn: first.version })
  expect(again).toEqual(second)
})

test('sent or thrown away elsewhere, it is not there again without being asked for', async () => {
  const ticketId = await newTicket()
  const { version: basedOn } = await keep(ticketId)
  await forgetDraft(desk, ada, { ticketId, kind: 'reply', basedOn })
  await expect(keep(ticketId, { text: 'And more', basedOn })).rejects.toEqual(
    refusing('draft.gone'),
  )
  expect(await textsOn(ticketId)).toEqual([])
  await keep(ticketId, { text: 'And more' })
  expect(await textsOn(ticketId)).toEqual(['reply: And more'])
})

test('forgetting lets be what was written since', async () => {
  const ticketId = await newTicket()
  const first = await keep(ticketId)
  await keep(ticketId, { text: 'We look now', basedOn: first.version })
  await forgetDraft(desk, ada, { ticketId, kind: 'reply', basedOn: first.version })
  expect(await textsOn(ticketId)).toEqual(['reply: We look now'])
})

test('on a ticket that there is not, nothing is kept', async () => {
  await expect(keep(crypto.randomUUID())).rejects.toEqual(refusing('ticket.not-found'))
})

test('mine are listed with their first words, the newest first', async () => {
  const cleo = await createPerson(desk, { name: 'Cleo' })
  const [one, two] = [await newTicket(), await newTicket()]
  await keep(one, { text: '\n  We look\n\ninto it  ' }, cleo)
  desk.clock.advance(minutes)
  await keep(two, { text: '', choices: { summary: 'Requeued' } }, cleo)
  const { items } = await listDrafts(desk, cleo, {})
  expect(items.map(({ ticketId, words }) => [ticketId, words])).toEqual([
    [two, 'Requeued'],
    [one, 'We look into it'],
  ])
})

test('a reply, a note and a resolution that say it forget it; the other kind and other people’s stay', async () => {
  const ticketId = await newTicket()
  await keep(ticketId)
  await keep(ticketId, { kind: 'note', text: 'Ask Bo' })
  await keep(ticketId, {}, bo)
  // the last keys were not kept yet
  await replyToTicket(desk, ada, { ticketId, text: 'We look into it' })
  expect(await textsOn(ticketId)).toEqual(['note: Ask Bo'])
  await addNote(desk, ada, { ticketId, text: 'Ask Bo' })
  expect(await textsOn(ticketId)).toEqual([])
  await keep(ticketId, { text: 'It is there' })
  await resolveTicket(desk, ada, { ticketId, summary: 'Requeued', reply: 'It is there' })
  expect(await textsOn(ticketId)).toEqual([])
  expect(await textsOn(ticketId, bo)).toEqual(['reply: We look'])
})

test('resolving without a word forgets the summary, and no reply that another device has begun', async () => {
  const [one, two] = [await newTicket(), await newTicket()]
  await keep(one, { text: '', choices: { summary: 'Requeued' } })
  await keep(two)
  for (const ticketId of [one, two])
    await resolveTicket(desk, ada, { ticketId, summary: 'Requeued' })
  expect(await textsOn(one)).toEqual([])
  expect(await textsOn(two)).toEqual(['reply: We look'])
})

test('what was written on elsewhere is not lost by sending less', async () => {
  const ticketId = await newTicket()
  await keep(ticketId, { text: 'We look, and call you' })
  await replyToTicket(desk, ada, { ticketId, text: 'We look' })
  expect(await textsOn(ticketId)).toEqual(['reply: We look, and call you'])
})

test('a reply that is refused leaves its draft', async () => {
  const ticketId = await newTicket()
  await voidTicket(desk, ada, { ticketId, reason: 'spam' })
  await keep(ticketId)
  await expect(replyToTicket(desk, ada, { ticketId, text: 'We look' })).rejects.toEqual(
    refusing('ticket.void'),
  )
  expect(await textsOn(ticketId)).toEqual(['reply: We look'])
})

test('merging carries everybody’s to the ticket that stays, below theirs there and never twice', async () => {
  const contact = `${crypto.randomUUID()}@nobody.example`
  const [goes, stays] = [await newTicket(contact), await newTicket(contact)]
  await keep(goes, { text: 'And this', choices: { wait: true } })
  await keep(goes, { kind: 'note', text: 'Ask Bo', choices: { named: [bo.id] } })
  await keep(goes, { text: 'Hello' }, bo)
  const before = await keep(stays, { text: 'First', choices: { recipients: ['a@b.example'] } })
  await keep(stays, { text: 'Hello there' }, bo)
  await mergeTicket(desk, ada, { ticketId: goes, into: stays })
  expect(await textsOn(goes)).toEqual([])
  expect(await textsOn(stays)).toEqual(['note: Ask Bo\n', 'reply: First\n\nAnd this\n'])
  expect(await textsOn(stays, bo)).toEqual(['reply: Hello there'])
  const [note, reply] = await draftsOn(stays)
  expect(note?.choices.named).toEqual([bo.id])
  expect(reply?.choices).toMatchObject({ recipients: ['a@b.example'], wait: false })
  // whoever writes on there elsewhere is told
  const on = keep(stays, { text: 'First, then', basedOn: before.version })
  await expect(on).rejects.toEqual(refusing('draft.changed'))
})

test('goes with its ticket and with its writer', async () => {
  const ticketId = await newTicket()
  await keep(ticketId)
  const { rows } = await sql<{ table: string; deletes: string }>`
    select confrelid::regclass::text as table, confdeltype as deletes from pg_constraint
    where contype = 'f' and conrelid = 'draft'::regclass order by 1`.execute(desk.db)
  expect(rows).toEqual([
    { table: 'person', deletes: 'c' },
    { table: 'ticket', deletes: 'c' },
  ])
})
