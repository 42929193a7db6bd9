import { z } from 'zod'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'
import type { Step, StepActor, StepFound, StepStatus } from '#server/imports/vendors/step.ts'

export function translateZammad(
  record: unknown,
  list: string | null,
  reading: Reading,
): StepFound[] {
  if (list === 'history' || has(record, 'o_id', 'created_at')) return historySteps(record, reading)
  if (list === 'users' || has(record, 'role_ids')) return userRole(record)
  if (list === 'tickets' || has(record, 'created_at', 'customer_id'))
    return ticketSteps(record, reading)
  if (list === 'groups' || has(record, 'name', 'id')) return groupName(record)
  throw notKnown('Zammad')
}

const Ticket = z.object({
  id: Id,
  created_at: Moment,
  updated_at: Moment.nullish(),
  close_at: Moment.nullish(),
  last_close_at: Moment.nullish(),
  state: Word,
  state_id: z.number().nullish(),
  group: Word,
  group_id: Id.nullish(),
  customer_id: Id.nullish(),
  create_article_type: Word,
  type: Word,
})

function ticketSteps(record: unknown, { times }: Reading): StepFound[] {
  const ticket = shapeOf(Ticket, record)
  const at = times.at(ticket.created_at, 'created_at')
  const closedAt = times.maybe(ticket.close_at, 'close_at')
  const received: Step = {
    kind: 'received',
    type: ticket.type,
    channel: ticket.create_article_type,
    product: null,
    contact: ticket.customer_id ?? null,
  }
  const snapshot: Step = {
    kind: 'snapshot',
    status: ticket.state === null ? statusOfId(ticket.state_id) : statusOf(ticket.state),
    resolvedAt: times.maybe(ticket.last_close_at, 'last_close_at') ?? closedAt,
    reopens: 0,
    reopenedAt: null,
    team: ticket.group ?? ticket.group_id ?? null,
    teams: 1,
  }
  const seenAt = times.maybe(ticket.updated_at, 'updated_at') ?? at
  return [
    { ticket: ticket.id, at, body: received },
    { ticket: ticket.id, at: seenAt, body: snapshot },
  ]
}

/** Names are the installation's own; those of its states that end a ticket are recognised. */
function statusOf(state: string): StepStatus {
  const name = state.trim().toLowerCase()
  if (/^(?:merged|removed|spam|duplicate|cancell?ed)$/.test(name)) return 'void'
  return /^(?:closed|resolved|solved|done|completed)\b/.test(name) ? 'resolved' : 'open'
}

/** As a new installation numbers them. */
const statesById = new Map<number, StepStatus>([
  [1, 'open'],
  [2, 'open'],
  [3, 'open'],
  [4, 'resolved'],
  [5, 'void'],
  [6, 'void'],
  [7, 'open'],
])

function statusOfId(id: number | null | undefined): StepStatus {
  const status = statesById.get(id ?? 0)
  if (status) return status
  throw new BadRecord('unknown-status', `state_id ${id}: export the tickets with expand=true`)
}

const HistoryRow = z.object({
  o_id: Id,
  object: z.string().max(100).nullish(),
  type: z.string().max(100).nullish(),
  attribute: z.string().max(200).nullish(),
  value_from: Word,
  value_to: Word,
  created_at: Moment,
  created_by_id: Id.nullish(),
})

function historySteps(record: unknown, { times }: Reading): StepFound[] {
  const row = shapeOf(HistoryRow, record)
  if ((row.object ?? 'Ticket') !== 'Ticket') return []
  const body = rowStep(row)
  return body ? [{ ticket: row.o_id, at: times.at(row.created_at, 'created_at'), body }] : []
}

function rowStep(row: z.infer<typeof HistoryRow>): Step | null {
  const by = actorOf(row.created_by_id)
  const { value_from: from, value_to: to } = row
  if (row.type === 'merged_into') return { kind: 'status', to: 'void', by }
  if (row.type === 'created') return { kind: 'status', to: 'open', by }
  if (to === null) return null
  if (row.attribute === 'group') return { kind: 'team', team: to, from: from ?? undefined, by }
  if (row.attribute === 'type') return { kind: 'type', type: to, by }
  if (row.attribute !== 'state') return null
  return { kind: 'status', to: statusOf(to), from: from === null ? undefined : statusOf(from), by }
}

/** The user with id 1 is the system itself. */
function actorOf(id: string | null | undefined): StepActor {
  return id === '1' ? { kind: 'system', id } : { id: id ?? null }
}

const User = z.object({ id: Id, role_ids: z.array(z.number()) })

/** Roles 1 and 2 are admin and agent of a new installation, 3 the customer. */
function userRole(record: unknown): StepFound[] {
  const { id, role_ids: roles } = shapeOf(User, record)
  const isCustomer = roles.length > 0 && roles.every((role) => role === 3)
  return [{ kind: 'role', id, value: isCustomer ? 'customer' : 'agent' }]
}

const Group = z.object({ id: Id, name: Name })

function groupName(record: unknown): StepFound[] {
  const { id, name } = shapeOf(Group, record)
  return [{ kind: 'team', id, value: name }]
}
