import type { Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { mayMeanNothing, normalPhrase } from './courtesy/normal-phrase.ts'
import { phraseTaught } from './events.ts'
import type { TicketKey } from './events.ts'

type Lesson = {
  message: { id: string; text: string }
  meaning: 'courtesy' | 'absence' | 'work'
  actor: Actor
  now: Date
}

/**
 * The same words are judged so from now on, in the caller's transaction. What could mean a problem
 * another time is not learned; the judgement of this one message holds all the same.
 */
export async function learnPhrase(
  tx: Transaction<DB>,
  ticket: TicketKey,
  { message, meaning, actor, now }: Lesson,
): Promise<NewEvent[]> {
  const phrase = normalPhrase(message.text)
  if (phrase === null || (meaning !== 'work' && !mayMeanNothing(message.text))) return []
  const { id } = await tx
    .insertInto('learned_phrase')
    .values({
      phrase,
      meaning,
      message_id: message.id,
      taught_at: now,
      taught_by: JSON.stringify({ kind: actor.kind, id: actor.id, name: actor.name }),
    })
    .onConflict((on) =>
      on
        .column('phrase')
        .where('revoked_at', 'is', null)
        .doUpdateSet((row) => ({
          meaning: row.ref('excluded.meaning'),
          message_id: row.ref('excluded.message_id'),
          taught_at: row.ref('excluded.taught_at'),
          taught_by: row.ref('excluded.taught_by'),
        })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return [phraseTaught(ticket, { phrase: id, meaning, message: message.id })]
}
