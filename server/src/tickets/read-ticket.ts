import { present } from '@firstline/contract/present'
import type { Resolution, Ticket, TicketSummary } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { joined } from '#server/database/joined.ts'
import { senderVerified } from './is-sender-verified.ts'
import { priorityOf } from './labels/priority.ts'
import { recipientsOf } from './next-recipients.ts'
import { ticketNotFound } from './state.ts'
import { standingOf } from './standing.ts'
import { planKept } from '#server/database/keep-plan.ts'

/** One ticket with its resolutions; also inside the transaction that changed it. */
export async function readTicket(db: Kysely<DB>, id: string, now: Date): Promise<Ticket> {
  const row = await selectSummaries(db)
    .leftJoin('ticket as original', 'original.id', 'ticket.repeat_of')
    .leftJoin('ticket as earlier', 'earlier.id', 'ticket.may_continue')
    .leftJoin('ticket as joined', 'joined.id', 'ticket.joined_to')
    .leftJoin('incident', 'incident.id', 'ticket.incident_id')
    .select([
      'ticket.problem_started_at as problemStartedAt',
      'ticket.void_reason as voidReason',
      'ticket.outside_id as outsideId',
      'ticket.outside_url as outsideUrl',
      'original.id as originalId',
      'original.number as originalNumber',
      'earlier.id as earlierId',
      'earlier.number as earlierNumber',
      'earlier.subject as earlierSubject',
      'joined.id as joinedId',
      'joined.number as joinedNumber',
      'joined.subject as joinedSubject',
      'incident.id as incidentId',
      'incident.title as incidentTitle',
      'incident.ended_at as incidentEndedAt',
      senderVerified(sql.ref('ticket.id')).as('isSenderVerified'),
    ])
    .where('ticket.id', '=', id)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!row) throw ticketNotFound()
  const summary = summaryOf(row)
  const { accountId } = row
  const [recipients, resolutions] = await Promise.all([
    recipientsOf(db, {
      id,
      accountId,
      contact:
        row.contactEmail === null ? null : { email: row.contactEmail, name: row.contactName },
    }),
    readResolutions(db, id, now),
  ])
  return {
    ...summary,
    problemStartedAt: row.problemStartedAt?.toISOString() ?? null,
    isSenderVerified: row.isSenderVerified,
    voidReason: row.voidReason,
    repeatOf: row.originalId ? { id: row.originalId, number: Number(row.originalNumber) } : null,
    recipients,
    mayContinue: row.earlierId
      ? {
          id: row.earlierId,
          number: Number(row.earlierNumber),
          subject: present(row.earlierSubject),
        }
      : null,
    joinedTo: row.joinedId
      ? { id: row.joinedId, number: Number(row.joinedNumber), subject: present(row.joinedSubject) }
      : null,
    outside:
      row.outsideId !== null && row.outsideUrl !== null
        ? { desk: row.channel, id: row.outsideId, address: row.outsideUrl }
        : null,
    incident: incidentOf(row),
    resolutions,
  }
}

/** One that is gone meanwhile has no name. */
const tagNames = sql<string[]>`case when ticket.tags = '{}' then '{}'::text[] else array(
  select tag.name from tag where tag.id = any(ticket.tags) order by tag.key) end`

type IncidentRow = {
  incidentId: string | null
  incidentTitle: string | null
  incidentEndedAt: Date | null
}

function incidentOf({
  incidentId,
  incidentTitle,
  incidentEndedAt,
}: IncidentRow): Ticket['incident'] {
  if (incidentId === null || incidentTitle === null) return null
  return { id: incidentId, title: incidentTitle, endedAt: incidentEndedAt?.toISOString() ?? null }
}

