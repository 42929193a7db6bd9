import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sealRecord } from '#server/audit/seal-record.ts'
import { verifyDatabase } from '#server/audit/verify-database.ts'
import { readMail } from '#server/channels/read-mail.ts'
import { releaseInboundMail } from '#server/channels/release-inbound-mail.ts'
import { storeMail } from '#server/channels/store-mail.ts'
import { system } from '#server/core/actor.ts'
import { rebuildScorecard } from '#server/scorecard/facts/rebuild.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { giveRating } from '#server/tickets/give-rating.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { searchTickets } from '#server/tickets/search-tickets.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import type { TicketDesk } from '#server/tickets/testing/factory.ts'
import { approveErasure } from './approve-erasure.ts'
import { eraseAgain, listErased } from './erase-again.ts'
import { eraseContact } from './erase-contact.ts'
import { erasedFileOf, readErasedFile } from './erased-file.ts'
import { findContacts } from './find-contacts.ts'
import { previewErasure } from './preview-erasure.ts'
import { refuseErasure } from './refuse-erasure.ts'
import { runErasure } from './run-erasure.ts'

const opened = await ticketDesk(await createTestDesk())
const home = mkdtempSync(join(tmpdir(), 'firstline-erasure-'))
const desk: TicketDesk = { ...opened, config: { ...opened.config, home } }
const agent = await createPerson(desk, { name: 'Ada Agent' })
const admin = await createPerson(desk, { role: 'admin', name: 'Ines Admin' })
const mailing = system('email')

const somebody = () => {
  const word = crypto.randomUUID().replaceAll(/[^a-z]/g, '')
  return { email: `q${word}@nobody.example`, name: `Zelda${word} Özgün${word}` }
}
type Somebody = ReturnType<typeof somebody>

