import type { LeftOut } from '@firstline/contract/incidents'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { senderVerified } from '#server/tickets/is-sender-verified.ts'

/** A ticket as an update of its incident looks at it. */
export type Answerable = {
  id: string
  number: string
  contactName: string | null
  contactEmail: string | null
  /** The last event of the ticket. */
  seen: string
  /** Why no update answers it; null: it can be answered. */
  leftOut: LeftOut | null
}

/**
 * Who is left out, and why: what is done needs no update, words that came after the link or the last
 * reply are to be read by somebody first, and who may be somebody else is told nothing by us.
 * @param which the tickets of an incident, oldest first; or some of them
 */
export async function readAnswerable(
  db: Kysely<DB>,
  incidentId: string,
  which: { ticketIds: readonly string[] } | { limit: number },
): Promise<Answerable[]> {
  const rows = await db
    .selectFrom('ticket')
    .leftJoin('contact', 'contact.id', 'ticket.contact_id')
    .select([
      'ticket.id',
      'ticket.number',
      'ticket.state',
      'contact.name as contactName',
      'contact.email as contactEmail',
      senderVerified(sql.ref('ticket.id')).as('isVerified'),
      sql<string>`(select coalesce(max(id), 0)::text from event where event.ticket_id = ticket.id)`.as(
        'seen',
      ),
      wroteSince.as('hasWritten'),
    ])
    .where('ticket.incident_id', '=', incidentId)
    .$if('ticketIds' in which, (query) =>
      query.where('ticket.id', 'in', 'ticketIds' in which ? which.ticketIds : []),
    )
    .$if('limit' in which, (query) =>
      query
        .orderBy('ticket.spoke_last')
        .orderBy('ticket.spoke_since')
        .orderBy('ticket.id')
        .limit('limit' in which ? which.limit : 0),
    )
    .execute()
  return rows.map(({ state, isVerified, hasWritten, ...row }) => ({
    ...row,
    leftOut: leftOutOf({ state, isVerified, hasWritten, email: row.contactEmail }),
  }))
}

/** Thanks and notices of absence are no words to be read. */
const wroteSince = sql<boolean>`exists (
  select from event as came
  join message on message.ticket_id = ticket.id and message.id = (came.data ->> 'message')::uuid
  where came.ticket_id = ticket.id and came.name in ('message.received', 'message.joined')
    and message.kind = 'customer' and message.judged is null
    and came.id > coalesce((
      select max(event.id) from event
      where event.ticket_id = ticket.id
        and event.name in ('message.replied', 'ticket.incident_linked')), 0))`

type Standing = { state: string; isVerified: boolean; hasWritten: boolean; email: string | null }

function leftOutOf({ state, isVerified, hasWritten, email }: Standing): LeftOut | null {
  if (state !== 'open' && state !== 'waiting') return 'resolved'
  if (email === null) return 'no_contact'
  if (!isVerified) return 'unproven'
  return hasWritten ? 'wrote_since' : null
}
