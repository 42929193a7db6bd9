import type { BesideDesk, BesideState } from '@firstline/contract/beside'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { WithProject } from '#server/project/project.ts'

/** The desk that the project declares, and how its mirror goes. */
export const listBesideDesks = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ db, sources }: QueryContext & WithProject): Promise<{ items: BesideDesk[] }> {
    const declared = sources.project.current().beside?.redmine
    if (!declared) return { items: [] }
    const { address, projects } = declared
    const row = await readDesk(db)
    const shown = /^https?:/.test(address) ? address : null
    return { items: [{ desk: 'redmine', address: shown, projects, ...shownOf(row) }] }
  },
})

const mostCounted = 10_000

export async function readDesk(db: Kysely<DB>) {
  return db
    .selectFrom('beside_desk')
    .select(['fault', 'detail', 'failing_since as failingSince', 'since', 'unreadable'])
    .select(['caught_up_at as caughtUpAt', 'tried_at as triedAt', 'held_until as heldUntil'])
    .select([
      sql<number>`(select count(*)::int from (select from beside_ticket
        where beside_ticket.desk = beside_desk.desk limit ${mostCounted}) as counted)`.as(
        'tickets',
      ),
      sql<number>`(select count(*)::int from (select from beside_write
        where state = 'waiting' limit ${mostCounted}) as counted)`.as('waiting'),
    ])
    .where('desk', '=', 'redmine')
    .executeTakeFirst()
}

type Row = Awaited<ReturnType<typeof readDesk>>

export function stateOf(row: Row): BesideState {
  if (!row) return 'waiting'
  if (row.fault !== null) return 'failing'
  return row.caughtUpAt === null ? 'reading' : 'following'
}

function shownOf(row: Row): Omit<BesideDesk, 'desk' | 'address' | 'projects'> {
  const isFailing = row?.fault !== null && row?.failingSince
  return {
    state: stateOf(row),
    fault:
      row && isFailing
        ? {
            reason: row.fault ?? '',
            detail: row.detail ?? '',
            since: isFailing.toISOString(),
          }
        : null,
    caughtUpAt: row?.caughtUpAt?.toISOString() ?? null,
    triedAt: row?.triedAt?.toISOString() ?? null,
    heldUntil: row?.heldUntil?.toISOString() ?? null,
    readUntil: row?.since.toISOString() ?? null,
    tickets: row?.tickets ?? 0,
    waiting: row?.waiting ?? 0,
    unreadable: row?.unreadable ?? 0,
  }
}
