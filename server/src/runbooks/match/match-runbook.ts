import type { Reaction } from '#server/core/worker-config.ts'
import { z } from 'zod'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { system } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import { classifyText } from '#server/text-model/classify-text.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { matchTicket, typeTicket } from '#server/tickets/match-ticket.ts'
import { typeChanged } from '#server/tickets/events.ts'
import { lockTicket, ticketNotFound } from '#server/tickets/state.ts'
import { runbookMatched } from '#server/runbooks/events.ts'
import { combine, guessTypes } from './match-combine.ts'
import type { RunbookGuess, TypeGuess } from './match-combine.ts'
import { runbookLabel } from './match-labels.ts'
import { readMatchModel } from './match-model.ts'
import { matchSymptoms } from './match-symptoms.ts'
import type { Candidate, Words } from './match-symptoms.ts'
import type { WithProject } from '#server/project/project.ts'
import { planKept } from '#server/database/keep-plan.ts'

type Published = Candidate & { version: number }
type RunbookFit = { match: RunbookGuess; runbook: Published }
type Fits = { runbooks: RunbookFit[]; types: TypeGuess[] }

/** What the ticket's own words point to: its subject and what the customer wrote first. */
export async function findMatches(db: Kysely<DB>, ticketId: string): Promise<Fits> {
  const [words, refused] = await Promise.all([readWords(db, ticketId), readRefused(db, ticketId)])
  return matchWords(db, words, refused)
}

/** The same of words that are no ticket yet. */
export async function matchWords(
  db: Kysely<DB>,
  words: Words,
  refused: ReadonlySet<string>,
): Promise<Fits> {
  const [published, model] = await Promise.all([readPublished(db), readMatchModel(db)])
  const runbooks = published.filter(({ id }) => !refused.has(id))
  const refusedLabels = new Set([...refused].map(runbookLabel))
  const guesses = (model ? classifyText(model, `${words.subject}\n${words.text}`) : []).filter(
    ({ label }) => !refusedLabels.has(label),
  )
  return {
    runbooks: combine(matchSymptoms(words, runbooks), guesses, model, runbooks),
    types: guessTypes(guesses, published),
  }
}

export async function readWords(db: Kysely<DB>, ticketId: string) {
  const ticket = await db
    .selectFrom('ticket')
    .select(({ selectFrom }) => [
      'subject',
      'type',
      selectFrom('message')
        .select('text')
        .whereRef('ticket_id', '=', 'ticket.id')
        .where('kind', '=', 'customer')
        .orderBy('at')
        .orderBy('message.id')
        .limit(1)
        .as('text'),
    ])
    .where('ticket.id', '=', ticketId)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  return { ...ticket, text: ticket.text ?? '' }
}

/** What an agent said this ticket is not; starting it nevertheless takes that back. */
export async function readRefused(db: Kysely<DB>, ticketId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ runbook: string }>`
    select data->>'runbook' as runbook from event
    where ticket_id = ${ticketId} and name in ('runbook.match_refused', 'runbook.started')
    group by 1
    having max(id) filter (where name = 'runbook.match_refused')
      > coalesce(max(id) filter (where name = 'runbook.started'), 0)
    ${planKept}`.execute(db)
  return new Set(rows.map(({ runbook }) => runbook))
}

export async function readPublished(db: Kysely<DB>): Promise<Published[]> {
  return db
    .selectFrom('runbook_version')
    .select(['runbook_id as id', 'version', 'title', 'type', 'symptoms'])
    .where('state', '=', 'published')
    .orderBy('runbook_id')
    .modifyEnd(planKept)
    .execute()
}

/** Matches a ticket when it comes in and when its type is corrected. */
export function matchOnEvent(desk: Desk & WithProject): Reaction {
  return async (event) => {
    if (event.ticketId === null) return
    const { runbooks, types } = await findMatches(desk.db, event.ticketId)
    const ticketId = event.ticketId
    const known = new Set(desk.sources.project.current().types.map(({ id }) => id))
    const [likely] = types.filter(({ type, isMatch }) => isMatch && known.has(type))
    try {
      if (runbooks[0]?.match.isMatch) {
        await matchRunbook(desk, system('runbooks'), { ticketId, fit: runbooks[0] })
      } else if (likely && event.name === 'ticket.received') {
        await classifyTicket(desk, system('runbooks'), { ticketId, type: likely.type })
      }
    } catch (error) {
      // run again after a crash, or for an event it caused itself: nothing new to say
      if (error instanceof Conflict && nothingNew.has(error.reason)) return
      throw error
    }
  }
}

const nothingNew: ReadonlySet<string> = new Set([
  'runbook.matched-already',
  'ticket.type-given',
  'ticket.merged',
])

/** A type without a runbook is learned as well: from agents who gave it to tickets like this. */
const classifyTicket = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: z.uuid(), type: z.string() }),
  async run({ tx }: VerbContext, { ticketId, type }) {
    const ticket = await lockTicket(tx, ticketId)
    if (ticket.type !== null) throw new Conflict('ticket.type-given', 'It has a type already')
    await typeTicket(tx, ticketId, type)
    return { result: null, events: [typeChanged(ticket, { type, previous: null })] }
  },
})

/** The best runbook is shown with the ticket, and a ticket nobody has given a type gets its type. */
const matchRunbook = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: z.uuid(), fit: z.custom<RunbookFit>() }),
  async run({ tx }: VerbContext, { ticketId, fit: { match, runbook } }) {
    const ticket = await lockTicket(tx, ticketId)
    if (!(await matchTicket(tx, ticket, runbook)))
      throw new Conflict('runbook.matched-already', 'This runbook is matched already')
    const matched = runbookMatched(ticket, {
      runbook: runbook.id,
      version: runbook.version,
      score: match.score,
      symptom: match.reasons[0]?.symptom ?? null,
    })
    const typed = typeChanged(ticket, { type: runbook.type, previous: null })
    return { result: null, events: ticket.type === null ? [matched, typed] : [matched] }
  },
})
