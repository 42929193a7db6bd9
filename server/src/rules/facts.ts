import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { priorityOf } from '#server/tickets/labels/priority.ts'
import type { TicketPriority } from '@firstline/contract/tickets'

/** What conditions may read. */
export const factFields = {
  ticket: [
    'subject',
    'text',
    'type',
    'priority',
    'tags',
    'channel',
    'line',
    'state',
    'assignee',
    'is_snoozed',
    'is_escalated',
    'reopen_count',
    'attachments',
  ],
  contact: ['email', 'domain', 'name'],
  account: ['id', 'name', 'domain'],
} as const satisfies Record<string, readonly string[]>
export const factNames = ['ticket', 'contact', 'account'] as const
type FactName = (typeof factNames)[number]

export function isFactName(name: string): name is FactName {
  return factNames.some((each) => each === name)
}

/** Of one ticket, as conditions read it; an empty text where there is no value. */
type Facts = {
  ticket: {
    subject: string
    /** What the customer wrote last, its first 4,000 characters. */
    text: string
    type: string
    priority: TicketPriority
    tags: string[]
    channel: string
    line: string
    state: string
    /** The mail address of whoever works it. */
    assignee: string
    is_snoozed: boolean
    is_escalated: boolean
    reopen_count: number
    /** How many came with the last message. */
    attachments: number
  }
  /** Empty where nobody is known: a condition on it is not decided, unless it asks `has(…)`. */
  contact: { email?: string; domain?: string; name?: string }
  account: { id?: string; name?: string; domain?: string }
}

/** Beside what conditions read. */
export type TicketFacts = {
  id: string
  number: number
  facts: Facts
  /** Since when the customer waits for an answer; null: they do not. */
  waitsSince: Date | null
  matchedRunbook: string | null
  offeredReply: string | null
}

type Row = Omit<Facts['ticket'], 'priority' | 'type' | 'assignee' | 'text' | 'attachments'> & {
  id: string
  number: string
  type: string | null
  rank: number
  assignee: string | null
  text: string | null
  attachments: number | null
  email: string | null
  contactName: string | null
  accountId: string | null
  accountName: string | null
  accountDomain: string | null
  waitsSince: Date | null
  matchedRunbook: string | null
  offeredReply: string | null
}

/** As they are now, by one statement; in the order of their numbers, the newest first. */
export async function readFacts(
  db: Kysely<DB>,
  ticketIds: readonly string[],
): Promise<TicketFacts[]> {
  const { rows } = await sql<Row>`
    select ticket.id, ticket.number, ticket.subject, ticket.type, ticket.priority as rank, ticket.channel,
      ticket.line, ticket.state, ticket.reopen_count, ticket.snoozed_at is not null as is_snoozed,
      ticket.escalated_at is not null as is_escalated, person.email as assignee,
      array(select tag.name from tag where tag.id = any (ticket.tags) order by tag.key) as tags,
      contact.email, contact.name as "contactName", account.external_id as "accountId",
      account.name as "accountName", account.domain as "accountDomain", newest.text, newest.attachments,
      case when ticket.state = 'open' and ticket.spoke_last = 'customer' then ticket.spoke_since end
        as "waitsSince",
      ticket.matched_runbook as "matchedRunbook", saved_reply.title as "offeredReply"
    from ticket
    left join person on person.id = ticket.assignee_id
    left join contact on contact.id = ticket.contact_id
    left join account on account.id = ticket.account_id
    left join saved_reply on saved_reply.id = ticket.offered_reply_id
    left join lateral (
      select left(message.text, ${longestText}) as text, jsonb_array_length(message.attachments) as attachments
      from message where message.ticket_id = ticket.id and message.kind = 'customer'
      order by message.at desc, message.id desc limit 1) as newest on true
    where ticket.id = any (${ticketIds}::uuid[])
    order by ticket.number desc`.execute(db)
  return rows.map(factsOf)
}

const longestText = 4_000

function factsOf(row: Row): TicketFacts {
  return {
    id: row.id,
    number: Number(row.number),
    waitsSince: row.waitsSince,
    matchedRunbook: row.matchedRunbook,
    offeredReply: row.offeredReply,
    facts: {
      ticket: {
        subject: row.subject,
        text: row.text ?? '',
        type: row.type ?? '',
        priority: priorityOf(row.rank),
        tags: row.tags,
        channel: row.channel,
        line: row.line,
        state: row.state,
        assignee: row.assignee ?? '',
        is_snoozed: row.is_snoozed,
        is_escalated: row.is_escalated,
        reopen_count: row.reopen_count,
        attachments: row.attachments ?? 0,
      },
      contact: contactOf(row),
      account: accountOf(row),
    },
  }
}

function contactOf({ email, contactName }: Row): Facts['contact'] {
  if (email === null) return {}
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return { email: email.toLowerCase(), domain, name: contactName ?? '' }
}

function accountOf({ accountId, accountName, accountDomain }: Row): Facts['account'] {
  if (accountId === null) return {}
  return { id: accountId, name: accountName ?? '', domain: accountDomain ?? '' }
}
