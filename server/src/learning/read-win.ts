import type { ActorRef } from '@firstline/contract/common'
import type { Win } from '@firstline/contract/learning'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'

type ActionDone = { run: string; title: string }

export function selectWins(db: Kysely<DB>) {
  return db
    .selectFrom('win')
    .innerJoin('ticket', 'ticket.id', 'win.ticket_id')
    .leftJoin('resolution', 'resolution.id', 'win.id')
    .leftJoin('person', (join) => join.on(sql`person.id::text`, '=', sql.ref('win.made_by')))
    .selectAll('win')
    .select(['ticket.number', 'ticket.subject', 'person.name as person_name'])
    .select('resolution.runbook_id')
    .select(
      sql<ActionDone[]>`(
        select coalesce(json_agg(json_build_object('run', run.id, 'title', run.action_title)
          order by run.id), '[]')
        from action_run run where run.id = any(win.action_runs))`.as('actions'),
    )
}

export type WinRow = Awaited<ReturnType<ReturnType<typeof selectWins>['execute']>>[number]

/** @throws NotFound `win.not-found` */
export async function readWin(db: Kysely<DB>, id: string): Promise<Win> {
  const row = await selectWins(db).where('win.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('win.not-found', 'There is no such win')
  return winOf(row)
}

export function winOf(row: WinRow): Win {
  return {
    id: row.id,
    state: row.state,
    ticket: {
      id: row.ticket_id,
      number: Number(row.number),
      subject: row.subject,
      type: row.type,
    },
    resolvedAt: row.resolved_at.toISOString(),
    by: row.person_name === null ? null : personRef(row.made_by, row.person_name),
    runbook:
      row.runbook_id === null
        ? null
        : {
            id: row.runbook_id,
            version: row.runbook_version === null ? null : Number(row.runbook_version),
          },
    actions: row.actions,
    typeRate: { resolved: row.type_resolved, of: row.type_of },
    proposedAt: row.proposed_at.toISOString(),
    name: row.name,
    story: row.story,
    decided:
      row.decided_at === null || row.decided_by === null
        ? null
        : {
            at: row.decided_at.toISOString(),
            by: row.decided_by,
            reason: row.declined_because,
          },
    chat: row.chat,
    chatError: row.chat_error,
  }
}

function personRef(id: string | null, name: string): ActorRef {
  return { kind: 'person', id, name }
}
