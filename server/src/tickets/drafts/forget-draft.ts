import { ForgetDraft } from '@firstline/contract/drafts'
import { sql } from 'kysely'
import type { SqlBool, Transaction } from 'kysely'
import { personIdOf, requirePerson } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { DraftKey } from './read-draft.ts'

/** No part of the record, as keeping it is none. */
export const forgetDraft = defineDeed({
  permission: 'ticket:write',
  input: ForgetDraft,
  async run({ db, actor }, { ticketId, kind, basedOn }): Promise<Record<string, never>> {
    await db
      .deleteFrom('draft')
      .where('person_id', '=', requirePerson(actor).id)
      .where('ticket_id', '=', ticketId)
      .where('kind', '=', kind)
      .where('version', '=', basedOn)
      .execute()
    return {}
  },
})

/**
 * What its writer has said is no draft any more. One that says more than was sent was written on from
 * another device meanwhile: it stays.
 */
export async function forgetSaid(
  tx: Transaction<DB>,
  actor: Actor,
  { ticketId, kind, said }: Omit<DraftKey, 'personId'> & { said: string },
): Promise<void> {
  const personId = personIdOf(actor)
  if (personId === null) return
  await tx
    .deleteFrom('draft')
    .where('person_id', '=', personId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .where(sql<SqlBool>`strpos(${said}, btrim(text, E' \\t\\r\\n')) > 0`)
    .execute()
}
