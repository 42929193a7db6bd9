import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export const text =
  'We asked for an export this morning, and the email with the link never came.\n'.repeat(5)

/** What the verb `createTicket` writes, by someone who knows it all beforehand. */
export async function insertTicket(pool: pg.Pool, reactions: readonly string[]): Promise<void> {
  const client = await pool.connect()
  const now = new Date()
  await client.query('begin')
  const contact = await idOf(
    client,
    `insert into contact (email, created_at) values ($1, $2)
     on conflict (lower(email)) do update set name = excluded.name returning id`,
    [`${randomUUID()}@customer.example`, now],
  )
  const ticket = await idOf(
    client,
    `insert into ticket (subject, channel, contact_id, address_token, opened_at, updated_at, preview)
     values ('Export email missing', 'api', $1, $2, $3, $3, $4) returning id`,
    [contact, randomUUID(), now, text.slice(0, 200)],
  )
  const message = await idOf(
    client,
    `insert into message (ticket_id, kind, contact_id, at, text)
     values ($1, 'customer', $2, $3, $4) returning id`,
    [ticket, contact, now, text],
  )
  const event = await idOf(
    client,
    `insert into event (at, name, actor_kind, actor_id, ticket_id, data)
     values ($1, 'ticket.received', 'system', 'bench', $2, $3) returning id`,
    [now, ticket, { message, channel: 'api', line: 'L1', type: null, problem_started_at: null }],
  )
  if (reactions.length > 0) {
    await client.query(
      `select graphile_worker.add_job('react', json_build_object('event', $1::text, 'reactions', $2::text[]),
         job_key := 'react:' || $1)`,
      [event, reactions],
    )
  }
  await client.query('commit')
  client.release()
}

async function idOf(client: pg.PoolClient, insert: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(insert, values)
  return rows[0]!.id
}
