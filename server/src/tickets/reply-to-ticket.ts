import { ReplyToTicket } from '@firstline/contract/tickets'
import type { TicketState } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { personIdOf } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { later, seconds } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Outcome, VerbContext } from '#server/core/verb.ts'
import { forgetSaid } from './drafts/forget-draft.ts'
import { messageReplied, ticketReopened, ticketWaiting } from './events.ts'
import { nextRecipients } from './next-recipients.ts'
import type { Parties } from './parties.ts'
import { readMessage } from './read-messages.ts'
import { requireSavedReply } from './saved-replies/read-saved-reply.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { lastResolution, lockTicket, refuseVoid } from './state.ts'
import type { TicketRow } from './state.ts'
import { takeOver } from './take-over.ts'
import { tellTurn } from './tell-turn.ts'
import { onlyRow } from '#server/database/only-row.ts'
import type { Project, WithProject } from '#server/project/project.ts'

/** Answers the customer by mail, which leaves by its job once its writer can no longer take it back. */
export const replyToTicket = defineVerb({
  permission: 'ticket:write',
  input: ReplyToTicket,
  async run(context: VerbContext & WithProject, input) {
    const { tx, actor } = context
    const { messageId, ...written } = await writeReply(context, input)
    await forgetSaid(tx, actor, { ticketId: input.ticketId, kind: 'reply', said: input.text })
    return { result: await readMessage(tx, messageId), ...written }
  },
})

/** Of replies that belong together: none leaves by itself, whoever writes them lets all of them go. */
export type Hold = { leavesAt: Date }
export type Written = {
  messageId: string
  events: Outcome<unknown>['events']
  jobs: readonly NewJob[]
}

/** The reply of a verb, in its transaction. */
export async function writeReply(
  context: VerbContext & WithProject,
  { ticketId, text, wait, recipients, savedReplyId }: z.output<typeof ReplyToTicket>,
  hold?: Hold,
): Promise<Written> {
  const { tx, actor, clock, sources } = context
  const ticket = await lockTicket(tx, ticketId)
  await refuseUnseen(context, ticketId, mattersTo.answering)
  refuseVoid(ticket)
  const now = clock.now()
  const id = await insertReply(tx, ticket, {
    actor,
    now,
    text,
    support: sources.project.current().support,
    ...(wait && ticket.state !== 'waiting' ? { stateBefore: ticket.state } : {}),
    ...(recipients ? { recipients } : {}),
    ...(savedReplyId === undefined ? {} : { savedReplyId }),
    ...(hold ? { leavesAt: hold.leavesAt } : {}),
  })
  await tx
    .updateTable('ticket')
    .set({ updated_at: now, woken: null, ...(wait ? { state: 'waiting' } : {}) })
    .where('id', '=', ticketId)
    .execute()
  await tellTurn(tx, ticketId)
  return {
    messageId: id,
    events: await takeOver(tx, ticket, actor, [
      messageReplied(ticket, id),
      ...(wait ? await waitingOf(tx, ticket, id) : []),
    ]),
    jobs: hold ? [] : [sendingOf(id, leavingAt(now))],
  }
}

/** Who is asked something about what was resolved is waited for: then it is not resolved any more. */
async function waitingOf(tx: Transaction<DB>, ticket: TicketRow, id: string): Promise<NewEvent[]> {
  const waiting = ticketWaiting(ticket, id)
  if (ticket.state !== 'resolved') return [waiting]
  const resolution = await lastResolution(tx, ticket.id)
  const data = {
    by: 'agent' as const,
    cause: 'The customer was asked something',
    resolution: resolution?.id ?? null,
    // no customer came back
    is_broken: false,
  }
  return [ticketReopened(ticket, data), waiting]
}

/** For how long a reply can be taken back. */
const heldSeconds = 10

export function sendingOf(message: string, leavesAt: Date): NewJob {
  const key = `send_reply:${message}`
  return { task: 'send_reply', payload: { message }, key, runAt: leavesAt }
}

export function leavingAt(now: Date): Date {
  return later(now, heldSeconds * seconds)
}

type Reply = {
  actor: Actor
  now: Date
  text: string
  support: Project['support']
  resolutionId?: string
  /** Where it changes that. */
  stateBefore?: TicketState
  /** Addresses that an agent chose. */
  recipients?: { to: string[]; cc: string[] }
  /** Unless as each by itself. */
  leavesAt?: Date
  /** That it was written with. */
  savedReplyId?: string
}

/**
 * The Message-ID is fixed here, once: however often the mail is tried, a receiver sees one message.
 * @throws Conflict `ticket.no-contact`, NotFound `saved-reply.not-found`
 */
export async function insertReply(
  tx: Transaction<DB>,
  ticket: TicketRow,
  {
    actor,
    now,
    text,
    support,
    resolutionId,
    stateBefore,
    recipients,
    leavesAt,
    savedReplyId,
  }: Reply,
): Promise<string> {
  if (!ticket.contactId && ticket.outsideId === null) {
    throw new Conflict('ticket.no-contact', 'Nobody to answer: the sender has no usable address')
  }
  if (savedReplyId !== undefined) await requireSavedReply(tx, savedReplyId)
  const id = await newId(tx)
  const parties = await chooseRecipients(tx, ticket.id, recipients)
  const last = await tx
    .selectFrom('message')
    .select('message_id')
    .where('ticket_id', '=', ticket.id)
    .where('kind', '=', 'customer')
    .where('message_id', 'like', '<%')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('message')
    .values({
      id,
      ticket_id: ticket.id,
      kind: 'reply',
      person_id: personIdOf(actor),
      at: now,
      text,
      message_id: `<${id}@${support.address.split('@').at(-1)}>`,
      in_reply_to: last?.message_id ?? null,
      resolution_id: resolutionId ?? null,
      parties: JSON.stringify(parties),
      delivery: 'queued',
      queued_at: now,
      leaves_at: leavesAt ?? leavingAt(now),
      state_before: stateBefore ?? null,
      saved_reply_id: savedReplyId ?? null,
    })
    .execute()
  return id
}

/** Those an agent chose, with the names they are known by; else all who are in the conversation. */
async function chooseRecipients(
  tx: Transaction<DB>,
  ticketId: string,
  chosen: Reply['recipients'],
): Promise<Pick<Parties, 'to' | 'cc'>> {
  const { to, cc, offered } = await nextRecipients(tx, ticketId)
  if (!chosen) return { to, cc }
  const known = new Map([...to, ...cc, ...offered].map((mailbox) => [mailbox.email, mailbox]))
  const seen = new Set<string>()
  const mailboxes = (emails: readonly string[]) =>
    emails.flatMap((given) => {
      const email = given.toLowerCase()
      if (seen.has(email)) return []
      seen.add(email)
      return [known.get(email) ?? { email, name: null }]
    })
  return { to: mailboxes(chosen.to), cc: mailboxes(chosen.cc) }
}

/** Known before the row is, as it is part of the Message-ID. */
async function newId(tx: Transaction<DB>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(tx)
  return onlyRow(rows).id
}
