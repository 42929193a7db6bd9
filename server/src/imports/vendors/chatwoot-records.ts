import { z } from 'zod'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Id, Moment, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'
import type { Step, StepFound, StepStatus } from '#server/imports/vendors/step.ts'

export function translateChatwoot(
  record: unknown,
  list: string | null,
  reading: Reading,
): StepFound[] {
  if (has(record, 'event_end_time') || list === 'reporting_events') {
    return eventSteps(shapeOf(StandaloneEvent, record), reading)
  }
  if (has(record, 'rating', 'conversation_id')) return surveySteps(record, reading)
  if (has(record, 'message_type')) return messageSteps(shapeOf(StandaloneMessage, record), reading)
  if (has(record, 'status', 'id')) return conversationSteps(record, reading)
  throw notKnown('Chatwoot')
}

const Event = z.object({
  name: z.string().max(100),
  value: z.number().nullish(),
  event_end_time: Moment.nullish(),
  created_at: Moment.nullish(),
})
const StandaloneEvent = Event.extend({ conversation_id: Id })

const Message = z.object({
  created_at: Moment,
  content_type: z.string().max(60).nullish(),
  content_attributes: z
    .object({
      submitted_values: z
        .object({ csat_survey_response: z.object({ rating: z.number().nullish() }).nullish() })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
})
const StandaloneMessage = Message.extend({ conversation_id: Id })

const Conversation = z.object({
  id: Id,
  status: z.union([z.string().max(40), z.number()]),
  created_at: Moment,
  updated_at: Moment.nullish(),
  last_activity_at: Moment.nullish(),
  labels: z.array(z.string()).nullish(),
  meta: z
    .object({
      channel: Word,
      sender: z.object({ id: Id.nullish() }).nullish(),
      team: z.object({ name: Word }).nullish(),
    })
    .nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  reporting_events: z.array(Event).nullish(),
  messages: z.array(Message).nullish(),
})
type Conversation = z.infer<typeof Conversation>

function conversationSteps(record: unknown, reading: Reading): StepFound[] {
  const conversation = shapeOf(Conversation, record)
  const { times } = reading
  const { id: ticket, reporting_events: events, messages } = conversation
  const at = times.at(conversation.created_at, 'created_at')
  const activeAt = times.maybe(conversation.last_activity_at, 'last_activity_at') ?? at
  const seenAt = times.maybe(conversation.updated_at, 'updated_at') ?? activeAt
  const found: StepFound[] = [
    { ticket, at, body: received(conversation) },
    { ticket, at: seenAt, body: snapshot(conversation, activeAt) },
  ]
  if (events) found.push({ ticket, at, body: { kind: 'status', to: 'open' } })
  for (const event of events ?? []) {
    found.push(...eventSteps({ ...event, conversation_id: ticket }, reading))
  }
  for (const message of messages ?? []) {
    found.push(...messageSteps({ ...message, conversation_id: ticket }, reading))
  }
  return found
}

function received({ meta, custom_attributes: own }: Conversation): Step {
  const type = own?.['type']
  return {
    kind: 'received',
    type: typeof type === 'string' && !type.includes('\0') ? type.slice(0, 200) : null,
    channel: meta?.channel?.replace(/^Channel::/, '') ?? null,
    product: null,
    contact: meta?.sender?.id ?? null,
  }
}

function snapshot({ status, labels, meta }: Conversation, activeAt: number): Step {
  const isVoid = labels?.some((label) => /^(?:spam|duplicate)$/i.test(label)) ?? false
  return {
    kind: 'snapshot',
    status: isVoid ? 'void' : statusOf(status),
    resolvedAt: activeAt,
    reopens: 0,
    reopenedAt: null,
    team: meta?.team?.name ?? null,
    teams: 1,
  }
}

const statusNames = ['open', 'resolved', 'pending', 'snoozed']

function statusOf(status: string | number): StepStatus {
  const name = typeof status === 'number' ? statusNames[status] : status
  if (name === undefined || !statusNames.includes(name)) {
    throw new BadRecord('unknown-status', `status: ${JSON.stringify(status)}`)
  }
  return name === 'resolved' ? 'resolved' : 'open'
}

/** `conversation_opened` is written for the first opening, too: with no time since a resolution. */
function eventSteps(event: z.infer<typeof StandaloneEvent>, { times }: Reading): StepFound[] {
  const at = times.at(event.event_end_time ?? event.created_at ?? '', 'event_end_time')
  const ticket = event.conversation_id
  const isBot = event.name === 'conversation_bot_resolved'
  if (isBot || event.name === 'conversation_resolved') {
    const by = isBot ? ({ kind: 'system' } as const) : undefined
    return [{ ticket, at, body: { kind: 'status', to: 'resolved', by } }]
  }
  if (event.name === 'conversation_opened') {
    return (event.value ?? 0) > 0 ? [{ ticket, at, body: { kind: 'status', to: 'open' } }] : []
  }
  return []
}

function messageSteps(message: z.infer<typeof StandaloneMessage>, reading: Reading): StepFound[] {
  if (message.content_type !== 'input_csat') return []
  const { conversation_id: ticket } = message
  const at = reading.times.at(message.created_at, 'messages.created_at')
  const rating = message.content_attributes?.submitted_values?.csat_survey_response?.rating
  const asked: StepFound = { ticket, at, body: { kind: 'asked' } }
  return typeof rating === 'number' ? [asked, ...rated(ticket, at, rating, reading)] : [asked]
}

const Survey = z.object({ conversation_id: Id, rating: z.number(), created_at: Moment })

function surveySteps(record: unknown, reading: Reading): StepFound[] {
  const { conversation_id: ticket, rating, created_at: createdAt } = shapeOf(Survey, record)
  return rated(ticket, reading.times.at(createdAt, 'created_at'), rating, reading)
}

/** Four and five of five are thumbs up, one and two down. */
function rated(ticket: string, at: number, rating: number, { remark }: Reading): StepFound[] {
  if (rating < 1 || rating > 5) throw new BadRecord('not-as-documented', `rating: ${rating}`)
  if (rating !== 3) {
    return [{ ticket, at, body: { kind: 'rated', value: rating > 3 ? 'up' : 'down' } }]
  }
  remark('neutral-rating', `conversation ${ticket}: 3 of 5 is neither up nor down`)
  return [{ ticket, at, body: { kind: 'asked' } }]
}
