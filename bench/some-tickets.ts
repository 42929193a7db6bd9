import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '../server/src/app.ts'
import { upsertAccount } from '../server/src/accounts/upsert-account.ts'
import { upsertContact } from '../server/src/accounts/upsert-contact.ts'
import { system } from '../server/src/core/actor.ts'
import type { PersonActor } from '../server/src/core/actor.ts'
import { hours, minutes } from '../server/src/core/clock.ts'
import { defineVerb } from '../server/src/core/verb.ts'
import { escalate } from '../server/src/escalations/escalate.ts'
import { returnEscalation } from '../server/src/escalations/return-escalation.ts'
import { fakeClock } from '../server/src/testing/clock.ts'
import type { FakeClock } from '../server/src/testing/clock.ts'
import { createPerson } from '../server/src/testing/people.ts'
import { addNote } from '../server/src/tickets/add-note.ts'
import { assignTicket } from '../server/src/tickets/assign-ticket.ts'
import { continueTicket, openTicket } from '../server/src/tickets/receive-message.ts'
import { replyToTicket } from '../server/src/tickets/reply-to-ticket.ts'
import { resolveTicket } from '../server/src/tickets/resolve-ticket.ts'
import { setTicketType } from '../server/src/tickets/set-ticket-type.ts'
import { voidTicket } from '../server/src/tickets/void-ticket.ts'

/** The files of a company with types and teams, and no system to read from. */
export function writeProject(folder: string): string {
  const project = join(folder, 'project')
  mkdirSync(project)
  const types = typeIds.map((id) => `  - { id: ${id}, title: ${id} }`).join('\n')
  writeFileSync(
    join(project, 'firstline.yaml'),
    `apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: support@acme.example, name: Acme Support }
types:
${types}
lines: { l1: [Desk], l2: [Platform] }
`,
  )
  return project
}

const typeIds = ['exports', 'webhooks', 'sign-in', 'billing', 'reports', 'how-to']

/** A ticket's course: who does what, one step after the other. */
type Step =
  | 'take'
  | 'answer'
  | 'note'
  | 'ask'
  | 'written to'
  | 'hand on'
  | 'return'
  | 'solve'
  | 'void'
const solved: readonly Step[] = ['take', 'answer', 'written to', 'solve']
const courses: readonly (readonly Step[])[] = [
  ...Array.from({ length: 10 }, () => solved),
  ...Array.from({ length: 4 }, () => ['take', 'note', 'solve'] as const),
  ['take', 'solve', 'written to', 'answer', 'solve'],
  ['take', 'ask', 'written to', 'answer', 'written to', 'solve'],
  ['take', 'hand on', 'return', 'solve'],
  ['take', 'answer', 'hand on', 'note', 'return', 'answer', 'solve'],
  ['take', 'hand on', 'return', 'solve', 'written to', 'solve'],
  ['void'],
]
/** Those of today: nobody has solved them yet. */
const standing: readonly (readonly Step[])[] = [
  [],
  ['take', 'answer'],
  ['take', 'ask'],
  ['take', 'hand on'],
]

export type SomeTickets = { people: PersonActor[]; tickets: number; from: Date; to: Date }

/** Tickets in every course that they take, made by the desk's own verbs within some days of work. */
export async function someTickets(app: App, manyTimes: number): Promise<SomeTickets> {
  const from = new Date(Date.now() - 4 * 24 * hours)
  const clock = fakeClock(from.toISOString())
  const desk = { ...app, clock, reactionsTo: () => [] }
  const people = [
    await createPerson(desk),
    await createPerson(desk, { name: 'Ben Agent' }),
    await createPerson(desk, { name: 'Emil Engineer', role: 'engineer', line: 'L2' }),
  ]
  let tickets = 0
  for (let turn = 0; turn < manyTimes; turn++) {
    for (const course of courses) await follow(desk, people, course, tickets++)
    clock.advance(2 * hours)
  }
  await app.db
    .updateTable('message')
    .set({ delivery: 'sent' })
    .where('delivery', '=', 'queued')
    .execute()
  return { people, tickets, from, to: clock.now() }
}

/** The tickets that are open now, which is few of them all. */
export async function standingTickets(
  app: App,
  people: readonly PersonActor[],
  count: number,
): Promise<void> {
  const clock = fakeClock(new Date(Date.now() - 4 * hours).toISOString())
  const desk = { ...app, clock, reactionsTo: () => [] }
  for (let number = 0; number < count; number++) {
    clock.set(new Date(Date.now() - (4 * hours * (count - number)) / count))
    await follow(desk, people, standing[number % standing.length]!, 1_000_000 + number, 0)
  }
}

