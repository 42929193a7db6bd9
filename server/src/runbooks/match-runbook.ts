import type { Reaction } from '#server/core/worker.ts'
import { z } from 'zod'
import type { Kysely } from 'kysely'
import { system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { DB } from '#server/core/db-types.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { typeChanged } from '#server/tickets/events.ts'
import { lockTicket, ticketNotFound } from '#server/tickets/state.ts'
import { runbookMatched } from './events.ts'
import { matchSymptoms } from './match-symptoms.ts'
import type { Candidate, Match } from './match-symptoms.ts'

export type RunbookFit = { match: Match; runbook: Candidate & { version: number } }

/** What the ticket's own words point to: its subject and what the customer wrote first. */
export async function findMatches(db: Kysely<DB>, ticketId: string): Promise<RunbookFit[]> {
  const [words, runbooks] = await Promise.all([readWords(db, ticketId), readPublished(db)])
  return matchSymptoms(words, runbooks).map((match) => ({
    match,
    runbook: runbooks.find((runbook) => runbook.id === match.id)!,
  }))
}

export async function readWords(db: Kysely<DB>, ticketId: string) {
  const ticket = await db
    .selectFrom('ticket')
    .select(['subject', 'type'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  const first = await db
    .selectFrom('message')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return { ...ticket, text: first?.text ?? '' }
}

async function readPublished(db: Kysely<DB>): Promise<RunbookFit['runbook'][]> {
  return db
    .selectFrom('runbook_version')
    .select(['runbook_id as id', 'version', 'title', 'type', 'symptoms'])
    .where('state', '=', 'published')
    .orderBy('runbook_id')
    .execute()
}

/** Matches a ticket when it comes in and when its type is corrected. */
export function matchOnEvent(desk: Desk): Reaction {
  return async (event) => {
    if (event.ticketId === null) return
    const [best] = await findMatches(desk.db, event.ticketId)
    if (!best?.match.isMatch) return
    try {
      await matchRunbook(desk, system('runbooks'), { ticketId: event.ticketId, fit: best })
    } catch (error) {
      // run again after a crash, or for an event it caused itself: nothing new to say
      if (error instanceof Refusal && error.reason === 'runbook.matched-already') return
      throw error
    }
  }
}

/** The best runbook is shown with the ticket, and a ticket nobody has given a type gets its type. */
const matchRunbook = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: z.uuid(), fit: z.custom<RunbookFit>() }),
  async run({ tx }: VerbContext, { ticketId, fit: { match, runbook } }) {
    const ticket = await lockTicket(tx, ticketId)
    const updated = await tx
      .updateTable('ticket')
      .set({
        matched_runbook: runbook.id,
        matched_runbook_title: runbook.title,
        type: ticket.type ?? runbook.type,
      })
      .where('id', '=', ticketId)
      .where('matched_runbook', 'is distinct from', runbook.id)
      .returning('id')
      .executeTakeFirst()
    if (!updated) throw new Conflict('runbook.matched-already', 'This runbook is matched already')
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
