import { ProblemError, createClient } from '@firstline/contract/client'
import { createCustomers } from './customers.ts'
import type { Case, Customers, Fault, Received } from './customers.ts'
import { signIn } from './desk-people.ts'
import type { DeskPerson, Fetch, SignIn } from './desk-people.ts'
import {
  escalateByRunbook,
  firstName,
  resolveByRunbook,
  take,
  ticketOf,
  ticketOfCase,
} from './first-line.ts'
import { alertsUntil, tellAlert } from './incidents.ts'
import { answered, spam, unanswered, waitingForCustomer, writtenTwice } from './letters.ts'
import type { Letter } from './letters.ts'
import { letAiAgentIn } from './ai-agent.ts'
import { askByName, readSome } from './colleagues.ts'
import { fillReply, writeReplies } from './saved-replies.ts'
import { until } from './until.ts'

export type Workplace = {
  /** Where the desk is asked, and the address it says of itself. */
  deskUrl: string
  publicUrl: string
  acmeUrl: string
  adminToken: string
  signIns: readonly SignIn[]
  stopping: AbortSignal
}

type Day = {
  place: Workplace
  fetch: Fetch
  customers: Customers
  agent: DeskPerson
  engineer: DeskPerson
  lead: DeskPerson
  /** Domains of customers who write about other things than what is broken. */
  domains: string[]
}

/**
 * A day at the example's first line, so that a desk one looks at is one that was worked at: mails come
 * in, tickets are resolved, handed over, returned, reopened and rated. All of it by the interfaces
 * that people, customers and machines use: what it leaves is what would be there.
 * @returns what did not come about, a line each
 */
