import type { PayloadOf } from '@firstline/contract/tasks'
import { Refusal } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { ContactScope } from '#server/portal/scope.ts'
import { passOnAttempt } from './pass-on-attempt.ts'

/**
 * Task: where the process died while it looked, what the customer wrote becomes a ticket all the same. One
 * that they were asked or shown something of is theirs to go on with.
 */
export async function passOnLeftAttempt(
  desk: Desk,
  { attempt: id }: PayloadOf<'pass_on_left_attempt'>,
): Promise<void> {
  const left = await desk.db
    .selectFrom('self_service_attempt')
    .select('contact_id as contactId')
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .executeTakeFirst()
  if (!left) return
  const scope = await ContactScope.ofContact(desk.db, left.contactId)
  try {
    await passOnAttempt(desk, scope.actor, { scope, id, because: 'not-read' })
  } catch (error) {
    // they sent it themselves meanwhile
    if (!(error instanceof Refusal && error.reason === 'self-service.ended')) throw error
  }
}
