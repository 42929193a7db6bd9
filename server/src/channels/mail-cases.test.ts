import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Message, Ticket } from '@firstline/contract/tickets'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { sendMail } from './send-mail.ts'
import { listenForMail } from './smtp-listener.ts'
import { storeMail } from './store-mail.ts'
import { customerServer, mailProgram, readAllMail } from './testing/mail-servers.ts'

/**
 * Every case is a mail as it came (`NN-name.eml`) with what a reader expects of it (`NN-name.json`).
 * To add one, write the two files.
 */
const folder = join(import.meta.dirname, 'testing/cases')

/** What does not hold yet. A case in this list that passes fails, so that the list only shrinks. */
const notYet = new Set<string>([])

const Mailed = z.object({
  name: z.string(),
  sizeBytes: z.int().optional(),
  type: z.string().optional(),
})
const Case = z.strictObject({
  kind: z.string(),
  /** The ticket before: answered and waiting, or resolved with a reply; none: there is none. */
  given: z.enum(['waiting', 'resolved']).optional(),
  door: z.enum(['smtp', 'http']).default('smtp'),
  envelopeFrom: z.string().optional(),
  /** What an agent answers afterwards. */
  reply: z.string().optional(),
  expect: z.strictObject({
    state: z.enum(['accepted', 'ignored']).optional(),
    ticket: z.enum(['same', 'new']).optional(),
    /** The same ticket, or a new one that names it. */
    ticketOrLink: z.literal(true).optional(),
    ticketState: z.enum(['open', 'waiting', 'resolved']).optional(),
    reopenCount: z.int().optional(),
    /** Of our reply. */
    delivery: z.literal('failed').optional(),
    from: z.union([z.string(), z.array(z.string())]).optional(),
    name: z.string().optional(),
    nameIs: z.string().optional(),
    nameIsNot: z.string().optional(),
    answerable: z.literal(true).optional(),
    subject: z.string().optional(),
    text: z.string().optional(),
    textContains: z.string().optional(),
    textDoesNotContain: z.string().optional(),
    textHasLines: z.array(z.string()).optional(),
    textMatches: z.string().optional(),
    quotedText: z.null().optional(),
    attachments: z.array(Mailed).optional(),
    warning: z.literal(true).optional(),
    warns: z.literal(true).optional(),
    shownRecipients: z.array(z.string()).optional(),
    /** An address that is offered as the contact. */
    suggests: z.string().optional(),
    replyGoesTo: z.string().optional(),
    nextReplyReaches: z.string().optional(),
    replyKeepsThem: z.literal(true).optional(),
    nextMailDoesNotContain: z.string().optional(),
  }),
})
type Case = z.output<typeof Case>
type Expected = Case['expect']

const tickets = await ticketDesk(await createTestDesk())
const agent = await createPerson(tickets)
const world = await customerServer()
const config = {
  ...tickets.config,
  publicUrl: 'https://desk.acme.example',
  smtpUrl: world.url,
}
const desk = { ...tickets, config, mailer: createMailer(config) }
const listener = await listenForMail(desk, { host: '127.0.0.1', port: 0 })
const door = mailProgram(listener.port)

const names = readdirSync(folder).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? [])

test('every case that does not hold yet is one of them', () => {
  expect(names).toEqual(expect.arrayContaining([...notYet]))
})

for (const name of names) {
  const given = Case.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
  const run = notYet.has(name) ? test.fails : test
  run(`${name}: ${given.kind}`, () => play(name, given))
}

type Before = { ticketId: string; replyId: string; placeholders: Map<string, string> }
type Arrived = { mailId: string; state: string; ticketId: string | null }

async function play(name: string, given: Case): Promise<void> {
  const before = given.given ? await prepare(name, given.given) : null
  if (existsSync(join(folder, `${name}.first.eml`))) await arrive(`${name}.first`, given, before)
  const arrived = await arrive(name, given, before)
  expectMail(given.expect, arrived, before)
  if (given.expect.delivery) expect(await deliveryOf(before)).toBe(given.expect.delivery)
  const ticketId = arrived.ticketId ?? before?.ticketId
  if (!ticketId) return
  const ticket = await getTicket(desk, agent, { ticketId })
  expectTicket(given.expect, ticket, before)
  if (arrived.state === 'accepted') {
    expectMessage(given.expect, await messageOf(arrived))
    await expectNextReply(given, ticket, before)
  }
}

/** A customer wrote, and was answered: `waiting` for what they say, or `resolved`. */
async function prepare(name: string, state: 'waiting' | 'resolved'): Promise<Before> {
  const domain = `case-${name.slice(0, 2)}.example`
  const contact = `liv@${domain}`
  const firstId = `<first@${domain}>`
  const headers = [`From: ${contact}`, `Message-ID: ${firstId}`, 'Subject: help']
  await door.sendRaw([...headers, '', 'It does not work.', ''].join('\r\n'), { from: contact })
  const { ticketId } = await readNewest()
  desk.clock.advance(minutes)
  const text = 'Please try again.'
  if (state === 'waiting')
    await replyToTicket(desk, agent, { ticketId: ticketId!, text, wait: true })
  else
    await resolveTicket(desk, agent, { ticketId: ticketId!, summary: 'Tried again', reply: text })
  const reply = await desk.db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select(['message.id', 'message.message_id as headerId', 'ticket.address_token as token'])
    .where('ticket.id', '=', ticketId)
    .where('message.kind', '=', 'reply')
    .executeTakeFirstOrThrow()
  await sendMail(desk, { data: { message: reply.id } })
  desk.clock.advance(minutes)
  const placeholders = new Map([
    ['CONTACT', contact],
    ['CONTACT_DOMAIN', domain],
    ['FIRST_ID', firstId],
    ['MESSAGE_ID', reply.headerId!],
    ['TOKEN_ADDRESS', `support+${reply.token}@acme.example`],
  ])
  return { ticketId: ticketId!, replyId: reply.id, placeholders }
}

