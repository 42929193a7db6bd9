import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from './add-note.ts'
import { cutAround } from './excerpt.ts'
import { indexTickets } from './index-tickets.ts'
import { listPastTickets } from './list-past-tickets.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { searchTickets } from './search-tickets.ts'
import { someTicket, ticketDesk } from './testing/factory.ts'
import { voidTicket } from './void-ticket.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)
await numberFrom(73_000_001)

/** So far that no word that is made by chance begins as a number does: words are found from their beginning. */
async function numberFrom(first: number): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  await owner.connect()
  await owner.query(`select setval(pg_get_serial_sequence('ticket', 'number'), $1, false)`, [first])
  await owner.end()
}

async function find(q: string): Promise<string[]> {
  const { items } = await searchTickets(desk, agent, { q })
  return items.map(({ id }) => id)
}

describe('tickets are found by', () => {
  test('subject, names and addresses, and by any part of a word of them', async () => {
    const { id } = await someTicket(desk, agent, {
      subject: 'Rückerstattung für Großbestellung RE-2024/117',
      contactEmail: 'tove.østergaard@fjordbank.example',
      contactName: 'Tove Østergaard',
    })
    for (const q of [
      'rückerstattung',
      'Ruckerstattung',
      'erstattung gross',
      'RE-2024/117',
      '2024 117',
      'ostergaard',
      'gaard fjordbank',
      'tove.østergaard@fjordbank.example',
    ])
      expect(await find(q), q).toEqual([id])
    expect(await find('erstattung unbekanntes')).toEqual([])
  })

  test('what was said: by the customer, in a reply, in a note; with other endings too', async () => {
    const { id } = await someTicket(desk, agent, { text: 'The quarterly exports never arrived.' })
    await replyToTicket(desk, agent, { ticketId: id, text: 'Ich sehe zwei Rechnungen.' })
    await addNote(desk, agent, { ticketId: id, text: 'zebrafish queue was stuck' })
    expect(await find('zebrafish')).toEqual([id])
    expect(await find('quarterly export zebrafishes')).toEqual([id])
    expect(await find('Rechnung quarterly')).toEqual([id])
    expect(await find('quarterly rechnungen rhinoceros')).toEqual([])
  })

  test('words of every script, also where they are written without spaces', async () => {
    const { id } = await someTicket(desk, agent, {
      subject: 'Не приходит выгрузка',
      text: '注文番号48213の荷物がまだ届いていません。ขอใบเสร็จด้วยครับ',
    })
    for (const q of ['выгрузк', 'грузка приходит', '荷物', 'まだ届いていません', 'ใบเสร็จ'])
      expect(await find(q), q).toEqual([id])
  })

  test('their number first, then where it is only mentioned', async () => {
    const about = await someTicket(desk, agent)
    const mention = await someTicket(desk, agent, { text: `As in #${about.number} again` })
    const page = await searchTickets(desk, agent, { q: `#${about.number}` })
    expect(page.items.map(({ id }) => id)).toEqual([about.id, mention.id])
    expect(page.count).toBe(2)
  })

  test('nothing but words: signs are none, and nothing typed becomes SQL or a wildcard', async () => {
    for (const q of ["'; drop table ticket; --", '%', '_', '!!', '&|<->', "a' | 'b", '\\', ':*'])
      await expect(searchTickets(desk, agent, { q }), q).resolves.toMatchObject({ next: null })
    expect((await searchTickets(desk, agent, { q: '%' })).items).toEqual([])
    expect((await searchTickets(desk, agent, { q: 'word '.repeat(40) })).items).toEqual([])
  })
})

