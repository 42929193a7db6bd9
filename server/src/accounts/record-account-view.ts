import { z } from 'zod'
import { requireHandler } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours } from '#server/core/clock.ts'
import { Conflict, Refusal, messageOf } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { accountViewed } from './events.ts'
import type { AccountScope } from './scope.ts'

/** Once for a person or AI agent, ticket and hour: the record says who looked, not how often they reloaded. */
const recordAccountView = defineVerb({
  permission: 'account:read',
  input: z.object({ scope: z.custom<AccountScope>() }),
  async run({ tx, actor, clock }, { scope }) {
    const viewed = await tx
      .insertInto('account_view')
      .values({
        viewer_id: requireHandler(actor).id,
        ticket_id: scope.ticketId!,
        hour: new Date(Math.floor(clock.now().getTime() / hours) * hours),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('viewer_id')
      .executeTakeFirst()
    if (!viewed) throw new Conflict('account.view-recorded', 'This view is on record already')
    return { result: null, events: [accountViewed(scope)] }
  },
})

/** Beside the hot path: the picture does not wait for its own record, and a failure is logged. */
export async function noteAccountView(
  desk: Desk,
  actor: Actor,
  scope: AccountScope,
): Promise<void> {
  const isHandler = actor.kind === 'person' || actor.kind === 'ai_agent'
  if (!isHandler || scope.ticketId === null) return
  try {
    await recordAccountView(desk, actor, { scope })
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'account.view-recorded') return
    desk.log.error({ err: messageOf(error), ticket: scope.ticketId }, 'account view not recorded')
  }
}
