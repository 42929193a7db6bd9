import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Forbidden } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { ticketNotFound } from './state.ts'

/** The tickets somebody may work with: all, except for an AI agent that was given some. */
export function withinReach(
  where: ExpressionBuilder<DB, 'ticket'>,
  actor: Actor,
): Expression<SqlBool> {
  if (actor.kind !== 'ai_agent') return sql<SqlBool>`true`
  const { lines, types } = actor.limits
  return where.and([
    ...(lines ? [where('ticket.line', 'in', [...lines])] : []),
    ...(types ? [where('ticket.type', 'in', [...types])] : []),
  ])
}

/** @throws NotFound `ticket.not-found`, Forbidden `ticket.out-of-reach` */
export async function requireReach(db: Kysely<DB>, actor: Actor, ticketId: string): Promise<void> {
  const row = await db
    .selectFrom('ticket')
    .select((where) =>
      where.case().when(withinReach(where, actor)).then(true).else(false).end().as('isWithin'),
    )
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw ticketNotFound()
  if (row.isWithin) return
  throw new Forbidden(
    'ticket.out-of-reach',
    sentence`${actor.name} was not given tickets of this line or type. Nothing was read or done.`,
  )
}
