import type { NotificationKind } from '@firstline/contract/notifications'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { rolesFrom } from '#server/actions/run/may-approve.ts'
import type { EventOf } from '#server/core/events.ts'
import type { DB } from '#server/database/db-types.ts'
import { judgeSeconds } from '#server/team/second-person.ts'
import { assigneeOf, escalatorOf, openEscalation, resolverOf } from './whose.ts'

/** Whom an event is told to, and as what. */
export type Telling = {
  kind: NotificationKind
  people: readonly (string | null)[]
  ticket: string
  escalation?: string
  message?: string
}

const toldNames = [
  'note.added',
  'message.received',
  'message.replied',
  'ticket.assigned',
  'ticket.escalated',
  'ticket.resolved',
  'ticket.reopened',
  'ticket.repeat_linked',
  'ticket.woken',
  'ticket.voided',
  'ticket.joined',
  'escalation.assigned',
  'escalation.returned',
  'escalation.closed',
  'action.approval_requested',
  'rule.stopped',
] as const
type ToldName = (typeof toldNames)[number]
export type ToldEvent = { [Name in ToldName]: EventOf<Name> }[ToldName]

/** What is told of an event, the most personal first: nobody is told twice of one. */
export async function tellingsOf(
  db: Kysely<DB>,
  event: ToldEvent,
  ticket: string,
): Promise<Telling[]> {
  switch (event.name) {
    case 'note.added':
      return ofNote(db, event, ticket)
    case 'message.received':
      return ofMessage(db, event, ticket)
    case 'ticket.reopened':
      return ofReopening(db, event, ticket)
    case 'ticket.repeat_linked':
      return ofRepeat(db, event)
    case 'ticket.woken':
      return ofWaking(db, event, ticket)
    case 'escalation.assigned':
      return ofTaking(db, event, ticket)
    case 'escalation.returned':
      return ofReturn(db, event, ticket)
    case 'action.approval_requested': {
      const people = await approversOf(db, event.data.approval, event.at)
      return [{ kind: 'approval_asked', people, ticket }]
    }
    case 'rule.stopped':
      // one that somebody switched off is of no ticket
      return [{ kind: 'rule_off', people: await leadsOf(db), ticket }]
    case 'ticket.assigned': {
      const assigned = { kind: 'assigned' as const, people: [event.data.person], ticket }
      return [assigned, ...(await toWatchers(db, { ticket }))]
    }
    case 'message.replied':
      return toWatchers(db, { ticket, message: event.data.message })
    case 'ticket.escalated':
    case 'escalation.closed':
      return toWatchers(db, { ticket, escalation: event.data.escalation })
    default:
      return toWatchers(db, { ticket })
  }
}

async function ofNote(
  db: Kysely<DB>,
  { at, data: { message, mentions = [] } }: EventOf<'note.added'>,
  ticket: string,
): Promise<Telling[]> {
  const open = await openEscalation(db, ticket, at)
  const mentioned = { kind: 'mentioned' as const, people: mentions, ticket, message }
  const watching = await toWatchers(db, { ticket, escalation: open?.id, message })
  if (!open) return [mentioned, ...watching]
  const people = [open.escalatedBy, open.assignee]
  const asked = { kind: 'escalation_asked' as const, people, ticket, escalation: open.id, message }
  return [mentioned, asked, ...watching]
}

/** Thanks and notices of absence are read when the ticket is; what came back is told as that. */
async function ofMessage(
  db: Kysely<DB>,
  { data: { message, judged } }: EventOf<'message.received'>,
  ticket: string,
): Promise<Telling[]> {
  if (judged || (await hasReopened(db, ticket, message))) return []
  const people = [await assigneeOf(db, ticket)]
  const answered = { kind: 'customer_answered' as const, people, ticket, message }
  return [answered, ...(await toWatchers(db, { ticket, message }))]
}

async function ofReopening(
  db: Kysely<DB>,
  { data: { is_broken: isBroken, resolution, message } }: EventOf<'ticket.reopened'>,
  ticket: string,
): Promise<Telling[]> {
  const people = [await resolverOf(db, resolution), await assigneeOf(db, ticket)]
  const kind = isBroken ? ('resolution_broken' as const) : ('ticket_reopened' as const)
  const back = { kind, people, ticket, ...(message ? { message } : {}) }
  return [back, ...(await toWatchers(db, { ticket, message }))]
}

