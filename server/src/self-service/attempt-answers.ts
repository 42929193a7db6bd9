import { z } from 'zod'
import { Refusal } from '#server/core/errors.ts'
import { NewTicket } from '#server/portal/create-portal-ticket.ts'
import { findNumber } from '#server/portal/find-number.ts'
import { readForm } from '#server/portal/read-form.ts'
import type { ContactScope } from '#server/portal/scope.ts'
import { answerForm } from '#server/portal/ticket-answers.ts'
import type { Answer, Visit } from '#server/portal/visit.ts'
import { answerAttempt } from './answer-attempt.ts'
import { readAttempt } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import { nextStep } from './next-step.ts'
import { askPage, causePage, lookingPage, solvedPage } from './pages/attempt-pages.ts'
import { passOnAttempt } from './pass-on-attempt.ts'
import { solveAttempt } from './solve-attempt.ts'
import { startAttempt } from './start-attempt.ts'

/** What a customer writes is looked at first, where it may be; else it is a ticket, as ever. */
export async function answerFormFirst(visit: Visit): Promise<Answer> {
  const { desk, scope, form } = visit
  const { fields } = readForm(form, NewTicket)
  const attempt =
    scope && fields ? await startAttempt(desk, scope.actor, { scope, ...fields }) : null
  return attempt ? { to: `/help/attempts/${attempt.id}` } : answerForm(visit)
}

type OfAttempt = { id: string }

export async function showAttempt(visit: Visit, { id }: OfAttempt): Promise<Answer> {
  const { desk, scope } = visit
  if (!scope) return { to: '/help' }
  const attempt = await readAttempt(desk.readDb, scope, id)
  return (await whereItEnded(visit, scope, attempt)) ?? { page: pageOf(visit, attempt) }
}

/** A ticket is shown as every other one. */
async function whereItEnded(
  { desk }: Visit,
  scope: ContactScope,
  { ticketId }: Attempt,
): Promise<Answer | null> {
  if (ticketId === null) return null
  const number = await findNumber(desk.readDb, scope, ticketId)
  return { to: number === null ? '/help' : `/help/tickets/${number}?said=sent` }
}

function pageOf({ reader }: Visit, attempt: Attempt, isWrong = false) {
  const { id, state, shown, compiled, findings } = attempt
  if (state === 'solved') return solvedPage(reader)
  if (state === 'shown' && shown !== null) return causePage(reader, { id, shown })
  const step = state === 'asking' ? nextStep(compiled, findings) : null
  if (step?.is === 'ask') return askPage(reader, { id, asking: step.asking, isWrong })
  return lookingPage(reader, id)
}

const Answered = z.object({ name: z.string().max(100), value: z.string().trim().min(1).max(300) })

export async function answerAsked(visit: Visit, { id }: OfAttempt): Promise<Answer> {
  const { desk, scope, form } = visit
  if (!scope) return { to: '/help' }
  const { fields } = readForm(form, Answered)
  const isTaken =
    fields !== null &&
    (await unlessWrong(answerAttempt(desk, scope.actor, { scope, id, ...fields })))
  if (isTaken) return { to: `/help/attempts/${id}` }
  return { page: pageOf(visit, await readAttempt(desk.readDb, scope, id), true), status: 400 }
}

/** @returns whether it was taken; what is asked no more is shown as it stands now */
async function unlessWrong(answering: Promise<void>): Promise<boolean> {
  try {
    await answering
    return true
  } catch (error) {
    if (error instanceof Refusal && gone.has(error.reason)) return true
    if (error instanceof Refusal && error.reason === 'self-service.not-an-answer') return false
    throw error
  }
}

const gone: ReadonlySet<string> = new Set([
  'self-service.ended',
  'self-service.not-asked',
  'self-service.nothing-shown',
])

const Ending = z.object({ outcome: z.enum(['solved', 'not-solved']) })

export async function answerEnding(visit: Visit, { id }: OfAttempt): Promise<Answer> {
  const { desk, scope, form } = visit
  if (!scope) return { to: '/help' }
  const { fields } = readForm(form, Ending)
  if (!fields) {
    const shown = await showAttempt(visit, { id })
    return 'page' in shown ? { ...shown, status: 400 } : shown
  }
  const ending =
    fields.outcome === 'solved'
      ? solveAttempt(desk, scope.actor, { scope, id })
      : passOnAttempt(desk, scope.actor, { scope, id, because: 'not-solved' })
  await unlessWrong(ending.then(() => undefined))
  return { to: `/help/attempts/${id}` }
}
