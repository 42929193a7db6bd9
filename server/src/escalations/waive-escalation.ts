import { WaiveEscalation } from '@firstline/contract/escalations'
import { z } from 'zod'
import { actorRef, system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { Reaction } from '#server/core/worker-config.ts'
import { escalationClosed } from './events.ts'
import type { EscalationKey } from './events.ts'
import { escalationNotFound, readEscalation } from './read-escalation.ts'

/** A lesson counts as learned when a version that holds it is published. */
export function closeLoopsOnPublication(desk: Desk): Reaction<'runbook.published'> {
  return async ({ data: { runbook, version } }) => {
    const waiting = await desk.db
      .selectFrom('escalation')
      .select('id')
      .where('state', '=', 'draft')
      .where('draft_runbook', '=', runbook)
      .where('draft_version', '<=', version)
      .execute()
    for (const { id } of waiting) await closeOnce(desk, { id, version })
  }
}

async function closeOnce(desk: Desk, input: { id: string; version: number }): Promise<void> {
  try {
    await closeByPublication(desk, system('escalations'), input)
  } catch (error) {
    // the job ran before, or somebody waived it meanwhile
    if (error instanceof Refusal && error.reason === 'escalation.not-returned') return
    throw error
  }
}

const closeByPublication = defineVerb({
  permission: 'escalation:return',
  input: z.object({ id: z.uuid(), version: z.int() }),
  async run({ tx, actor, clock }: VerbContext, { id, version }) {
    const row = await tx
      .updateTable('escalation')
      .set({
        state: 'closed',
        closed_at: clock.now(),
        closed_by: JSON.stringify(actorRef(actor)),
        closed_how: 'published',
        closed_version: version,
      })
      .where('id', '=', id)
      .where('state', '=', 'draft')
      .returning(['id', 'ticket_id as ticketId', 'account_id as accountId', 'draft_runbook'])
      .executeTakeFirst()
    if (!row) throw notReturned()
    const data = { how: 'published', runbook: row.draft_runbook, version, reason: null } as const
    return { result: null, events: [escalationClosed(row, data)] }
  },
})

/** Closes the loop without a change, and keeps why: an escalation never ends silently. */
export const waiveEscalation = defineVerb({
  permission: 'escalation:return',
  input: WaiveEscalation,
  async run({ tx, actor, clock }: VerbContext, { id, reason }) {
    const row: EscalationKey | undefined = await tx
      .updateTable('escalation')
      .set({
        state: 'closed',
        closed_at: clock.now(),
        closed_by: JSON.stringify(actorRef(actor)),
        closed_how: 'waived',
        closed_reason: reason,
      })
      .where('id', '=', id)
      .where('state', 'in', ['returned', 'draft'])
      .returning(['id', 'ticket_id as ticketId', 'account_id as accountId'])
      .executeTakeFirst()
    if (!row) throw await refusalOf(tx, id)
    const data = { how: 'waived', runbook: null, version: null, reason } as const
    return { result: await readEscalation(tx, id), events: [escalationClosed(row, data)] }
  },
})

async function refusalOf(tx: VerbContext['tx'], id: string): Promise<Error> {
  const row = await tx.selectFrom('escalation').select('id').where('id', '=', id).executeTakeFirst()
  return row ? notReturned() : escalationNotFound()
}

function notReturned(): Conflict {
  return new Conflict(
    'escalation.not-returned',
    'Only an escalation that came back and is not closed yet can be closed',
  )
}
