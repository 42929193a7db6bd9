import type { Actor } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { recordFailure, retryDelivery } from './retry-delivery.ts'

/** What a ticket says of a reply that a restore holds. */
const heldByRestore =
  'Held: the desk was restored from a backup, and this mail may have left before. Look whether the customer has it, then send it'

export type HeldMail = {
  messageId: string
  ticketNumber: string
  subject: string
  to: string
  queuedAt: Date
}

const batch = 500

/**
 * Replies whose mail waits are no longer sent by themselves: each waits for a person, who sends it
 * again as the same message.
 */
export async function holdQueuedMail(
  desk: Desk,
  actor: Actor,
): Promise<{ mails: number; firstMails: HeldMail[] }> {
  const firstMails: HeldMail[] = []
  let mails = 0
  for (;;) {
    const queued = await readReplies(desk, { delivery: 'queued', error: null }, null)
    for (const mail of queued) {
      await recordFailure(desk, actor, { messageId: mail.messageId, error: heldByRestore })
    }
    if (firstMails.length === 0) firstMails.push(...queued.slice(0, 20))
    mails += queued.length
    if (queued.length < batch) return { mails, firstMails }
  }
}

/** All that a restore holds, as the same messages. @returns how many */
export async function sendHeldMail(desk: Desk, actor: Actor): Promise<number> {
  let mails = 0
  for (;;) {
    const held = await readHeldMail(desk)
    for (const { messageId } of held) await retryDelivery(desk, actor, { messageId })
    mails += held.length
    if (held.length < batch) return mails
  }
}

/** The oldest first. @param after the last that was read */
export function readHeldMail(desk: Desk, after: string | null = null): Promise<HeldMail[]> {
  return readReplies(desk, { delivery: 'failed', error: heldByRestore }, after)
}

type Which = { delivery: 'queued' | 'failed'; error: string | null }

function readReplies(
  { db }: Desk,
  { delivery, error }: Which,
  after: string | null,
): Promise<HeldMail[]> {
  return db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .innerJoin('contact', 'contact.id', 'ticket.contact_id')
    .select((select) => [
      'message.id as messageId',
      'ticket.number as ticketNumber',
      'ticket.subject',
      'contact.email as to',
      select.fn.coalesce('message.queued_at', 'message.at').as('queuedAt'),
    ])
    .where('message.kind', '=', 'reply')
    .where('message.delivery', '=', delivery)
    .$if(error !== null, (query) => query.where('message.delivery_error', '=', error))
    .$if(after !== null, (query) => query.where('message.id', '>', after))
    .orderBy('message.id')
    .limit(batch)
    .execute()
}
