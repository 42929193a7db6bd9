import { SetAsideHistory, TakeBackHistory } from '@firstline/contract/imports'
import { sql } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import type { NewJobOf } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { countOrigin } from '#server/scorecard/sums/count-origin.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import { setAsideOrigin, takeBackOrigin } from '#server/scorecard/facts/set-aside-origin.ts'

/**
 * Undoes an import as far as figures go. The record is append-only, so its events stay: what is set
 * aside has no facts, and whatever computes facts leaves it out.
 */
export const setAsideHistory = defineVerb({
  permission: 'history:import',
  input: SetAsideHistory,
  async run({ tx, actor, clock }, { origin, reason }) {
    const run = await tx
      .selectFrom('import_run')
      .select('state')
      .where('origin', '=', origin)
      .executeTakeFirst()
    if (!run) throw new NotFound('import.not-found', 'No such history was brought in')
    const busy = await tx
      .selectFrom('import_job')
      .select('id')
      .where('origin', '=', origin)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst()
    if (busy) throw new Conflict('import.running', 'It is being imported: stop it first')
    const decision = { origin, reason, personId: personIdOf(actor), now: clock.now() }
    const isNew = await setAsideOrigin(tx, decision)
    if (!isNew) throw new Conflict('import.set-aside', 'It is set aside already')
    return {
      result: { origin },
      events: [{ name: 'history.set_aside', data: { origin, reason } }],
      jobs: [recountOf(origin)],
    }
  },
})

export const takeBackHistory = defineVerb({
  permission: 'history:import',
  input: TakeBackHistory,
  async run({ tx }, { origin }) {
    const wasSetAside = await takeBackOrigin(tx, origin)
    if (!wasSetAside) throw new Conflict('import.not-set-aside', 'It is not set aside')
    return {
      result: { origin },
      events: [{ name: 'history.taken_back', data: { origin } }],
      jobs: [recountOf(origin)],
    }
  },
})

function recountOf(origin: string): NewJobOf<'recount_history'> {
  return { task: 'recount_history', payload: { origin }, key: `recount_history:${origin}` }
}

const ticketsOfBatch = 1_000

/** Makes the facts of a history what the decision about it says; may be run again and again. */
export async function recountHistory({ db }: Desk, { origin }: { origin: string }): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ ticketId: string }>`
      select distinct ticket_id as "ticketId" from event
      where origin = ${origin} and ticket_id > ${after}::uuid
      order by ticket_id limit ${ticketsOfBatch}`.execute(db)
    const tickets = rows.map(({ ticketId }) => ticketId)
    const last = tickets.at(-1)
    if (last === undefined) break
    await inTransaction(db, (tx) => recomputeFacts(tx, tickets))
    after = last
  }
  // an import that was killed may have left some that no sum knew of
  await countOrigin(db, origin)
}
