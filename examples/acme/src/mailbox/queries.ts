import { row, rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import { notFound } from '#acme/refused.ts'

export type MessageLine = {
  id: string
  message_id: string | null
  sender: string
  recipients: string[]
  subject: string
  received_at: Date
}

export type Message = MessageLine & {
  in_reply_to: string | null
  reference_ids: string[]
  reply_to: string | null
  headers: string[]
  text_body: string
  html_body: string | null
  raw: Buffer
}

export type Sent = {
  message_id: string
  sender: string
  subject: string
  state: string
  created_at: Date
  last_error: string | null
}

const lineColumns = 'id, message_id, sender, recipients, subject, received_at'

/** Newest first; `to` is the whole address of a recipient. */
export function listMessages(
  database: Database,
  filter: { to?: string | undefined; limit: number },
): Promise<MessageLine[]> {
  return rows<MessageLine>(
    database,
    `select ${lineColumns} from mailbox_message where $1::text is null or recipients @> array[$1::text]
     order by received_at desc, id limit $2`,
    [filter.to?.trim().toLowerCase() || null, filter.limit],
  )
}

/** For the page: any part of a sender's or recipient's address. */
export function findMessages(
  database: Database,
  part: string,
  limit: number,
): Promise<MessageLine[]> {
  return rows<MessageLine>(
    database,
    `select ${lineColumns} from mailbox_message
     where $1 = '' or position($1 in lower(array_to_string(recipients, ' '))) > 0
       or position($1 in lower(sender)) > 0
     order by received_at desc, id limit $2`,
    [part.trim().toLowerCase(), limit],
  )
}

export async function getMessage(database: Database, id: string): Promise<Message> {
  const message = await row<Message>(
    database,
    `select ${lineColumns}, in_reply_to, reference_ids, reply_to, headers, text_body, html_body, raw
     from mailbox_message where id = $1`,
    [id],
  )
  if (!message) throw notFound(`Message ${id}`)
  return message
}

export function listSent(database: Database, limit: number): Promise<Sent[]> {
  return rows<Sent>(
    database,
    `select message_id, sender, subject, state, created_at, last_error from customer_mail
     order by created_at desc limit $1`,
    [limit],
  )
}