/** A mail of theirs, taken. @returns its ticket */
async function write({ email, name }: Somebody, text: string, to = 'support@acme.example') {
  const head = [
    `From: ${name} <${email}>`,
    `To: ${to}`,
    `Message-ID: <${crypto.randomUUID()}@${email}>`,
  ]
  const type = 'Content-Type: text/plain; charset=utf-8'
  const raw = Buffer.from([...head, `Subject: About ${name}`, type, '', text].join('\r\n'))
  const { id } = await storeMail(desk, mailing, { raw, envelopeFrom: email })
  await readMail(desk, { mail: id })
  const mail = await desk.db
    .selectFrom('inbound_mail')
    .select(['id', 'ticket_id as ticketId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { mailId: mail.id, ticketId: mail.ticketId! }
}

async function contactOf({ email }: Somebody) {
  const { items } = await findContacts(desk, admin, { q: email.toUpperCase() })
  return items[0]!
}

/** Asked for and done. */
async function erase(who: Somebody): Promise<string> {
  const { id: contactId, email } = await contactOf(who)
  const { id: erasure } = await eraseContact(desk, mailing, {
    contactId,
    email,
    reason: 'They asked',
  })
  await runErasure(desk, { erasure })
  return contactId
}

/** Columns of any table in which one of the words stands. */
async function placesWith(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; columns: string[]; bytes: string[] }>`
    select c.oid::regclass::text as name,
      array_agg(attname::text) filter (where atttypid <> 'bytea'::regtype) as columns,
      coalesce(array_agg(attname::text) filter (where atttypid = 'bytea'::regtype), '{}') as bytes
    from pg_attribute a join pg_class c on c.oid = attrelid
    where relnamespace::regnamespace::text in ('public', 'auth', 'graphile_worker') and relkind = 'r'
      and attnum > 0 and not attisdropped and has_table_privilege(c.oid, 'select')
    group by c.oid`.execute(desk.db)
  const wanted = words.map((word) => `%${word.toLowerCase()}%`)
  const found: string[] = []
  for (const { name, columns, bytes } of tables) {
    const texts = [
      ...columns.map((column) => [column, sql`${sql.ref(column)}::text`] as const),
      ...bytes.map((column) => [column, sql`encode(${sql.ref(column)}, 'escape')`] as const),
    ]
    const looked = texts.map(
      ([column, text]) => sql`bool_or(lower(${text}) like any (${wanted})) as ${sql.id(column)}`,
    )
    const { rows } = await sql<Record<string, boolean | null>>`
      select ${sql.join(looked)} from ${sql.raw(name)}`.execute(desk.db)
    const hits = Object.entries(rows[0] ?? {}).filter(([, isThere]) => isThere)
    found.push(...hits.map(([column]) => `${name}.${column}`))
  }
  return found
}

async function figures() {
  await rebuildScorecard(desk, await readBasis(desk.db))
  const { rows } = await sql`
    select to_jsonb(ticket_fact) as fact from ticket_fact union all
    select to_jsonb(resolution_fact) from resolution_fact order by 1`.execute(desk.db)
  return rows
}

async function namesOf(contact: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from event where data ->> 'contact' = ${contact} order by id`.execute(desk.db)
  return rows.map(({ name }) => name)
}

test('of who is erased no word is left in the whole database, and record and figures are as they were', async () => {
  const dana = somebody()
  const [first = '', last = ''] = dana.name.split(' ')
  const { ticketId, mailId } = await write(dana, `Nothing works\n\n${dana.name}`)
  await addNote(desk, agent, { ticketId, text: `${last} rang: ${dana.email}` })
  await replyToTicket(desk, agent, { ticketId, text: `Hello ${first},\n\nplease look again.` })
  const { resolutionId } = await resolved(ticketId, `Told ${dana.name} how`)
  const token = ratingTokenOf(resolutionId, desk.secret)
  await giveRating(desk, mailing, { token, value: 'up', comment: `Thanks, ${first}` })
  await sealRecord(desk)
  const before = await figures()
  expect(await placesWith([dana.email, first, last])).toEqual(
    expect.arrayContaining(['contact.email', 'inbound_mail.raw', 'message.text', 'rating.comment']),
  )

  const { counts } = await previewErasure(desk, admin, { contactId: (await contactOf(dana)).id })
  expect(counts).toMatchObject({ tickets: 1, messages: 1, otherMessages: 3, mails: 1, ratings: 1 })
  const contact = await erase(dana)

  expect(await placesWith([dana.email, first, last])).toEqual([])
  expect(await figures()).toEqual(before)
  expect(before.length).toBeGreaterThan(1)
  await sealRecord(desk)
  expect(await verifyDatabase(desk.db, {})).toMatchObject({ fault: null })
  expect(await namesOf(contact)).toEqual(['contact.erasure_asked', 'contact.erased'])
  const { items } = await searchTickets(desk, agent, { q: last })
  expect(items).toEqual([])
  const ticket = await getTicket(desk, agent, { ticketId })
  expect(ticket).toMatchObject({ subject: '[erased]', state: 'resolved' })
  const { rows } = await sql<{ text: string }>`
    select text from message where ticket_id = ${ticketId} order by at, id`.execute(desk.db)
  expect(rows.map(({ text }) => text)).toContain('Hello [erased],\n\nplease look again.')
  await expect(releaseInboundMail(desk, agent, { mailId })).rejects.toMatchObject({
    reason: 'mail.erased',
  })
})

async function resolved(ticketId: string, summary: string) {
  const { resolutions } = await resolveTicket(desk, agent, { ticketId, summary, reply: 'Done.' })
  return { resolutionId: resolutions[0]!.id }
}

test('who writes again is a new contact, and nothing of before is known of them', async () => {
  const dana = somebody()
  const before = await write(dana, 'First')
  const erased = await erase(dana)
  desk.clock.advance(60_000)
  const after = await write(dana, 'Second')
  const contact = await contactOf(dana)
  expect(contact.id).not.toBe(erased)
  expect(after.ticketId).not.toBe(before.ticketId)
})

test('their words in the ticket of another are erased, and the other’s stay', async () => {
  const [dana, carl] = [somebody(), somebody()]
  const { ticketId } = await write(carl, 'Carl’s own words')
  const { addressToken } = await desk.db
    .selectFrom('ticket')
    .select('address_token as addressToken')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  await write(dana, 'Dana’s own words', `support+${addressToken}@acme.example`)
  await erase(dana)
  const texts = await desk.db
    .selectFrom('message')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute()
  expect(texts.map(({ text }) => text)).toEqual(['Carl’s own words', '[erased]'])
})

test('a second administrator says yes, and who asked does not', async () => {
  const second = await createPerson(desk, { role: 'admin', name: 'Otto Admin' })
  const dana = somebody()
  await write(dana, 'Hello')
  const { id: contactId, email } = await contactOf(dana)
  const asking = { contactId, email, reason: 'They asked' }
  await expect(
    eraseContact(desk, admin, { ...asking, email: 'x@y.example' }),
  ).rejects.toMatchObject({ reason: 'erasure.not-confirmed' })
  const first = await eraseContact(desk, admin, asking)
  expect(first.state).toBe('asked')
  await expect(eraseContact(desk, second, asking)).rejects.toMatchObject({
    reason: 'erasure.asked-already',
  })
  await refuseErasure(desk, admin, { erasureId: first.id, reason: 'Another one is meant' })
  const { id: erasureId } = await eraseContact(desk, admin, asking)
  await expect(approveErasure(desk, admin, { erasureId })).rejects.toMatchObject({
    reason: 'erasure.own',
  })
  await runErasure(desk, { erasure: erasureId })
  expect((await contactOf(dana)).id).toBe(contactId)
  await approveErasure(desk, second, { erasureId })
  await expect(approveErasure(desk, second, { erasureId })).rejects.toMatchObject({
    reason: 'erasure.decided',
  })
  await runErasure(desk, { erasure: erasureId })
  expect(await contactOf(dana)).toBeUndefined()
  await expect(eraseContact(desk, admin, asking)).rejects.toMatchObject({
    reason: 'contact.erased',
  })
})

test('after a restore they are erased again: by their row, and by their address where it is another', async () => {
  const dana = somebody()
  await write(dana, 'Hello')
  const contact = await erase(dana)
  const lines = await readErasedFile(erasedFileOf(home))
  expect(lines.filter((line) => line.contact === contact)).toEqual(
    (await listErased(desk.db)).filter((line) => line.contact === contact),
  )
  expect(readFileSync(erasedFileOf(home), 'utf8')).not.toContain(dana.email)
  // as a backup from before had it, with their mail fetched anew
  desk.clock.advance(-60_000)
  await write(dana, 'Hello')
  desk.clock.advance(60_000)
  expect(await eraseAgain(desk, lines)).toBe(1)
  expect(await contactOf(dana)).toBeUndefined()
  await write(dana, 'A year later')
  desk.clock.advance(60_000)
  expect(await eraseAgain(desk, lines)).toBe(0)
})
