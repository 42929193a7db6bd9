import { randomUUID } from 'node:crypto'
import { Id } from '@firstline/contract/common'
import { DeliveryDoubt, RetryDelivery } from '@firstline/contract/tickets'
import type { Message } from '@firstline/contract/tickets'
import { z } from 'zod'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import {
  messageDelayed,
  messageDelayedThere,
  messageFailed,
  messageGivenUp,
  messageRetried,
  messageSent,
} from './events.ts'
import { messageNotFound, readMessage } from './read-messages.ts'

const Sent = z.object({ messageId: Id })
const Failed = Sent.extend({ error: z.string().max(1_000) })
const Doubted = Failed.extend({ doubt: DeliveryDoubt })

/** The receiving server took the mail. */
export const recordSent = defineVerb({
  permission: 'ticket:write',
  input: Sent,
  async run({ tx, clock }, { messageId }) {
    const change = { delivery: 'sent' as const, delivery_error: null, delivered_at: clock.now() }
    const ticket = await changeDelivery(tx, messageId, waiting, change)
    return { result: {}, events: [messageSent(ticket, messageId)] }
  },
})

/** Not now: it is tried again, and the timeline says so once. */
export const recordDelay = defineVerb({
  permission: 'ticket:write',
  input: Failed,
  async run({ tx }, { messageId, error }) {
    const ticket = await changeDelivery(tx, messageId, waiting, { delivery_error: error })
    return { result: {}, events: [messageDelayed(ticket, messageId, error)] }
  },
})

/** Refused for good, given up, or returned after it was sent. */
export const recordFailure = defineVerb({
  permission: 'ticket:write',
  input: Failed,
  async run({ tx }, { messageId, error }) {
    const change = { delivery: 'failed' as const, delivery_error: error }
    const ticket = await changeDelivery(tx, messageId, onItsWay, change)
    return { result: {}, events: [messageFailed(ticket, messageId, error)] }
  },
})

/**
 * Another server took the mail and reports that it still tries, or that it gave up for a reason that may
 * pass. It was sent, and nobody knows that it will arrive. The same is said once; who has given up does not try.
 */
export const recordDoubt = defineVerb({
  permission: 'ticket:write',
  input: Doubted,
  async run({ tx }, { messageId, doubt, error }) {
    const change = { delivery_error: error, delivery_doubt: doubt }
    const before = doubt === 'delayed' ? undoubted : notGivenUp
    const ticket = await changeDelivery(tx, messageId, before, change)
    const doubted = doubt === 'delayed' ? messageDelayedThere : messageGivenUp
    return { result: {}, events: [doubted(ticket, messageId, error)] }
  },
})

/** Sends a reply again that had failed, or that another server gave up, as the same message. */
export const retryDelivery = defineVerb({
  permission: 'ticket:write',
  input: RetryDelivery,
  async run({ tx, clock }, { messageId }) {
    const now = clock.now()
    const change = {
      delivery: 'queued' as const,
      delivery_error: null,
      queued_at: now,
      leaves_at: null,
    }
    const ticket = await changeDelivery(tx, messageId, failed, change)
    return {
      result: await readMessage(tx, messageId),
      events: [messageRetried(ticket, messageId)],
    }
  },
})

/** Of this process: it knows its own attempts again. */
const thisProcess = randomUUID()
/** Another process that still lives has written down by then what became of its attempt. */
const unknownForSeconds = 20

/**
 * Before a mail is handed over; from here on it cannot be taken back. Nobody is judged by the time the database was away: whoever could not
 * write down how it went gets the same time after its return.
 * @returns false while another process may be about to say that it was sent
 */
export async function beginSending(db: Kysely<DB>, messageId: string): Promise<boolean> {
  const { rows } = await sql`
    update message set sending_by = ${thisProcess}, sending_since = clock_timestamp()
    where id = ${messageId} and (sending_by is null or sending_by = ${thisProcess}
      or greatest(sending_since, pg_postmaster_start_time())
        < clock_timestamp() - make_interval(secs => ${unknownForSeconds}))
    returning id`.execute(db)
  return rows.length === 1
}

/** It was not taken, for sure. */
export async function endSending(db: Kysely<DB>, messageId: string): Promise<void> {
  const nobody = { sending_by: null, sending_since: null }
  await db.updateTable('message').set(nobody).where('id', '=', messageId).execute()
}

type Delivery = NonNullable<Message['delivery']>
type Change = {
  delivery?: Delivery
  delivery_error: string | null
  delivery_doubt?: DeliveryDoubt
  queued_at?: Date
  leaves_at?: null
  delivered_at?: Date
}

/** What a delivery must be like to be changed, and what is said when it is not. */
type Before = {
  in: readonly Delivery[]
  /** What may be doubted of one that was sent. */
  doubts?: readonly (DeliveryDoubt | 'nothing')[]
  refusal: () => Conflict
}

const waiting: Before = { in: ['queued'], refusal: notQueued }
const onItsWay: Before = { in: ['queued', 'sent'], refusal: notQueued }
const failed: Before = { in: ['failed', 'sent'], doubts: ['given_up'], refusal: notFailed }
const undoubted: Before = { in: ['sent'], doubts: ['nothing'], refusal: saidBefore }
const notGivenUp: Before = { in: ['sent'], doubts: ['nothing', 'delayed'], refusal: saidBefore }

function notQueued(): Conflict {
  return new Conflict('message.not-queued', 'The delivery of this message does not wait')
}

function saidBefore(): Conflict {
  return new Conflict('message.doubted-already', 'That was said of this message before')
}

function notFailed(): Conflict {
  return new Conflict('message.not-failed', 'The delivery of this message has not failed')
}

/** @throws NotFound `message.not-found`, or the refusal */
async function changeDelivery(
  tx: Transaction<DB>,
  messageId: string,
  before: Before,
  change: Change,
) {
  const changed = await tx
    .updateTable('message')
    .from('ticket')
    .set({ delivery_doubt: null, ...change, sending_by: null, sending_since: null })
    .whereRef('ticket.id', '=', 'message.ticket_id')
    .where('message.id', '=', messageId)
    .where('message.kind', '=', 'reply')
    .where('message.delivery', 'in', before.in)
    .$if(before.doubts !== undefined, (query) =>
      query.where((message) =>
        message.or([
          message('message.delivery', '<>', 'sent'),
          message(sql`coalesce(message.delivery_doubt, 'nothing')`, 'in', before.doubts ?? []),
        ]),
      ),
    )
    .returning(['ticket.id', 'ticket.account_id as accountId'])
    .executeTakeFirst()
  if (changed) return changed
  const exists = await tx
    .selectFrom('message')
    .select('id')
    .where('id', '=', messageId)
    .where('kind', '=', 'reply')
    .executeTakeFirst()
  if (!exists) throw messageNotFound()
  throw before.refusal()
}
