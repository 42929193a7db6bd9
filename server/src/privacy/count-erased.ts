import type { ErasureCounts } from '@firstline/contract/privacy'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** What would be erased of a contact. */
export async function countErased(db: Kysely<DB>, contactId: string): Promise<ErasureCounts> {
  const { rows } = await sql<ErasureCounts>`
    with own as (select id from ticket where contact_id = ${contactId}),
    said as (
      select id, attachments from message where kind = 'customer' and contact_id = ${contactId}
    )
    select
      (select count(*)::int from own) as tickets,
      (select count(*)::int from said) as messages,
      (select count(*)::int from own join message on message.ticket_id = own.id
        where message.contact_id is distinct from ${contactId}) as "otherMessages",
      (select count(*)::int from (
        select id from inbound_mail
        where sender = (select lower(email) from contact where id = ${contactId})
        union
        select inbound_mail.id from own join inbound_mail on inbound_mail.ticket_id = own.id
      ) as mail) as mails,
      (select coalesce(sum(jsonb_array_length(attachments)), 0)::int from said) as files,
      (select count(*)::int from own join resolution on resolution.ticket_id = own.id
        join rating on rating.resolution_id = resolution.id where rating.comment is not null) as ratings,
      (select count(*)::int from self_service_attempt where contact_id = ${contactId}) as attempts,
      (select count(*)::int from portal_session where contact_id = ${contactId}) as sessions`.execute(
    db,
  )
  return onlyRow(rows)
}
