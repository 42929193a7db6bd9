import { AssignEscalation } from '@firstline/contract/escalations'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { escalationAssigned } from './events.ts'
import { escalationNotFound, readEscalation } from './read-escalation.ts'

/** An engineer takes it, gives it on, or gives it back to the team. */
export const assignEscalation = defineVerb({
  permission: 'escalation:return',
  input: AssignEscalation,
  async run({ tx }: VerbContext, { id, personId }) {
    const name = personId === null ? null : await nameOf(tx, personId)
    const escalation = await tx
      .updateTable('escalation')
      .set({ assignee_id: personId })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returning(['id', 'ticket_id as ticketId', 'account_id as accountId'])
      .executeTakeFirst()
    if (!escalation) throw await refusalOf(tx, id)
    return {
      result: await readEscalation(tx, id),
      events: [escalationAssigned(escalation, { person: personId, name })],
    }
  },
})

async function nameOf(tx: VerbContext['tx'], personId: string): Promise<string> {
  const person = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new NotFound('person.not-found', 'Nobody here has this id')
  return person.name
}

/** Why an update that wanted an open escalation touched none. */
export async function refusalOf(db: Kysely<DB>, id: string): Promise<Error> {
  const row = await db
    .selectFrom('escalation')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return escalationNotFound()
  return new Conflict('escalation.not-open', 'This escalation was returned already')
}
