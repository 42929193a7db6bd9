import { joinDrafts } from '@firstline/contract/drafts'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/**
 * What anybody has begun on a ticket that goes is written on at the one that stays: below what they have begun
 * there, and not a second time. Who it goes to was chosen for the other one.
 */
export async function carryDrafts(tx: Transaction<DB>, from: string, to: string): Promise<void> {
  const drafts = await tx
    .selectFrom('draft')
    .select(['person_id', 'ticket_id', 'kind', 'text', 'choices', 'edited_at'])
    .where('ticket_id', 'in', [from, to])
    .orderBy('person_id')
    .orderBy('kind')
    .forUpdate()
    .execute()
  const going = drafts.filter((draft) => draft.ticket_id === from)
  if (going.length === 0) return
  const carried = going.flatMap((draft) => {
    if (draft.text.trim() === '') return []
    const { person_id, kind, edited_at } = draft
    const there = drafts.find(
      (one) => one.ticket_id === to && one.person_id === person_id && one.kind === kind,
    )
    const named = [...new Set([...(there?.choices.named ?? []), ...draft.choices.named])]
    const choices = { ...(there?.choices ?? none), named }
    const text = joinDrafts(there?.text ?? '', draft.text)
    return [{ person_id, kind, ticket_id: to, text, choices: JSON.stringify(choices), edited_at }]
  })
  await tx.deleteFrom('draft').where('ticket_id', '=', from).execute()
  if (carried.length === 0) return
  await tx
    .insertInto('draft')
    .values(carried)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'ticket_id', 'kind']).doUpdateSet((excluded) => ({
        text: excluded.ref('excluded.text'),
        choices: excluded.ref('excluded.choices'),
        edited_at: excluded.ref('excluded.edited_at'),
        version: sql`uuidv7()`,
      })),
    )
    .execute()
}

const none = { recipients: null, wait: false, summary: '', savedReply: null, sendingKey: null }
