import { present } from '@firstline/contract/present'
import { GiveRating } from '@firstline/contract/tickets'
import type { RatingPage } from '@firstline/contract/tickets'
import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, QueryContext, VerbContext } from '#server/core/verb.ts'
import { ratingGiven } from './events.ts'
import { readRatingToken } from './rating-token.ts'
import type { WithSecret } from '#server/core/settings.ts'

/** What a rating link is about; looking never votes, as mail scanners open links. */
export const readRating = defineQuery({
  permission: 'public',
  input: GiveRating.pick({ token: true }),
  async run({ db, clock, secret }: QueryContext & WithSecret, { token }): Promise<RatingPage> {
    return ratingPage(await readRated(db, readRatingToken(token, secret)), clock.now())
  },
})

const unchanged = 'rating.unchanged'

/** Thumbs up or down on one resolution, changeable until its window ends. Given again as it was it is the same. */
export const giveRating = defineDeed({
  permission: 'public',
  input: GiveRating,
  async run(context: DeedContext & WithSecret, rating): Promise<RatingPage> {
    const { db, actor, clock, secret, promised } = context
    try {
      return await recordRating(context, actor, rating, promised)
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== unchanged) throw error
      return ratingPage(await readRated(db, readRatingToken(rating.token, secret)), clock.now())
    }
  },
})

/** Of two at once the later waits for the earlier, and then finds what it said. */
const recordRating = defineVerb({
  permission: 'public',
  input: GiveRating,
  async run({ tx, clock, secret }: VerbContext & WithSecret, { token, value, comment }) {
    const resolutionId = readRatingToken(token, secret)
    await lockRated(tx, resolutionId)
    const before = await readRated(tx, resolutionId)
    const now = clock.now()
    if (now > before.windowEndsAt) {
      throw new Conflict('rating.closed', 'The time to rate this has passed; write to us instead')
    }
    const isSaid = comment === undefined || (comment || null) === before.comment
    if (value === before.value && isSaid) {
      throw new Conflict(unchanged, 'This was rated so already')
    }
    await tx
      .insertInto('rating')
      .values({ resolution_id: resolutionId, value, comment: comment || null, given_at: now })
      .onConflict((conflict) =>
        conflict.column('resolution_id').doUpdateSet({
          value,
          changed_at: now,
          ...(comment === undefined ? {} : { comment: comment || null }),
        }),
      )
      .execute()
    const data = { resolution: resolutionId, value, previous: before.value }
    const ticket = { id: before.ticketId, accountId: before.accountId }
    return {
      result: ratingPage(await readRated(tx, resolutionId), now),
      events: [ratingGiven(ticket, data, customerOf(before))],
    }
  },
})

async function lockRated(tx: Transaction<DB>, resolutionId: string): Promise<void> {
  await tx
    .selectFrom('resolution')
    .select('id')
    .where('id', '=', resolutionId)
    .forNoKeyUpdate()
    .execute()
}

async function readRated(db: Kysely<DB>, resolutionId: string) {
  const row = await db
    .selectFrom('resolution')
    .innerJoin('ticket', 'ticket.id', 'resolution.ticket_id')
    .leftJoin('contact', 'contact.id', 'ticket.contact_id')
    .leftJoin('person', 'person.id', 'resolution.person_id')
    .leftJoin('rating', 'rating.resolution_id', 'resolution.id')
    .select([
      'ticket.id as ticketId',
      'ticket.account_id as accountId',
      'ticket.number',
      'ticket.subject',
      'contact.id as contactId',
      'contact.email as contactEmail',
      'contact.name as contactName',
      'person.name as resolvedBy',
      'resolution.at',
      'resolution.window_ends_at as windowEndsAt',
      'rating.value',
      'rating.comment',
    ])
    .where('resolution.id', '=', resolutionId)
    .executeTakeFirst()
  if (!row) throw new NotFound('rating.link-invalid', 'This link leads to nothing any more')
  return row
}

type Rated = Awaited<ReturnType<typeof readRated>>

function ratingPage(rated: Rated, now: Date): RatingPage {
  return {
    ticketNumber: Number(rated.number),
    subject: rated.subject,
    resolvedAt: rated.at.toISOString(),
    resolvedBy: rated.resolvedBy ?? 'Support',
    value: rated.value as RatingPage['value'],
    comment: rated.comment,
    closesAt: rated.windowEndsAt.toISOString(),
    isOpen: now <= rated.windowEndsAt,
  }
}

/** Whoever holds the signed link speaks for the contact. */
function customerOf({ contactId, contactName, contactEmail }: Rated): Actor {
  if (!contactId) return { kind: 'customer', id: 'unknown', name: 'The customer' }
  return { kind: 'customer', id: contactId, name: contactName ?? present(contactEmail) }
}
