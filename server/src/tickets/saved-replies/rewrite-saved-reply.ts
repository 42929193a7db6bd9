import { ChangeSavedReply } from '@firstline/contract/saved-replies'
import { sql } from 'kysely'
import { actorOf, withNames } from '#server/audit/timeline.ts'
import { actorColumns, personIdOf } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { savedReplyChanged } from '#server/tickets/events.ts'
import { lockSavedReply, toldOfSavedReplies } from './read-saved-reply.ts'

/** Its variables are known by then. Who says what they have seen writes over nobody's words. */
export const rewriteSavedReply = defineVerb({
  permission: 'saved-reply:write',
  input: ChangeSavedReply,
  async run(context, { savedReplyId, ...words }) {
    const { tx, actor, clock } = context
    const before = await lockSavedReply(tx, savedReplyId)
    await refuseChangedMeanwhile(context, savedReplyId)
    const { title, folder, text } = words
    if (before.title === title && before.folder === folder && before.text === text) {
      throw new Conflict('saved-reply.unchanged', 'It says this already')
    }
    await tx
      .updateTable('saved_reply')
      .set({ ...words, changed_at: clock.now(), changed_by: personIdOf(actor) })
      .where('id', '=', savedReplyId)
      .execute()
    return { result: { id: savedReplyId }, events: [savedReplyChanged(savedReplyId, words)] }
  },
})

const mostShown = 10

/** Call it once the reply is locked. @throws Conflict `saved-reply.changed-meanwhile` with what is newer */
async function refuseChangedMeanwhile(
  { tx, actor, seen }: VerbContext,
  savedReplyId: string,
): Promise<void> {
  if (seen === undefined) return
  const { actor_kind: kind, actor_id: id } = actorColumns(actor)
  const rows = await withNames(tx.selectFrom('event'))
    .select([
      'event.id',
      'event.at',
      'event.name',
      sql<string | null>`event.data ->> 'text'`.as('text'),
    ])
    .where(sql<boolean>`event.data ->> 'saved_reply' = ${savedReplyId} and ${toldOfSavedReplies}`)
    .where('event.id', '>', seen)
    .where(sql<boolean>`(event.actor_kind, event.actor_id) is distinct from (${kind}, ${id})`)
    .orderBy('event.id', 'desc')
    .limit(mostShown)
    .execute()
  if (rows.length === 0) return
  throw new Conflict(
    'saved-reply.changed-meanwhile',
    'Somebody else changed this saved reply since you opened it. Nothing was saved: read it, then decide',
    {
      newer: rows.toReversed().map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        name: row.name,
        by: actorOf(row),
        text: row.text,
      })),
    },
  )
}
