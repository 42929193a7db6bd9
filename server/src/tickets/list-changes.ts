import { changeRoutes } from '@firstline/contract/changes'
import type { Kysely } from 'kysely'
import type { Sources } from '#server/accounts/read-source.ts'
import { readChangesAround } from '#server/changes/queries.ts'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'

/** Deploys and status changes around the beginning of a ticket's problem. */
export const listChanges = defineDeed({
  permission: 'change:read',
  input: changeRoutes.listChanges.params,
  async run(context: DeedContext & { sources: Sources }, { ticketId }) {
    const { startedAt, isKnown } = await readProblemStart(context.db, ticketId)
    return {
      problemStartedAt: startedAt.toISOString(),
      isProblemStartKnown: isKnown,
      ...(await readChangesAround(context, startedAt)),
    }
  },
})

/** As somebody said it; else the customer's first message. @throws NotFound `ticket.not-found` */
async function readProblemStart(
  db: Kysely<DB>,
  ticketId: string,
): Promise<{ startedAt: Date; isKnown: boolean }> {
  const ticket = await db
    .selectFrom('ticket')
    .select(['problem_started_at', 'opened_at'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new NotFound('ticket.not-found', 'There is no such ticket')
  if (ticket.problem_started_at) return { startedAt: ticket.problem_started_at, isKnown: true }
  const message = await db
    .selectFrom('message')
    .select('at')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return { startedAt: message?.at ?? ticket.opened_at, isKnown: false }
}