type BenchApp = App & { clock: FakeClock }

async function follow(
  desk: BenchApp,
  people: readonly PersonActor[],
  course: readonly Step[],
  number: number,
  pause = 7 * minutes,
): Promise<void> {
  const [ada, ben, emil] = people as [PersonActor, PersonActor, PersonActor]
  const agent = number % 2 === 0 ? ada : ben
  desk.clock.advance(pause)
  const type = typeIds[number % typeIds.length]!
  const { ticketId, contact } = await receive(desk, system('bench'), {
    number,
    subject: `${topics[type]} (${number})`,
  })
  const does: Record<Step, () => Promise<unknown>> = {
    take: async () => {
      await assignTicket(desk, agent, { ticketId, personId: agent.id })
      await setTicketType(desk, agent, { ticketId, type })
    },
    answer: () => replyToTicket(desk, agent, { ticketId, text: words(number, 60), wait: false }),
    ask: () => replyToTicket(desk, agent, { ticketId, text: words(number, 30), wait: true }),
    note: () => addNote(desk, agent, { ticketId, text: words(number, 25), mentions: [] }),
    'written to': () =>
      goOn(desk, system('bench'), { ticketId, contact, text: words(number + 7, 50) }),
    'hand on': () =>
      escalate(desk, agent, {
        ticketId,
        to: 'Platform',
        because: 'The worker that makes it is not ours to see',
        note: words(number, 40),
        identifiers: {},
      }),
    return: async () => {
      const { id } = await desk.db
        .selectFrom('escalation')
        .select('id')
        .where('ticket_id', '=', ticketId)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow()
      await returnEscalation(desk, emil, {
        id,
        was: 'A worker had stopped',
        fix: 'Started it again',
        wouldHaveHelped: 'access',
        detail: 'The list of workers',
        say: '',
        minutesSpent: 20,
      })
    },
    solve: () =>
      resolveTicket(desk, agent, {
        ticketId,
        summary: 'The export was made anew',
        reply: words(number, 45),
      }),
    void: () => voidTicket(desk, agent, { ticketId, reason: 'spam' }),
  }
  for (const step of course) {
    desk.clock.advance(pause)
    await does[step]()
  }
}

type Contact = { id: string; accountId: string | null }

const receive = defineVerb({
  permission: 'ticket:write',
  input: z.object({ number: z.int(), subject: z.string() }),
  async run({ tx, clock }, { number, subject }) {
    const now = clock.now()
    const company = Math.floor(number / 5)
    const domain = `company-${company}.example`
    const name = `Company ${company}`
    const account = await upsertAccount(tx, { externalId: `acc_${company}`, name, domain }, now)
    const email = `person-${number}@${domain}`
    const contact = await upsertContact(
      tx,
      { email, name: `Person ${number}`, accountId: account.id },
      now,
    )
    const text = words(number, 70)
    const messageId = `<first-${number}@${domain}>`
    const { ticketId, events } = await openTicket(tx, now, {
      channel: 'email',
      contact,
      subject,
      text,
      messageId,
    })
    return { result: { ticketId, contact }, events }
  },
})

const goOn = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: z.string(), contact: z.custom<Contact>(), text: z.string() }),
  async run({ tx, clock }, { ticketId, contact, text }) {
    const arrival = { channel: 'email' as const, contact, subject: 'Re:', text }
    const { messageId, events } = await continueTicket(tx, clock.now(), ticketId, arrival)
    return { result: messageId, events }
  },
})

const topics: Record<string, string> = {
  exports: 'The export never came',
  webhooks: 'Webhook not delivered',
  'sign-in': 'Cannot sign in',
  billing: 'A question about an invoice',
  reports: 'The report shows old figures',
  'how-to': 'How to invite a colleague',
}
const vocabulary =
  'we asked for an export this morning and the link in the mail never came since yesterday our orders are missing from the report nobody here changed anything could you please look at it the invoice of march says another amount than the page when somebody signs in they see an empty list'.split(
    ' ',
  )

/** Words of a customer or an agent: most of them common, one in a hundred tickets says “chargeback”. */
function words(number: number, count: number): string {
  const said = Array.from(
    { length: count },
    (_, place) => vocabulary[(number * 31 + place * 17 + place * place) % vocabulary.length],
  )
  if (number % 100 === 0) said.push('chargeback')
  return `${said.join(' ')}.`
}