test('what a ticket is about comes before what was said in it, newest first, in pages without gap', async () => {
  const word = `pageword${crypto.randomUUID().slice(0, 8)}`
  const [said, titled]: string[][] = [[], []]
  for (let i = 0; i < 4; i++) {
    said!.unshift((await someTicket(desk, agent, { text: `There: ${word}` })).id)
    titled!.unshift((await someTicket(desk, agent, { subject: `${word} again` })).id)
  }
  const seen: string[] = []
  const counts: (number | null)[] = []
  let cursor: string | undefined
  do {
    const page = await searchTickets(desk, agent, { q: word, limit: 3, cursor })
    seen.push(...page.items.map(({ id }) => id))
    counts.push(page.count)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual([...titled!, ...said!])
  expect(counts).toEqual([8, null, null])
  const nonsense = searchTickets(desk, agent, { q: word, cursor: 'nonsense' })
  await expect(nonsense).rejects.toMatchObject({ reason: 'cursor.invalid' })
})

test('it is shown where the words were said, of every state', async () => {
  const { id } = await someTicket(desk, agent, {
    text: 'Bonjour, la Größe of the giraffe is wrong.',
  })
  await resolveTicket(desk, agent, { ticketId: id, summary: 'Right now' })
  const { items } = await searchTickets(desk, agent, { q: 'grosse giraffe' })
  expect(items).toMatchObject([
    {
      id,
      state: 'resolved',
      excerpt: {
        kind: 'customer',
        parts: ['Bonjour, la ', 'Größe', ' of the ', 'giraffe', ' is wrong.'],
      },
    },
  ])
})

test('an excerpt is cut at words, and none is made where nothing fits', () => {
  const long = `${'before '.repeat(40)}needle${' after'.repeat(60)}`
  const parts = cutAround(long, ['needle'])
  expect(parts?.[1]).toBe('needle')
  expect(parts?.[0]).toMatch(/^…before/)
  expect(parts?.at(-1)).toMatch(/…$/)
  expect(cutAround('nothing here', ['needle'])).toBeNull()
})

test('a new name is found once the job has run; a ticket without words yet is counted', async () => {
  const { id, contact } = await someTicket(desk, agent)
  const name = `Renamed${crypto.randomUUID().slice(0, 8)}`
  await desk.db.updateTable('contact').set({ name }).where('id', '=', contact!.id).execute()
  expect(await searchTickets(desk, agent, { q: name })).toMatchObject({ items: [], stale: 1 })
  expect(await indexTickets(desk)).toBe(1)
  expect(await searchTickets(desk, agent, { q: name })).toMatchObject({ items: [{ id }], stale: 0 })
})

test('an AI agent finds only what it was given', async () => {
  const word = `reach${crypto.randomUUID().slice(0, 8)}`
  const typed = await someTicket(desk, agent, { subject: word, type: 'how-to' })
  const other = await someTicket(desk, agent, { subject: word })
  const ai = { ...agent, kind: 'ai_agent' as const, limits: { types: ['how-to'] } }
  const found = await searchTickets(desk, ai as never, { q: word })
  expect(found.items.map(({ id }) => id)).toEqual([typed.id])
  expect(found.count).toBe(1)
  const byNumber = await searchTickets(desk, ai as never, { q: `#${other.number}` })
  expect(byNumber.items).toEqual([])
})

test('past tickets are those of the same customer, none that counts for nothing, in pages', async () => {
  const contactEmail = `${crypto.randomUUID()}@past.example`
  const made: string[] = []
  for (let i = 0; i < 5; i++) {
    desk.clock.advance(minutes)
    made.unshift((await someTicket(desk, agent, { contactEmail })).id)
  }
  await someTicket(desk, agent)
  await voidTicket(desk, agent, { ticketId: made[1]!, reason: 'spam' })
  const [ticketId] = made
  const first = await listPastTickets(desk, agent, { ticketId: ticketId!, limit: 2 })
  const second = await listPastTickets(desk, agent, {
    ticketId: ticketId!,
    limit: 2,
    cursor: first.next ?? undefined,
  })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.slice(2))
  expect(second.next).toBeNull()
  const missing = listPastTickets(desk, agent, { ticketId: crypto.randomUUID() })
  await expect(missing).rejects.toMatchObject({ reason: 'ticket.not-found' })
})
