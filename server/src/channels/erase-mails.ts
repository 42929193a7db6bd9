import { sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import { keptText } from '#server/core/sentence.ts'
import type { DB } from '#server/database/db-types.ts'

const outcome = keptText`What it said was erased`

/**
 * Mails as they came, with their files, emptied in the caller's transaction. That they came stays, and what
 * they are compared by: none comes a second time.
 * @returns how many; fewer than the limit: there are no more
 */
async function emptyMails(tx: Transaction<DB>, ids: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    update inbound_mail set raw = '', sender = null, subject = null, envelope_from = null,
      envelope_to = '{}', client_ip = null, client_name = null, outcome = ${outcome},
      checked_at = coalesce(checked_at, received_at),
      state = case when state = 'accepted' then state else 'ignored' end
    where id = any (array(${ids}))`.execute(tx)
  return Number(numAffectedRows)
}

export function eraseMailsOfSender(
  tx: Transaction<DB>,
  email: string,
  limit: number,
): Promise<number> {
  return emptyMails(
    tx,
    sql`select id from inbound_mail where sender = ${email.toLowerCase()} limit ${limit}`,
  )
}

export function emptyOldMails(tx: Transaction<DB>, before: Date, limit: number): Promise<number> {
  return emptyMails(
    tx,
    sql`select id from inbound_mail where raw <> '' and state <> 'received' and received_at < ${before}
      order by received_at limit ${limit}`,
  )
}

export function eraseMailsOfTickets(
  tx: Transaction<DB>,
  tickets: readonly string[],
): Promise<number> {
  return emptyMails(
    tx,
    sql`select id from inbound_mail where ticket_id = any (${tickets}::uuid[]) and raw <> ''`,
  )
}
