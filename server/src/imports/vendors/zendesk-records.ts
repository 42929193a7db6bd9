import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Count, Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'
import type { Step, StepActor, StepFound, StepStatus } from '#server/imports/vendors/step.ts'

export function translateZendesk(
  record: unknown,
  list: string | null,
  reading: Reading,
): StepFound[] {
  if (has(record, 'child_events')) return eventSteps(record, reading)
  if (list === 'audits' || has(record, 'events', 'ticket_id')) return auditSteps(record, reading)
  if (has(record, 'score', 'ticket_id')) return ratingSteps(record, reading)
  if (has(record, 'reopens', 'ticket_id')) return countSteps(record, reading)
  if (list === 'users' || has(record, 'role', 'email')) return userRole(record)
  if (list === 'groups') return groupName(record)
  if (list === 'tickets' || has(record, 'status', 'created_at')) return ticketSteps(record, reading)
  if (has(record, 'name', 'id')) return groupName(record)
  throw notKnown('Zendesk')
}

const Metrics = z.object({ reopens: Count, group_stations: Count, solved_at: Moment.nullish() })

const Ticket = z.object({
  id: Id,
  created_at: Moment,
  updated_at: Moment.nullish(),
  status: z.string().max(40),
  type: Word,
  group_id: Id.nullish(),
  requester_id: Id.nullish(),
  tags: z.array(z.string()).nullish(),
  via: z
    .object({
      channel: z.union([Word, z.number()]),
      source: z
        .object({
          rel: z.string().nullish(),
          from: z.object({ ticket_id: Id.nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
  metric_set: Metrics.nullish(),
})

function ticketSteps(record: unknown, { times }: Reading): StepFound[] {
  const ticket = shapeOf(Ticket, record)
  const { metric_set: metrics, via, group_id: team = null } = ticket
  const from = via?.source?.from?.ticket_id
  const at = times.at(ticket.created_at, 'created_at')
  const isMerged = ticket.tags?.includes('closed_by_merge') ?? false
  return [
    {
      ticket: ticket.id,
      at,
      body: {
        kind: 'received',
        type: ticket.type,
        channel: via?.channel === undefined || via.channel === null ? null : String(via.channel),
        product: null,
        contact: ticket.requester_id ?? null,
        ...(via?.source?.rel === 'follow_up' && from ? { followsUp: from } : {}),
      },
    },
    {
      ticket: ticket.id,
      at: times.maybe(ticket.updated_at, 'updated_at') ?? at,
      body: {
        kind: 'snapshot',
        status: isMerged ? 'void' : statusOf(ticket.status),
        resolvedAt: times.maybe(metrics?.solved_at, 'metric_set.solved_at'),
        reopens: metrics?.reopens ?? 0,
        reopenedAt: null,
        team,
        teams: Math.max(metrics?.group_stations ?? 1, 1),
      },
    },
  ]
}

const statuses: Record<string, StepStatus> = {
  new: 'open',
  open: 'open',
  pending: 'open',
  hold: 'open',
  solved: 'resolved',
  closed: 'closed',
  deleted: 'void',
}

function statusOf(name: string): StepStatus {
  const status = ownProperty(statuses, name)
  if (status) return status
  throw new BadRecord('unknown-status', `status: ${JSON.stringify(name.slice(0, 40))}`)
}

type Change = { field: string; value: unknown; previous: unknown; by: StepActor }

const TicketEvent = z.object({
  ticket_id: Id,
  timestamp: Moment.nullish(),
  created_at: Moment.nullish(),
  updater_id: Id.nullish(),
  child_events: z.array(z.record(z.string(), z.unknown())).max(5_000),
})

const changedFields = ['status', 'group_id', 'type', 'tags', 'satisfaction_score']

/** Of the incremental export: the field that changed is a key of the child event itself. */
function eventSteps(record: unknown, { times }: Reading): StepFound[] {
  const event = shapeOf(TicketEvent, record)
  const at = times.at(event.created_at ?? event.timestamp ?? '', 'timestamp')
  const changes = event.child_events.flatMap((child): Change[] => {
    if (child['event_type'] !== 'Create' && child['event_type'] !== 'Change') return []
    const by = actorOf(event.updater_id, child['via'])
    const { previous_value: previous = null } = child
    return changedFields
      .filter((field) => Object.hasOwn(child, field))
      .map((field) => ({ field, value: ownProperty(child, field), previous, by }))
  })
  return changes.flatMap((change) => changeSteps(event.ticket_id, at, change))
}

const Audit = z.object({
  ticket_id: Id,
  created_at: Moment,
  author_id: Id.nullish(),
  via: z.unknown().optional(),
  events: z.array(
    z.object({
      type: z.string().nullish(),
      field_name: z.string().nullish(),
      value: z.unknown().optional(),
      previous_value: z.unknown().optional(),
      via: z.unknown().optional(),
    }),
  ),
})

function auditSteps(record: unknown, { times }: Reading): StepFound[] {
  const audit = shapeOf(Audit, record)
  const at = times.at(audit.created_at, 'created_at')
  return audit.events.flatMap(({ type, field_name: field, value, previous_value, via }) => {
    if ((type !== 'Create' && type !== 'Change') || !field) return []
    const by = actorOf(audit.author_id, via ?? audit.via)
    return changeSteps(audit.ticket_id, at, { field, value, previous: previous_value, by })
  })
}

/** A trigger or automation acts in somebody's name; it is the machine all the same. */
function actorOf(id: string | null | undefined, via: unknown): StepActor {
  const channel = has(via, 'channel') ? via['channel'] : via
  const isRule = typeof channel === 'string' && /^(?:rule|automation|trigger|system)/i.test(channel)
  if (isRule || id === '-1') return { kind: 'system', id: id ?? null }
  return { id: id ?? null }
}

function changeSteps(ticket: string, at: number, change: Change): StepFound[] {
  const body = stepOf(change)
  return body ? [{ ticket, at, body }] : []
}

function stepOf({ field, value, previous, by }: Change): Step | null {
  if (field === 'tags') {
    const isMerge = tagsOf(value).includes('closed_by_merge')
    return isMerge ? { kind: 'status', to: 'void', by } : null
  }
  const word = wordOf(value)
  if (word === null) return null
  if (field === 'status') return statusStep(word, wordOf(previous), by)
  if (field === 'group_id')
    return { kind: 'team', team: word, from: wordOf(previous) ?? undefined, by }
  if (field === 'type') return { kind: 'type', type: word, by }
  if (field === 'satisfaction_score') return scoreStep(word, by)
  return null
}

function statusStep(word: string, previous: string | null, by: StepActor): Step {
  const from = previous === null ? undefined : statusOf(previous)
  return { kind: 'status', to: statusOf(word), from, by }
}

function tagsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(/\s+/) : []
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return null
  if (value.includes('\0')) throw new BadRecord('not-as-documented', 'a NUL character')
  return value.slice(0, 200)
}

function scoreStep(score: string, by?: StepActor): Step | null {
  if (score === 'offered') return { kind: 'asked' }
  const value = score.startsWith('good') ? 'up' : score.startsWith('bad') ? 'down' : null
  return value ? { kind: 'rated', value, by } : null
}

const Rating = z.object({
  ticket_id: Id,
  score: z.string().max(60),
  created_at: Moment,
  updated_at: Moment.nullish(),
  requester_id: Id.nullish(),
})

function ratingSteps(record: unknown, { times }: Reading): StepFound[] {
  const rating = shapeOf(Rating, record)
  const by: StepActor = { kind: 'customer', id: rating.requester_id ?? null }
  const body = scoreStep(rating.score, by)
  if (!body) return []
  const asked = times.at(rating.created_at, 'created_at')
  const at = body.kind === 'rated' ? (times.maybe(rating.updated_at, 'updated_at') ?? asked) : asked
  return [{ ticket: rating.ticket_id, at, body }]
}

const TicketMetrics = Metrics.extend({ ticket_id: Id, updated_at: Moment })

function countSteps(record: unknown, { times }: Reading): StepFound[] {
  const metrics = shapeOf(TicketMetrics, record)
  const body: Step = {
    kind: 'counts',
    resolvedAt: times.maybe(metrics.solved_at, 'solved_at'),
    reopens: metrics.reopens ?? 0,
    teams: Math.max(metrics.group_stations ?? 1, 1),
  }
  return [{ ticket: metrics.ticket_id, at: times.at(metrics.updated_at, 'updated_at'), body }]
}

const User = z.object({ id: Id, role: z.string().max(60) })

function userRole(record: unknown): StepFound[] {
  const { id, role } = shapeOf(User, record)
  return [{ kind: 'role', id, value: role === 'end-user' ? 'customer' : 'agent' }]
}

const Group = z.object({ id: Id, name: Name })

function groupName(record: unknown): StepFound[] {
  const { id, name } = shapeOf(Group, record)
  return [{ kind: 'team', id, value: name }]
}
