import type { IncidentUpdate, LeftOut } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** So many, the newest first: who has written more to their customers does not look for them here. */
const most = 20

export async function readUpdates(db: Kysely<DB>, incidentId: string): Promise<IncidentUpdate[]> {
  const rows = await selectUpdates(db)
    .where('incident_update.incident_id', '=', incidentId)
    .orderBy('incident_update.at', 'desc')
    .orderBy('incident_update.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(updateOf)
}

export async function readUpdate(db: Kysely<DB>, id: string): Promise<IncidentUpdate> {
  const rows = await selectUpdates(db).where('incident_update.id', '=', id).execute()
  return updateOf(onlyRow(rows))
}

type Counted = {
  all: number
  written: number
  takenBack: number
  sent: number
  refused: { ticketId: string; number: number; why: LeftOut }[]
}

/** A reply that was taken back is gone, one by one or with the whole update. */
const counted = sql<Counted>`(
  select jsonb_build_object(
    'all', count(*),
    'written', count(*) filter (where answer.message_id is not null),
    'takenBack', count(*) filter (where answer.message_id is not null and message.id is null),
    'sent', count(*) filter (where message.delivery = 'sent'),
    'refused', coalesce(jsonb_agg(jsonb_build_object(
      'ticketId', ticket.id, 'number', ticket.number, 'why', answer.refused) order by answer.place)
      filter (where answer.refused is not null), '[]'))
  from incident_answer as answer
  join ticket on ticket.id = answer.ticket_id
  left join message on message.id = answer.message_id
  where answer.update_id = incident_update.id)`

function selectUpdates(db: Kysely<DB>) {
  return db
    .selectFrom('incident_update')
    .innerJoin('person', 'person.id', 'incident_update.person_id')
    .select([
      'incident_update.id',
      'incident_update.at',
      'incident_update.text',
      'incident_update.outcome',
      'incident_update.leaves_at as leavesAt',
      'incident_update.taken_back_at as takenBackAt',
      'person.id as personId',
      'person.name as personName',
      counted.as('counted'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectUpdates>['executeTakeFirstOrThrow']>>

function updateOf(row: Row): IncidentUpdate {
  const { refused, ...counts } = row.counted
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: { id: row.personId, name: row.personName },
    text: row.text,
    outcome: row.outcome,
    leavesAt: row.leavesAt?.toISOString() ?? null,
    takenBackAt: row.takenBackAt?.toISOString() ?? null,
    tickets: counts,
    refused,
  }
}