export async function playWorkday(place: Workplace): Promise<string[]> {
  const day = await beginDay(place)
  const failures: string[] = []
  for (const [name, story] of Object.entries(stories)) {
    if (place.stopping.aborted) break
    try {
      await story(day)
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`)
    }
  }
  return failures
}

async function beginDay(place: Workplace): Promise<Day> {
  const fetch: Fetch = (input, init) => globalThis.fetch(input, { ...init, signal: place.stopping })
  const [agent, engineer, lead] = await Promise.all(
    (['agent', 'engineer', 'lead'] as const).map((role) => {
      const known = place.signIns.find((one) => one.role === role)
      if (!known) throw new Error(`The example has no ${role}`)
      return signIn({ ...place, fetch }, known)
    }),
  )
  if (!agent || !engineer || !lead) throw new Error('Somebody is missing')
  const { items } = await agent.desk.searchAccounts({ query: { q: 'e' } })
  const domains = items.flatMap(({ domain }) => domain ?? [])
  const customers = createCustomers(place, fetch)
  return { place, fetch, customers, agent, engineer, lead, domains }
}

/** In the order of the day; each can fail without the others. */
const stories: Record<string, (day: Day) => Promise<void>> = {
  async 'what is said again and again'({ lead }) {
    await writeReplies(lead)
  },

  async 'who outside is told'({ lead, place }) {
    const { id: webhookId } = await lead.desk.createWebhook({
      body: {
        address: `${place.acmeUrl}/desk-events`,
        description: 'Acme’s own dashboard',
        events: [
          'ticket.received',
          'ticket.escalated',
          'ticket.resolved',
          'ticket.reopened',
          'rating.given',
          'action.verified',
          'action.failed',
        ],
      },
    })
    await lead.desk.testWebhook({ params: { webhookId } })
  },

  async 'what broke is resolved by runbook'({ customers, agent }) {
    const faults: Fault[] = [
      'export_failed',
      'webhook_stuck',
      'verification_lost',
      'export_failed',
      'email_suppressed',
      'webhook_stuck',
    ]
    for (const [index, fault] of faults.entries()) {
      const made = await customers.complain(fault)
      if (index < 3) await sayFirst(agent, made)
      await resolveByRunbook(agent, made)
    }
  },

  async 'a resolution that did not hold'({ customers, agent }) {
    const made = await customers.complain('export_failed')
    await resolveByRunbook(agent, made)
    await answerTo(customers, made, 'It stopped again, the page says "failed" since ten minutes.')
  },

  async 'thanks, and a thumb'({ customers, agent, place, fetch }) {
    const glad = await customers.complain('webhook_stuck')
    await resolveByRunbook(agent, glad)
    await answerTo(customers, glad, 'Perfect, all events are here. Thank you!')
    await rate({ customers, place, fetch }, glad, {
      value: 'up',
      comment: 'Solved before I had a coffee',
    })
    const cross = await customers.complain('verification_lost')
    await resolveByRunbook(agent, cross)
    const comment = 'It works, but why do I have to ask?'
    await rate({ customers, place, fetch }, cross, { value: 'down', comment })
  },

  async 'questions that were answered'(day) {
    for (const letter of answered) {
      const ticketId = await receive(day, letter)
      const { text: reply, ...used } = letter.reply
        ? await fillReply(day.agent, ticketId, letter.reply)
        : { text: letter.answer }
      const body = { summary: letter.summary, reply, ...used }
      await day.agent.desk.resolveTicket({ params: { ticketId }, body })
    }
  },

  async 'handed over: one waits, one is in work'({ customers, agent, engineer }) {
    await escalateByRunbook(agent, await customers.complain('mail_not_sent'))
    await escalateByRunbook(agent, await customers.complain('mail_not_sent'))
    const { items } = await engineer.desk.listEscalations({ query: { state: 'open' } })
    const [newest] = items
    if (!newest) throw new Error('Nothing was handed over')
    const params = { id: newest.id }
    await engineer.desk.assignEscalation({ params, body: { personId: engineer.id } })
  },

  async 'what was missing becomes a runbook'({ customers, agent, engineer }) {
    const made = await customers.complain('cache_stale')
    const { id } = await handOver(agent, made, {
      type: 'reports.stale-figures',
      to: 'Platform',
      because: 'The figures stay as they were this morning, and no runbook says why',
      note: 'The cache entries panel shows figures of this morning; the import ran at 11.',
    })
    const { draft } = await engineer.desk.returnEscalation({
      params: { id },
      body: {
        was: 'The figures were served from a cache that the import of new data did not empty.',
        fix: 'Emptied it with cache.clear; the next page computed them anew.',
        wouldHaveHelped: 'runbook',
        detail: 'A runbook for old figures: look at the age of the cache, then clear it.',
        minutesSpent: 18,
      },
    })
    if (!draft) throw new Error('The return made no draft')
    const body = { version: draft.version, note: 'Old figures come from the cache' }
    await engineer.desk.publishRunbook({ params: { id: draft.runbook }, body })
  },

  async 'a defect, and an action that would have helped'({ customers, agent, engineer }) {
    const returned = [
      {
        was: 'Sessions signed before the release of this morning are refused by the new web nodes.',
        fix: 'Reset the session with session.reset; the release is being rolled back.',
        wouldHaveHelped: 'defect',
        detail: 'Web nodes of two releases do not read each other’s sessions.',
        minutesSpent: 35,
      },
      {
        was: 'The user was locked after a password change on another device.',
        fix: 'Ended all of their sessions in the admin interface.',
        wouldHaveHelped: 'action',
        detail: 'End all sessions of one user, not only one of them.',
        minutesSpent: 12,
      },
    ] as const
    for (const body of returned) {
      const { id } = await handOver(agent, await customers.complain('session_broken'), {
        type: 'users.cannot-sign-in',
        to: 'Platform',
        because: 'Signed out again and again; resetting one session did not last',
        note: 'Happens in one browser only, since about half an hour.',
      })
      await engineer.desk.returnEscalation({ params: { id }, body })
    }
  },

  async 'a second person is asked'({ customers, agent }) {
    const made = await customers.complain('cache_stale')
    const { id: ticketId } = await ticketOfCase(agent, made)
    await take(agent, ticketId)
    const body = { action: 'cache.clear', input: {} }
    const { token } = await agent.desk.previewAction({ params: { ticketId }, body })
    if (!token) throw new Error('Clearing the cache is not offered')
    const reason = 'Figures of this morning, and the import ran at 11'
    await agent.desk.requestActionApproval({ params: { ticketId }, body: { token, reason } })
  },

  async 'the customer’s turn'(day) {
    for (const letter of waitingForCustomer) {
      const ticketId = await receive(day, letter)
      await take(day.agent, ticketId)
      const body = { text: letter.answer, wait: true }
      await day.agent.desk.replyToTicket({ params: { ticketId }, body })
    }
  },

  async 'an AI agent is let in, and looks'({ customers, agent, lead, place, fetch }) {
    const made = await customers.complain('export_failed')
    const { id: ticketId } = await ticketOfCase(agent, made)
    await letAiAgentIn(place, fetch, lead, ticketId)
  },

  async 'spam is put aside'(day) {
    for (const letter of spam) {
      const ticketId = await receive(day, letter)
      await day.agent.desk.voidTicket({ params: { ticketId }, body: { reason: 'spam' } })
    }
  },

  async 'a colleague is invited'({ lead }) {
    const person = { name: 'Noor Haddad', email: 'noor@firstline.example' } as const
    await lead.desk.invitePerson({ body: { ...person, role: 'agent', line: 'L1' } })
  },

  async 'what was broken, and what is'({ customers, agent, place, fetch }) {
    const hook = { deskUrl: place.deskUrl, token: place.adminToken }
    const { over, open } = alertsUntil(new Date())
    for (const { endsAt, ...alert } of over) {
      await tellAlert(hook, fetch, alert)
      await tellAlert(hook, fetch, { ...alert, endsAt })
    }
    await tellAlert(hook, fetch, open)
    const cases = [
      await customers.complain('webhook_stuck'),
      await customers.complain('webhook_stuck'),
    ]
    const { items } = await agent.desk.listIncidents({ query: { state: 'open' } })
    const incident = items.find(({ title }) => title === open.summary)
    if (!incident) throw new Error('The alert opened no incident')
    for (const made of cases) {
      const { id: ticketId } = await ticketOfCase(agent, made)
      await agent.desk.linkIncident({ params: { ticketId }, body: { incidentId: incident.id } })
    }
    const past = await agent.desk.listIncidents({ query: { state: 'past' } })
    const ended = past.items.find(({ services }) => services.includes('exports'))
    const done = await agent.desk.listTickets({ query: { view: 'resolved', limit: 100 } })
    const ticket = done.items.find(({ type }) => type === 'exports.email-missing')
    if (!ended || !ticket) throw new Error('Nothing that ended has a ticket')
    const body = { incidentId: ended.id }
    await agent.desk.linkIncident({ params: { ticketId: ticket.id }, body })
  },

  async 'asked by two of one company, and merged'(day) {
    const [first, again] = writtenTwice
    const into = await receive(day, first)
    const ticketId = await receive(day, again)
    await day.agent.desk.mergeTicket({ params: { ticketId }, body: { into } })
  },

  async 'what waits in the queue'(day) {
    for (const fault of ['export_failed', 'verification_lost', 'webhook_stuck'] as const) {
      await day.customers.complain(fault)
    }
    for (const letter of unanswered) await receive(day, letter)
    const made = await day.customers.complain('email_suppressed')
    const { id: ticketId } = await ticketOfCase(day.agent, made)
    await take(day.agent, ticketId)
    const text = `${firstName(made)} called as well: needs the file before four.`
    await day.agent.desk.addNote({ params: { ticketId }, body: { text } })
    await askByName(day, ticketId)
  },

  async 'what is in their inboxes is read in part'({ agent, engineer, lead }) {
    for (const person of [agent, engineer, lead]) await readSome(person)
  },
}

/** The first answer, before it is known what it is. */
async function sayFirst(agent: DeskPerson, made: Case): Promise<void> {
  const { id: ticketId } = await ticketOfCase(agent, made)
  const body = await fillReply(agent, ticketId, 'We are looking at it')
  await agent.desk.replyToTicket({ params: { ticketId }, body })
}

/** The customer answers the newest reply they got. */
async function answerTo(customers: Customers, { contact }: Case, text: string): Promise<void> {
  const reply = await replyTo(customers, contact.email)
  await customers.write({ from: contact.email, subject: reply.subject, text, reply_to: reply.id })
}

/** The customer follows the link of the mail that resolved. */
async function rate(
  { customers, place, fetch }: Pick<Day, 'customers' | 'place' | 'fetch'>,
  { contact }: Case,
  rating: { value: 'up' | 'down'; comment: string },
): Promise<void> {
  const { text } = await replyTo(customers, contact.email)
  const token = /\/rate\?\S*#(\S+)/.exec(text)?.[1]
  if (!token) throw new Error('The reply has no link to rate it')
  await createClient({ baseUrl: place.deskUrl, fetch }).giveRating({
    body: { token, ...rating },
  })
}

function replyTo(customers: Customers, address: string): Promise<Received> {
  return until(`A reply to ${address}`, () => customers.received(address, /^Re: /))
}

/** Without a runbook that says so. @returns the escalation */
async function handOver(
  agent: DeskPerson,
  made: Case,
  { type, ...wish }: { type: string; to: string; because: string; note: string },
): Promise<{ id: string }> {
  const ticket = await ticketOfCase(agent, made)
  await take(agent, ticket.id)
  await sayType(agent, ticket.id, type)
  return agent.desk.escalate({ params: { ticketId: ticket.id }, body: wish })
}

/** Its runbook may have told it already, or tell it just now. */
async function sayType({ desk }: DeskPerson, ticketId: string, type: string): Promise<void> {
  try {
    await desk.setTicketType({ params: { ticketId }, body: { type } })
  } catch (error) {
    const isSaid = error instanceof ProblemError && error.problem.reason === 'ticket.type-unchanged'
    if (!isSaid) throw error
  }
}

/** @returns the ticket that the letter became */
async function receive({ customers, agent, domains }: Day, letter: Letter): Promise<string> {
  const domain = domains[letter.company] ?? 'growth-partners.example'
  const email = await customers.send(letter, domain)
  const { id: ticketId } = await ticketOf(agent, { email, subject: letter.subject })
  if (letter.type) await sayType(agent, ticketId, letter.type)
  const { priority, tags } = letter
  if (tags) await agent.desk.tagTicket({ params: { ticketId }, body: { add: tags } })
  if (priority) {
    await agent.desk.setTicketPriority({ params: { ticketId }, body: { priority } })
  }
  return ticketId
}