/** The event is of the new ticket; what broke is of the other one. */
async function ofRepeat(
  db: Kysely<DB>,
  { data: { of, resolution } }: EventOf<'ticket.repeat_linked'>,
): Promise<Telling[]> {
  const people = [await resolverOf(db, resolution)]
  const broken = { kind: 'resolution_broken' as const, people, ticket: of }
  return [broken, ...(await toWatchers(db, { ticket: of }))]
}

/** Where the customer brought it back its assignee is told that they wrote. */
async function ofWaking(
  db: Kysely<DB>,
  { id, data: { because } }: EventOf<'ticket.woken'>,
  ticket: string,
): Promise<Telling[]> {
  const assignee = await assigneeOf(db, ticket)
  const people = [await snoozerOf(db, ticket, id), assignee]
  const told = because === 'reply' ? people.filter((person) => person !== assignee) : people
  return [{ kind: 'ticket_back', people: told, ticket }]
}

async function ofTaking(
  db: Kysely<DB>,
  { data: { escalation, person } }: EventOf<'escalation.assigned'>,
  ticket: string,
): Promise<Telling[]> {
  const owner = person === null ? null : await escalatorOf(db, escalation)
  return [
    { kind: 'assigned', people: [person], ticket, escalation },
    { kind: 'escalation_taken', people: [owner], ticket, escalation },
    ...(await toWatchers(db, { ticket, escalation })),
  ]
}

async function ofReturn(
  db: Kysely<DB>,
  { data: { escalation } }: EventOf<'escalation.returned'>,
  ticket: string,
): Promise<Telling[]> {
  const people = [await escalatorOf(db, escalation)]
  const returned = { kind: 'escalation_returned' as const, people, ticket, escalation }
  return [returned, ...(await toWatchers(db, { ticket, escalation }))]
}

type Looked = { ticket: string; escalation?: string | undefined; message?: string | undefined }

async function toWatchers(
  db: Kysely<DB>,
  { ticket, escalation, message }: Looked,
): Promise<Telling[]> {
  const { rows } = await sql<{ person: string }>`
    select person_id as person from ticket_watch where ticket_id = ${ticket}
    union select person_id from escalation_watch where escalation_id = ${escalation ?? null}::uuid
    order by person`.execute(db)
  return [
    {
      kind: 'watched_moved',
      people: rows.map(({ person }) => person),
      ticket,
      ...(escalation ? { escalation } : {}),
      ...(message ? { message } : {}),
    },
  ]
}

/** In the same transaction as it came in. */
async function hasReopened(db: Kysely<DB>, ticket: string, message: string): Promise<boolean> {
  const { rows } = await sql`
    select from event where ticket_id = ${ticket} and name = 'ticket.reopened'
      and data ->> 'message' = ${message} limit 1`.execute(db)
  return rows.length > 0
}

async function snoozerOf(db: Kysely<DB>, ticket: string, woken: string): Promise<string | null> {
  const { rows } = await sql<{ kind: string; person: string | null }>`
    select actor_kind as kind, actor_id as person from event
    where ticket_id = ${ticket} and name = 'ticket.snoozed' and id < ${woken}
    order by at desc, id desc limit 1`.execute(db)
  return rows[0]?.kind === 'person' ? rows[0].person : null
}

/** Whoever may switch it on again. */
async function leadsOf(db: Kysely<DB>): Promise<string[]> {
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('role', 'in', ['lead', 'admin'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return people.map(({ id }) => id)
}

/** Whoever may be the second person: of the role that it asks for at least, and nobody behind who asked. */
async function approversOf(db: Kysely<DB>, approval: string, at: Date): Promise<string[]> {
  const asked = await db
    .selectFrom('action_approval')
    .select(['role', 'actor'])
    .where('id', '=', approval)
    .executeTakeFirst()
  if (!asked) return []
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('role', 'in', rolesFrom(asked.role))
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  const whyNot = await judgeSeconds(db, asked.actor, at)
  return people.map(({ id }) => id).filter((id) => whyNot(id) === null)
}
