import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { giveRating } from '#server/tickets/give-rating.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import { findToRate } from './read-own-ticket.ts'
import { Scope } from './scope.ts'
import { findOwnTicket } from './takes-part.ts'

export const NewRating = z.object({
  resolution: z.uuid(),
  value: z.enum(['up', 'down']),
  comment: z.string().trim().max(2_000),
})

/** By the link that the mail of the resolution has: what the contact sees is what they rate. */
export const ratePortalTicket = defineDeed({
  permission: 'public',
  input: NewRating.extend({ scope: Scope, number: z.string() }),
  async run(context: DeedContext & WithSecret, { scope, number, resolution, value, comment }) {
    const { id, contactId } = await findOwnTicket(context.db, scope, number)
    const toRate =
      contactId === scope.contact.id ? await findToRate(context.db, id, context.clock.now()) : null
    if (toRate?.resolution !== resolution) {
      throw new Conflict(
        'portal.not-to-rate',
        'This can no longer be rated: answer the ticket instead',
      )
    }
    const token = ratingTokenOf(resolution, context.secret)
    await giveRating(context, scope.actor, { token, value, comment })
  },
})
