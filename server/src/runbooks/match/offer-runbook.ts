import type { Transaction } from 'kysely'
import { z } from 'zod'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { runbookMatched } from '#server/runbooks/events.ts'
import { typeChanged } from '#server/tickets/events.ts'
import { matchTicket } from '#server/tickets/match-ticket.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { readRefused } from './match-runbook.ts'

/** A rule says which one fits. Nothing of it is run, and what an agent has refused stays refused. */
export const offerRunbook = defineVerb({
  permission: 'ticket:write',
  input: z.object({ ticketId: z.uuid(), runbook: z.string() }),
  async run({ tx }, { ticketId, runbook: id }) {
    const ticket = await lockTicket(tx, ticketId)
    const runbook = await requirePublished(tx, id)
    if ((await readRefused(tx, ticketId)).has(id)) {
      throw new Conflict('runbook.match-refused', 'Somebody has said that it does not fit here')
    }
    if (!(await matchTicket(tx, ticket, runbook))) {
      throw new Conflict('runbook.matched-already', 'This runbook is matched already')
    }
    const said = { runbook: id, version: runbook.version, score: 1, symptom: null }
    const matched = runbookMatched(ticket, said)
    const typed = typeChanged(ticket, { type: runbook.type, previous: null })
    return { result: null, events: ticket.type === null ? [matched, typed] : [matched] }
  },
})

async function requirePublished(tx: Transaction<DB>, id: string) {
  const published = await tx
    .selectFrom('runbook_version')
    .select(['runbook_id as id', 'version', 'title', 'type'])
    .where('runbook_id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (published) return published
  throw new NotFound('runbook.not-found', sentence`No runbook is named “${id}”`)
}
