import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { isUnresolved, lastResolution } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'

type Said = { id: string; at: Date }

/** What a merge does to the ticket that stays, beside the messages. */
export type MergePlan = {
  /** What the customer wrote last to the one that goes. */
  newest: Said | null
  /** The customer's words that bring the one that stays back, as if they had been written there. */
  returns: Said | null
  /** Where the one that goes tells of an earlier beginning. */
  problemStartedAt: Date | null
  /** That the one that goes is part of, where the one that stays is part of none. */
  incident: { id: string; title: string } | null
}

export async function planMerge(
  db: Kysely<DB>,
  own: TicketRow,
  other: TicketRow,
): Promise<MergePlan> {
  const newest = await newestOf(db, own.id)
  return {
    newest,
    returns: await findReturning(db, { own, other }, newest),
    problemStartedAt: await earlierStart(db, own, other),
    incident: await incidentToKeep(db, own, other),
  }
}

/** What waits for an answer of ours, or came after the problem was called solved. */
async function findReturning(
  db: Kysely<DB>,
  { own, other }: { own: TicketRow; other: TicketRow },
  newest: Said | null,
): Promise<Said | null> {
  if (!isUnresolved(other)) return firstAfter(db, own.id, await lastResolution(db, other.id))
  const isAtWork = other.state === 'open' && other.snoozedAt === null
  return isAtWork || own.state !== 'open' ? null : newest
}

async function newestOf(db: Kysely<DB>, ticketId: string): Promise<Said | null> {
  const said = await saidOn(db, ticketId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return said ?? null
}

async function firstAfter(
  db: Kysely<DB>,
  ticketId: string,
  solved: { at: Date } | undefined,
): Promise<Said | null> {
  const said = await saidOn(db, ticketId)
    .$if(solved !== undefined, (query) => query.where('at', '>', present(solved).at))
    .orderBy('at')
    .orderBy('id')
    .executeTakeFirst()
  return said ?? null
}

/** By the customer, thanks and notices of absence left aside. */
function saidOn(db: Kysely<DB>, ticketId: string) {
  return db
    .selectFrom('message')
    .select(['id', 'at'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .where('judged', 'is', null)
    .limit(1)
}

/** As somebody said it, else when it was opened: the true time to resolution runs from the first report. */
async function earlierStart(
  db: Kysely<DB>,
  own: TicketRow,
  other: TicketRow,
): Promise<Date | null> {
  const row = await db
    .selectFrom('ticket as own')
    .innerJoin('ticket as other', (join) => join.on('other.id', '=', other.id))
    .select(sql<Date>`coalesce(own.problem_started_at, own.opened_at)`.as('at'))
    .where('own.id', '=', own.id)
    .where(
      sql<boolean>`coalesce(own.problem_started_at, own.opened_at)
        < coalesce(other.problem_started_at, other.opened_at)`,
    )
    .executeTakeFirst()
  return row?.at ?? null
}

async function incidentToKeep(
  db: Kysely<DB>,
  own: TicketRow,
  other: TicketRow,
): Promise<MergePlan['incident']> {
  const incident = await db
    .selectFrom('ticket as own')
    .innerJoin('incident', 'incident.id', 'own.incident_id')
    .innerJoin('ticket as other', (join) => join.on('other.id', '=', other.id))
    .select(['incident.id', 'incident.title'])
    .where('own.id', '=', own.id)
    .where('other.incident_id', 'is', null)
    .executeTakeFirst()
  return incident ?? null
}
