import { z } from 'zod'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'
import type { Step, StepActor, StepFound, StepStatus } from '#server/imports/vendors/step.ts'

export function translateFreshdesk(
  record: unknown,
  list: string | null,
  reading: Reading,
): StepFound[] {
  if (has(record, 'performed_at') || list === 'activities_data')
    return activitySteps(record, reading)
  if (has(record, 'ratings', 'ticket_id')) return ratingSteps(record, reading)
  if (list === 'tickets' || has(record, 'status', 'created_at')) return ticketSteps(record, reading)
  if (list === 'agents' || has(record, 'contact', 'id')) return agentRole(record)
  if (list === 'groups' || has(record, 'name', 'id')) return groupName(record)
  throw notKnown('Freshdesk')
}

const Ticket = z.object({
  id: Id,
  status: z.union([z.number(), z.string().max(100)]),
  created_at: Moment,
  updated_at: Moment.nullish(),
  type: Word,
  source: z.number().nullish(),
  group_id: Id.nullish(),
  product_id: Id.nullish(),
  requester_id: Id.nullish(),
  spam: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  stats: z
    .object({
      resolved_at: Moment.nullish(),
      closed_at: Moment.nullish(),
      reopened_at: Moment.nullish(),
    })
    .nullish(),
})

const channels = new Map([
  [1, 'email'],
  [2, 'portal'],
  [3, 'phone'],
  [7, 'chat'],
  [9, 'feedback widget'],
  [10, 'outbound email'],
])

function ticketSteps(record: unknown, { times }: Reading): StepFound[] {
  const ticket = shapeOf(Ticket, record)
  const { id, stats, source } = ticket
  const at = times.at(ticket.created_at, 'created_at')
  const isVoid = ticket.spam === true || ticket.deleted === true
  const received: Step = {
    kind: 'received',
    type: ticket.type,
    channel: typeof source === 'number' ? (channels.get(source) ?? `source ${source}`) : null,
    product: ticket.product_id ?? null,
    contact: ticket.requester_id ?? null,
  }
  const reopenedAt = times.maybe(stats?.reopened_at, 'stats.reopened_at')
  const snapshot: Step = {
    kind: 'snapshot',
    status: isVoid ? 'void' : statusOf(ticket.status),
    resolvedAt:
      times.maybe(stats?.resolved_at, 'stats.resolved_at') ??
      times.maybe(stats?.closed_at, 'stats.closed_at'),
    reopens: reopenedAt === null ? 0 : 1,
    reopenedAt,
    team: ticket.group_id ?? null,
    teams: 1,
  }
  const seenAt = times.maybe(ticket.updated_at, 'updated_at') ?? at
  return [
    { ticket: id, at, body: received },
    { ticket: id, at: seenAt, body: snapshot },
  ]
}

/** 2 open, 3 pending, 4 resolved, 5 closed; a status the desk added itself is a way of waiting. */
function statusOf(status: string | number): StepStatus {
  const word = String(status).trim().toLowerCase()
  if (word === '4' || word === 'resolved') return 'resolved'
  if (word === '5' || word === 'closed') return 'closed'
  if (word !== '' && word !== '0' && word !== '1' && !word.startsWith('-')) return 'open'
  throw new BadRecord('unknown-status', `status: ${JSON.stringify(status)}`)
}

const Activity = z.object({
  performed_at: Moment,
  ticket_id: Id,
  performer_type: z.string().max(60).nullish(),
  performer_id: Id.nullish(),
  activity: z.object({
    status: z.union([z.string().max(100), z.number()]).nullish(),
    group: Word,
    ticket_type: Word,
    spam: z.boolean().nullish(),
    deleted: z.boolean().nullish(),
  }),
})

function activitySteps(record: unknown, { times }: Reading): StepFound[] {
  const { activity, ...event } = shapeOf(Activity, record)
  const at = times.at(event.performed_at, 'performed_at')
  const by = performer(event.performer_type, event.performer_id)
  const steps: Step[] = []
  if (activity.ticket_type) steps.push({ kind: 'type', type: activity.ticket_type, by })
  if (activity.group) steps.push({ kind: 'team', team: activity.group, by })
  if (activity.spam === true || activity.deleted === true) {
    steps.push({ kind: 'status', to: 'void', by })
  } else if (activity.spam === false || activity.deleted === false) {
    steps.push({ kind: 'status', to: 'open', by })
  }
  if (activity.status !== null && activity.status !== undefined) {
    steps.push({ kind: 'status', to: statusOf(activity.status), by })
  }
  return steps.map((body) => ({ ticket: event.ticket_id, at, body }))
}

function performer(type: string | null | undefined, id: string | null | undefined): StepActor {
  if (type && /system|rule|automation|bot/i.test(type)) return { kind: 'system', id: id ?? null }
  if (type === 'agent') return { kind: 'agent', id: id ?? null }
  if (type && /^(?:customer|requester|contact)$/i.test(type)) {
    return { kind: 'customer', id: id ?? null }
  }
  return { id: id ?? null }
}

const Rating = z.object({
  ticket_id: Id,
  created_at: Moment,
  updated_at: Moment.nullish(),
  user_id: Id.nullish(),
  ratings: z.record(z.string(), z.number()),
})

/** 101 to 103 are degrees of happy, -101 to -103 of unhappy, 100 is neither. */
function ratingSteps(record: unknown, { times, remark }: Reading): StepFound[] {
  const rating = shapeOf(Rating, record)
  const at = times.at(rating.created_at, 'created_at')
  const score = rating.ratings['default_question']
  if (score === undefined) throw new BadRecord('not-as-documented', 'ratings.default_question')
  if (score === 100) remark('neutral-rating', `ticket ${rating.ticket_id}: neither up nor down`)
  const by: StepActor = { kind: 'customer', id: rating.user_id ?? null }
  const body: Step =
    score === 100 ? { kind: 'asked' } : { kind: 'rated', value: score > 100 ? 'up' : 'down', by }
  return [{ ticket: rating.ticket_id, at, body }]
}

const Agent = z.object({ id: Id })

function agentRole(record: unknown): StepFound[] {
  return [{ kind: 'role', id: shapeOf(Agent, record).id, value: 'agent' }]
}

const Group = z.object({ id: Id, name: Name })

function groupName(record: unknown): StepFound[] {
  const { id, name } = shapeOf(Group, record)
  return [{ kind: 'team', id, value: name }]
}
