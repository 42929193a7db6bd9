import { Message } from '@firstline/contract/tickets'
import type { Desk } from '#server/core/verb.ts'
import { findAnswer } from '#server/core/request-key.ts'
import { addNote } from '#server/tickets/add-note.ts'
import type { Deed } from './crash-points.ts'

/** As a request with an Idempotency-Key does it: what was answered before is not done again. */
export async function noteOnce(
  desk: Desk,
  { by, ticketId, note, key }: Extract<Deed, { note: string }>,
): Promise<'answered before' | 'done now'> {
  const keyed = {
    actor: `${by.kind} ${by.id}`,
    route: 'addNote',
    key,
    fingerprint: Buffer.from(note),
    isAnswerSecret: false,
  }
  if ((await findAnswer(desk.db, keyed)) !== null) return 'answered before'
  await addNote(desk, by, { ticketId, text: note }, { answer: Message, keyed })
  return 'done now'
}
