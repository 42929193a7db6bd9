import { randomUUID } from 'node:crypto'
import { problemKinds } from '@firstline/contract/problem'
import { Refusal } from '#server/core/errors.ts'
import { answerPortalTicket } from './answer-portal-ticket.ts'
import { NewTicket, createPortalTicket } from './create-portal-ticket.ts'
import { listOwnTickets } from './list-own-tickets.ts'
import type { Faults } from './pages/page.ts'
import { saidOf, signedOutPage } from './pages/refusal-pages.ts'
import { signInPage } from './pages/sign-in-pages.ts'
import { newTicketPage, ticketPage, ticketsPage } from './pages/ticket-pages.ts'
import type { Done, Draft } from './pages/ticket-pages.ts'
import { NewRating, ratePortalTicket } from './rate-portal-ticket.ts'
import { readForm } from './read-form.ts'
import { readOwnTicket } from './read-own-ticket.ts'
import type { ContactScope } from './scope.ts'
import type { Answer, Visit } from './visit.ts'
import { Written, findWritten } from './written.ts'

const noFaults: Faults = new Set()

export async function showTickets(
  { desk, reader, scope }: Visit,
  { cursor }: { cursor?: string | undefined },
): Promise<Answer> {
  if (!scope) return { page: signInPage(reader) }
  const tickets = await listOwnTickets(desk, scope.actor, { scope, cursor })
  return { page: ticketsPage(reader, tickets, cursor === undefined) }
}

export async function showForm({ reader, scope }: Visit): Promise<Answer> {
  if (!scope) return { to: '/help' }
  return { page: newTicketPage(reader, emptyDraft()) }
}

export async function answerForm(visit: Visit): Promise<Answer> {
  const { desk, reader, scope, form } = visit
  if (!scope) return askWhoWrote(visit)
  const { fields, faults } = readForm(form, NewTicket)
  if (faults) return { page: newTicketPage(reader, draftOf(visit, faults)), status: 400 }
  return unlessTooFast(
    visit,
    async () => {
      const written = createPortalTicket(desk, scope.actor, { scope, ...fields })
      return sentTo(await numberOnce(visit, scope, fields.key, written))
    },
    async (draft) => newTicketPage(reader, draft),
  )
}

type OfTicket = { number: string }
type Shown = OfTicket & { before?: string | undefined; said?: string | undefined }

export async function showTicket(visit: Visit, { number, before, said }: Shown): Promise<Answer> {
  const { desk, reader, scope } = visit
  if (!scope) return { to: '/help' }
  const ticket = await readOwnTicket(desk, scope.actor, { scope, number, before })
  const shown = { isNewest: before === undefined, answer: emptyDraft(), rating: null }
  return { page: ticketPage(reader, ticket, { ...shown, done: doneOf(said) }) }
}

function doneOf(said: string | undefined): Done {
  return said === 'sent' || said === 'rated' ? said : null
}

export async function answerTicket(visit: Visit, { number }: OfTicket): Promise<Answer> {
  const { desk, scope, form } = visit
  if (!scope) return askWhoWrote(visit)
  const { fields, faults } = readForm(form, Written)
  if (faults) return { page: await pageAgain(visit, scope, number, faults), status: 400 }
  return unlessTooFast(
    visit,
    async () => {
      const written = answerPortalTicket(desk, scope.actor, { scope, number, ...fields })
      return sentTo(await numberOnce(visit, scope, fields.key, written))
    },
    async ({ refused }) => pageAgain(visit, scope, number, noFaults, refused),
  )
}

export async function answerRating(visit: Visit, { number }: OfTicket): Promise<Answer> {
  const { desk, reader, scope, form } = visit
  if (!scope) return { to: '/help' }
  const { fields, faults } = readForm(form, NewRating)
  if (fields) {
    await ratePortalTicket(desk, scope.actor, { scope, number, ...fields })
    return { to: `/help/tickets/${number}?said=rated` }
  }
  const ticket = await readOwnTicket(desk, scope.actor, { scope, number })
  const rating = { faults, value: form.get('value') ?? '', comment: form.get('comment') ?? '' }
  const shown = { done: null, isNewest: true, answer: emptyDraft(), rating }
  return { page: ticketPage(reader, ticket, shown), status: 400 }
}

function emptyDraft(): Draft {
  return { subject: '', text: '', key: randomUUID(), faults: noFaults }
}

/** As it was written, so that nobody writes it twice. */
function draftOf({ form }: Visit, faults: Faults, refused?: string): Draft {
  const [subject = '', text = ''] = [form.get('subject'), form.get('text')]
  return { ...emptyDraft(), subject, text, faults, ...(refused === undefined ? {} : { refused }) }
}

async function pageAgain(
  visit: Visit,
  scope: ContactScope,
  number: string,
  faults: Faults,
  refused?: string,
) {
  const ticket = await readOwnTicket(visit.desk, scope.actor, { scope, number })
  const answer = draftOf(visit, faults, refused)
  return ticketPage(visit.reader, ticket, { done: null, isNewest: true, answer, rating: null })
}

type Sent = { number: string | null }

/** What was sent twice is taken once, and leads where the first one led. */
async function numberOnce(
  { desk }: Visit,
  scope: ContactScope,
  key: string,
  written: Promise<Sent>,
): Promise<Sent> {
  try {
    return await written
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'portal.sent-already') throw error
    return { number: await findWritten(desk.db, scope, key) }
  }
}

function sentTo({ number }: Sent): Answer {
  return { to: number === null ? '/help' : `/help/tickets/${number}?said=sent` }
}

type Again = (draft: Draft) => Promise<ReturnType<typeof newTicketPage>>

async function unlessTooFast(
  visit: Visit,
  write: () => Promise<Answer>,
  again: Again,
): Promise<Answer> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'limited') throw error
    const draft = draftOf(visit, noFaults, saidOf(visit.reader, error.reason))
    return { page: await again(draft), status: problemKinds.limited }
  }
}

async function askWhoWrote({ reader, form }: Visit): Promise<Answer> {
  return { page: signedOutPage(reader, form.get('text') ?? ''), status: 401 }
}
