import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** One file of an export. */
export type ExportedFile = { name: string; bytes: Buffer }

/**
 * All that is known of a contact, a ticket and a mail at a time. What the team wrote for itself lies apart,
 * so that it can be looked through before it is handed over.
 */
export async function* filesOfContact(
  db: Kysely<DB>,
  contactId: string,
  now: Date,
): AsyncGenerator<ExportedFile> {
  yield json(
    'about.json',
    await one(
      db,
      sql`
    select ${now.toISOString()} as exported_at, 'firstline.contact/1' as format, contact.email, contact.name,
      contact.created_at, account.name as account,
      (select count(*) from ticket where contact_id = contact.id) as tickets,
      (select coalesce(json_agg(json_build_object('created_at', created_at, 'expires_at', expires_at)
        order by created_at), '[]') from portal_session where contact_id = contact.id) as portal_sessions
    from contact left join account on account.id = contact.account_id where contact.id = ${contactId}`,
    ),
  )
  yield json(
    'self-service.json',
    await all(
      db,
      sql`
    select started_at, ended_at, state, type, subject, text, runbook_id as runbook, cause, shown, picks, checks
    from self_service_attempt where contact_id = ${contactId} order by started_at, id`,
    ),
  )
  yield json(
    'in-tickets-of-others.json',
    await all(
      db,
      sql`
    select ticket.number as ticket, message.at, message.text, message.attachments as files
    from message join ticket on ticket.id = message.ticket_id
    where message.kind = 'customer' and message.contact_id = ${contactId}
      and ticket.contact_id is distinct from ${contactId}
    order by message.at, message.id`,
    ),
  )
  for await (const { id, number } of idsOf(
    db,
    sql`id, number from ticket where contact_id = ${contactId}`,
  )) {
    yield json(`tickets/${number}.json`, await readTicket(db, id))
    const notes = await all(
      db,
      sql`
      select at, text from message where ticket_id = ${id} and kind = 'note' order by at, id`,
    )
    const events = await all(
      db,
      sql`
      select at, name, actor_kind as by, data from event where ticket_id = ${id} order by id`,
    )
    yield json(`internal/${number}.json`, { notes, events })
  }
  const theirs = sql`id from inbound_mail where sender = (select lower(email) from contact where id = ${contactId})`
  for await (const { id } of idsOf(db, theirs)) {
    const mail = await one(db, sql`select raw from inbound_mail where id = ${id}`)
    if (Buffer.isBuffer(mail.raw) && mail.raw.length > 0)
      yield { name: `mails/${id}.eml`, bytes: mail.raw }
  }
}

function readTicket(db: Kysely<DB>, id: string) {
  return one(
    db,
    sql`
    select number, subject, channel, state, type, opened_at, problem_started_at,
      (select coalesce(json_agg(json_build_object('at', at, 'by', kind, 'text', text, 'html', html,
          'quoted', quoted_text, 'parties', parties, 'files', attachments, 'delivered_at', delivered_at)
          order by at, id), '[]')
        from message where ticket_id = ticket.id and kind <> 'note') as messages,
      (select coalesce(json_agg(json_build_object('at', at, 'summary', summary, 'rating', rating.value,
          'comment', rating.comment, 'rated_at', rating.given_at) order by at, resolution.id), '[]')
        from resolution left join rating on rating.resolution_id = resolution.id
        where ticket_id = ticket.id) as resolutions
    from ticket where id = ${id}`,
  )
}

type Row = Record<string, unknown>

async function all(db: Kysely<DB>, query: RawBuilder<unknown>): Promise<Row[]> {
  return (await sql<Row>`${query}`.execute(db)).rows
}

async function one(db: Kysely<DB>, query: RawBuilder<unknown>): Promise<Row> {
  return onlyRow(await all(db, query))
}

const atOnce = 500

/** In the order of their ids, some at a time. @param what columns, a table and what holds of its rows */
async function* idsOf(db: Kysely<DB>, what: RawBuilder<unknown>) {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; number?: string }>`
      select ${what} and id > ${after}::uuid order by id limit ${atOnce}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.id
  }
}

function json(name: string, value: unknown): ExportedFile {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) }
}