/** As latin1, which keeps every byte. */
async function arrive(name: string, given: Case, before: Before | null): Promise<Arrived> {
  const raw = fill(readFileSync(join(folder, `${name}.eml`), 'latin1'), before)
  const bytes = Buffer.from(raw, 'latin1')
  if (given.door === 'http') {
    await storeMail(desk, system('email'), { raw: bytes })
  } else {
    const token = before?.placeholders.get('TOKEN_ADDRESS')
    const to = token && raw.includes(`To: ${token}`) ? token : 'support@acme.example'
    await door.sendRaw(bytes, { from: given.envelopeFrom ?? 'relay@sender.example', to })
  }
  return readNewest()
}

function fill(text: string, before: Before | null): string {
  return text.replaceAll(
    /\{\{([A-Z_]+)\}\}/g,
    (whole, key: string) => before?.placeholders.get(key) ?? (key === 'PICTURE' ? picture : whole),
  )
}

/** Half a megabyte, as of a screenshot that was pasted. */
const picture = `${'iVBORw0KGgo'.padEnd(76, 'A')}\r\n`.repeat(6_600)

async function readNewest(): Promise<Arrived> {
  await readAllMail(desk)
  return desk.db
    .selectFrom('inbound_mail')
    .select(['id as mailId', 'state', 'ticket_id as ticketId'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

async function messageOf({ mailId, ticketId }: Arrived): Promise<Message> {
  const { items } = await getTimeline(desk, agent, { ticketId: ticketId! })
  const messages = items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
  return messages.find((message) => message.mailId === mailId)!
}

async function deliveryOf(before: Before | null): Promise<string | null> {
  const { delivery } = await desk.db
    .selectFrom('message')
    .select('delivery')
    .where('id', '=', before!.replyId)
    .executeTakeFirstOrThrow()
  return delivery
}

function expectMail({ state, ticket }: Expected, arrived: Arrived, before: Before | null): void {
  if (state) expect(arrived.state).toBe(state)
  if (ticket === 'same') expect(arrived.ticketId).toBe(before!.ticketId)
  if (ticket === 'new') expect(arrived.ticketId).toEqual(expect.any(String))
}

function expectTicket(expected: Expected, ticket: Ticket, before: Before | null): void {
  if (expected.ticketState) expect(ticket.state).toBe(expected.ticketState)
  if (expected.reopenCount !== undefined) expect(ticket.reopenCount).toBe(expected.reopenCount)
  if (expected.subject) expect(ticket.subject).toBe(expected.subject)
  if (expected.answerable) expect(ticket.contact).not.toBeNull()
  if (expected.from) expect([expected.from].flat()).toContain(ticket.contact?.email)
  const name = expected.name ?? expected.nameIs
  if (name) expect(ticket.contact?.name).toBe(name)
  if (expected.nameIsNot) expect(ticket.contact?.name).not.toBe(expected.nameIsNot)
  if (expected.ticketOrLink) {
    expect([ticket.id, ticket.mayContinue?.id]).toContain(before!.ticketId)
  }
}

function expectMessage(expected: Expected, message: Message): void {
  const { text } = message
  if (expected.text) expect(text).toBe(expected.text)
  if (expected.textContains) expect(text).toContain(expected.textContains)
  if (expected.textDoesNotContain) expect(text).not.toContain(expected.textDoesNotContain)
  if (expected.textMatches) expect(text).toMatch(new RegExp(expected.textMatches, 'u'))
  const lines = text.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
  expect(lines).toEqual(expect.arrayContaining(expected.textHasLines ?? []))
  if (expected.quotedText === null) expect(message.quotedText).toBeNull()
  if (expected.attachments) expect(message.attachments).toMatchObject(expected.attachments)
  if (expected.warning ?? expected.warns) expect(message.warnings).not.toEqual([])
  if (expected.nameIsNot) expect(message.author.name).not.toBe(expected.nameIsNot)
  const shown = [...message.to, ...message.cc].map(({ email }) => email)
  expect(shown).toEqual(expect.arrayContaining(expected.shownRecipients ?? []))
  if (expected.suggests) expect(message.forwarded?.email).toBe(expected.suggests)
}

/** By a real reply through a real mail server. */
async function expectNextReply(
  { expect: expected, reply }: Case,
  ticket: Ticket,
  before: Before | null,
): Promise<void> {
  const kept = expected.replyKeepsThem ? (expected.shownRecipients ?? []) : []
  const named = [expected.replyGoesTo, expected.nextReplyReaches, ...kept].filter(
    (one) => one !== undefined,
  )
  const reached = named.map((address) => fill(address, before))
  const unwanted = expected.nextMailDoesNotContain
  if (reached.length === 0 && !unwanted) return
  desk.clock.advance(minutes)
  const text = reply ?? 'We look into it.'
  const { id } = await replyToTicket(desk, agent, { ticketId: ticket.id, text })
  await sendMail(desk, { data: { message: id } })
  const sent = world.taken.at(-1)!
  expect(sent.to).toEqual(expect.arrayContaining(reached))
  if (unwanted) expect(sent.raw).not.toContain(unwanted)
}
