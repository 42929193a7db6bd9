import { z } from 'zod'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Count, Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'
import type { Step, StepActor, StepFound, StepStatus } from '#server/imports/vendors/step.ts'

export function translateIntercom(
  record: unknown,
  list: string | null,
  reading: Reading,
): StepFound[] {
  if (list === 'conversations' || has(record, 'state', 'created_at')) {
    return conversationSteps(record, reading)
  }
  if (list === 'teams' || (has(record, 'type') && record['type'] === 'team'))
    return teamName(record)
  if (list === 'admins' || (has(record, 'type') && record['type'] === 'admin'))
    return adminRole(record)
  throw notKnown('Intercom')
}

const Author = z.object({ type: z.string().max(60).nullish(), id: Id.nullish() })

const Part = z.object({
  part_type: z.string().max(100),
  created_at: Moment,
  author: Author.nullish(),
  assigned_to: Author.nullish(),
  state: z.string().max(40).nullish(),
})
type Part = z.infer<typeof Part>

const Conversation = z.object({
  id: Id,
  created_at: Moment,
  updated_at: Moment.nullish(),
  state: z.string().max(40),
  source: z.object({ type: Word, author: Author.nullish() }).nullish(),
  team_assignee_id: Id.nullish(),
  tags: z.object({ tags: z.array(z.object({ name: z.string().nullish() })) }).nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  statistics: z
    .object({
      count_reopens: Count,
      last_close_at: Moment.nullish(),
      first_close_at: Moment.nullish(),
    })
    .nullish(),
  conversation_rating: z
    .object({ rating: z.number().nullish(), created_at: Moment.nullish() })
    .nullish(),
  conversation_parts: z
    .object({ conversation_parts: z.array(Part), total_count: z.number().nullish() })
    .nullish(),
})
type Conversation = z.infer<typeof Conversation>

function conversationSteps(record: unknown, reading: Reading): StepFound[] {
  const conversation = shapeOf(Conversation, record)
  const { id: ticket } = conversation
  const { times } = reading
  const at = times.at(conversation.created_at, 'created_at')
  const found: StepFound[] = [
    { ticket, at, body: received(conversation) },
    {
      ticket,
      at: times.maybe(conversation.updated_at, 'updated_at') ?? at,
      body: snapshot(conversation, reading),
    },
  ]
  const parts = conversation.conversation_parts
  if (parts) {
    found.push({ ticket, at, body: { kind: 'status', to: 'open' } })
    for (const part of parts.conversation_parts) {
      const partAt = times.at(part.created_at, 'conversation_parts.created_at')
      found.push(...partSteps(part).map((body) => ({ ticket, at: partAt, body })))
    }
    const missing = (parts.total_count ?? 0) - parts.conversation_parts.length
    if (missing > 0) {
      reading.remark('history-cut', `conversation ${ticket}: ${missing} parts are not exported`)
    }
  }
  return [...found, ...ratingSteps(conversation, reading)]
}

function received({ source, custom_attributes: own }: Conversation): Step {
  const { author } = source ?? {}
  const type = own?.['Type']
  return {
    kind: 'received',
    type: typeof type === 'string' && !type.includes('\0') ? type.slice(0, 200) : null,
    channel: source?.type ?? null,
    product: null,
    contact: kindOf(author?.type) === 'customer' ? (author?.id ?? null) : null,
  }
}

function snapshot(conversation: Conversation, { times }: Reading): Step {
  const { statistics, state, team_assignee_id: team } = conversation
  const isSpam = conversation.tags?.tags.some(({ name }) => /^spam$/i.test(name ?? '')) ?? false
  return {
    kind: 'snapshot',
    status: isSpam ? 'void' : statusOf(state),
    resolvedAt: times.maybe(statistics?.last_close_at, 'statistics.last_close_at'),
    reopens: statistics?.count_reopens ?? 0,
    reopenedAt: null,
    team: team && team !== '0' ? team : null,
    teams: 1,
  }
}

function statusOf(state: string): StepStatus {
  if (state === 'closed') return 'resolved'
  if (state === 'open' || state === 'snoozed') return 'open'
  throw new BadRecord('unknown-status', `state: ${JSON.stringify(state)}`)
}

/** A customer's message opens a closed conversation, also where no part of its own says so. */
function partSteps({ part_type: type, author, assigned_to: assigned, state }: Part): Step[] {
  const by = actorOf(author)
  const steps: Step[] = []
  if (/assign/.test(type) && assigned?.type === 'team' && assigned.id) {
    steps.push({ kind: 'team', team: assigned.id, by })
  }
  if (type === 'close') steps.push({ kind: 'status', to: 'resolved', by })
  else if (type === 'open' || /reopen/.test(type)) steps.push({ kind: 'status', to: 'open', by })
  else if (type === 'comment' && by.kind === 'customer' && state !== 'closed') {
    steps.push({ kind: 'status', to: 'open', by })
  }
  return steps
}

function actorOf(author: z.infer<typeof Author> | null | undefined): StepActor {
  return { kind: kindOf(author?.type), id: author?.id ?? null }
}

function kindOf(type: string | null | undefined): StepActor['kind'] {
  if (type === 'user' || type === 'lead' || type === 'contact' || type === 'visitor')
    return 'customer'
  if (type === 'admin' || type === 'team') return 'agent'
  return type === 'bot' ? 'system' : undefined
}

/** Four and five of five are thumbs up, one and two down. */
function ratingSteps(
  { id: ticket, conversation_rating: rated }: Conversation,
  { times, remark }: Reading,
): StepFound[] {
  const at = times.maybe(rated?.created_at, 'conversation_rating.created_at')
  if (!rated || at === null) return []
  const { rating } = rated
  if (rating === null || rating === undefined) return [{ ticket, at, body: { kind: 'asked' } }]
  if (rating < 1 || rating > 5) {
    throw new BadRecord('not-as-documented', `conversation_rating.rating: ${rating}`)
  }
  if (rating !== 3) {
    return [{ ticket, at, body: { kind: 'rated', value: rating > 3 ? 'up' : 'down' } }]
  }
  remark('neutral-rating', `conversation ${ticket}: 3 of 5 is neither up nor down`)
  return [{ ticket, at, body: { kind: 'asked' } }]
}

const Team = z.object({ id: Id, name: Name })

function teamName(record: unknown): StepFound[] {
  const { id, name } = shapeOf(Team, record)
  return [{ kind: 'team', id, value: name }]
}

const Admin = z.object({ id: Id })

function adminRole(record: unknown): StepFound[] {
  return [{ kind: 'role', id: shapeOf(Admin, record).id, value: 'agent' }]
}