/** Tickets as lists show them, to be narrowed and ordered. */
export function selectSummaries(db: Kysely<DB>) {
  return db
    .selectFrom('ticket')
    .leftJoin('account', 'account.id', 'ticket.account_id')
    .leftJoin('contact', 'contact.id', 'ticket.contact_id')
    .leftJoin('person', 'person.id', 'ticket.assignee_id')
    .select(({ selectFrom }) => [
      'ticket.id',
      'ticket.number',
      'ticket.subject',
      'ticket.state',
      'ticket.priority',
      tagNames.as('tags'),
      'ticket.type',
      'ticket.line',
      'ticket.channel',
      'ticket.preview',
      'ticket.spoke_last as spokeLast',
      'ticket.spoke_since as spokeSince',
      'ticket.spoke_person_id as speakerId',
      // no joins: of seven tables PostgreSQL weighs every order, longer than it takes to read them
      selectFrom('person as speaker')
        .select('name')
        .whereRef('speaker.id', '=', 'ticket.spoke_person_id')
        .as('speakerName'),
      selectFrom('contact as writer')
        .select('name')
        .whereRef('writer.id', '=', 'ticket.spoke_contact_id')
        .as('writerName'),
      selectFrom('contact as writer')
        .select('email')
        .whereRef('writer.id', '=', 'ticket.spoke_contact_id')
        .as('writerEmail'),
      'ticket.opened_at as openedAt',
      'ticket.updated_at as updatedAt',
      'ticket.escalated_at as escalatedAt',
      'ticket.reopen_count as reopenCount',
      'ticket.snoozed_at as snoozedAt',
      'ticket.snoozed_until as snoozedUntil',
      'ticket.snoozed_run as snoozedRun',
      'ticket.woken',
      selectFrom('person as snoozer')
        .select('name')
        .whereRef('snoozer.id', '=', 'ticket.snoozed_by')
        .as('snoozedBy'),
      'ticket.matched_runbook as runbookId',
      'ticket.matched_runbook_title as runbookTitle',
      'account.id as accountId',
      'account.external_id as externalId',
      'account.name as accountName',
      'account.domain as accountDomain',
      'contact.id as contactId',
      'contact.email as contactEmail',
      'contact.name as contactName',
      'person.id as assigneeId',
      'person.name as assigneeName',
      lastEvent.as('lastEvent'),
    ])
}

const lastEvent = sql<
  string | null
>`(select max(event.id) from event where event.ticket_id = ticket.id)`

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['executeTakeFirstOrThrow']>>

export function summaryOf(row: SummaryRow): TicketSummary {
  return {
    id: row.id,
    number: Number(row.number),
    subject: row.subject,
    state: row.state,
    priority: priorityOf(row.priority),
    tags: row.tags,
    type: row.type,
    line: row.line,
    channel: row.channel,
    account: accountOf(row),
    contact: contactOf(row),
    assignee: joined(row.assigneeId, row.assigneeName),
    openedAt: row.openedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    snoozed: row.snoozedAt && {
      at: row.snoozedAt.toISOString(),
      until: row.snoozedUntil?.toISOString() ?? null,
      run: row.snoozedRun,
      by: row.snoozedBy,
    },
    woken: row.woken,
    reopenCount: row.reopenCount,
    runbook: row.runbookId ? { id: row.runbookId, title: row.runbookTitle ?? row.runbookId } : null,
    preview: row.preview,
    spoke: {
      last: row.spokeLast,
      since: row.spokeSince.toISOString(),
      by: row.speakerName ?? row.writerName ?? row.writerEmail,
      personId: row.speakerId,
    },
    lastEvent: row.lastEvent,
  }
}

function accountOf(row: SummaryRow): TicketSummary['account'] {
  if (!row.accountId) return null
  return {
    id: row.accountId,
    externalId: present(row.externalId),
    name: present(row.accountName),
    domain: row.accountDomain,
  }
}

function contactOf(row: SummaryRow): TicketSummary['contact'] {
  if (!row.contactId) return null
  return { id: row.contactId, email: present(row.contactEmail), name: row.contactName }
}

/** Newest first. */
async function readResolutions(db: Kysely<DB>, ticketId: string, now: Date): Promise<Resolution[]> {
  const rows = await db
    .selectFrom('resolution')
    .leftJoin('person', 'person.id', 'resolution.person_id')
    .leftJoin('rating', 'rating.resolution_id', 'resolution.id')
    .select([
      'resolution.id',
      'resolution.at',
      'resolution.line',
      'resolution.type',
      'resolution.summary',
      'resolution.window_ends_at as windowEndsAt',
      'resolution.reopened_at as reopenedAt',
      'resolution.dismissed_at as dismissedAt',
      'resolution.runbook_id as runbookId',
      'resolution.runbook_version as runbookVersion',
      sql<string[]>`resolution.action_runs::text[]`.as('actionRuns'),
      'person.id as personId',
      'person.name as personName',
      'rating.value as rating',
      'rating.comment as ratingComment',
    ])
    .where('resolution.ticket_id', '=', ticketId)
    .orderBy('resolution.at', 'desc')
    .orderBy('resolution.id', 'desc')
    .limit(200)
    .modifyEnd(planKept)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.personId
      ? { kind: 'person' as const, id: row.personId, name: present(row.personName) }
      : { kind: 'system' as const, id: null, name: 'Firstline' },
    line: row.line,
    type: row.type,
    summary: row.summary,
    standing: standingOf(row, now),
    windowEndsAt: row.windowEndsAt.toISOString(),
    runbook: row.runbookId ? { id: row.runbookId, version: row.runbookVersion ?? 1 } : null,
    actionRuns: row.actionRuns,
    rating: row.rating as Resolution['rating'],
    ratingComment: row.ratingComment,
    dismissedAt: row.dismissedAt?.toISOString() ?? null,
  }))
}
