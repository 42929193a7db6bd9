import { z } from 'zod'
import { ActorRef, Id, Time } from './common.ts'
import { events, readData } from './events.ts'
import type { PublicEventName } from './events.ts'
import { isWritten } from './written.ts'

/** What a webhook is told of who did it: nobody's name. */
const Doer = ActorRef.omit({ name: true })

/** What `data` says of every event, beside its own fields in `fields`. */
export const WebhookFacts = z.object({
  /** Its number in the record: the same in every delivery of it, to whichever endpoint. */
  event: z.string(),
  by: Doer,
  ticket: z.object({ id: Id, number: z.int(), url: z.url() }).nullable(),
  account: Id.nullable(),
})

/** The message an event is about, for an endpoint with words: its first 10,000 characters. */
export const WebhookMessage = z.object({
  kind: z.string(),
  text: z.string(),
  isCut: z.boolean(),
})
export const mostCharactersOfMessage = 10_000

/** Of the fields of an event those that leave: what has no form never does. */
export function publicFieldsOf(name: PublicEventName, isWithWords: boolean): string[] {
  return Object.entries<z.ZodType>(events[name].data.shape)
    .filter(([, schema]) => !(schema instanceof z.ZodUnknown))
    .filter(([, schema]) => isWithWords || !isWritten(schema))
    .map(([field]) => field)
}

/** @throws ZodError where the record says what no version of this event says */
export function publicDataOf(
  name: PublicEventName,
  data: unknown,
  isWithWords: boolean,
): Record<string, unknown> {
  const known = new Map<string, unknown>(Object.entries(readData(name, data)))
  const fields = publicFieldsOf(name, isWithWords).filter((field) => known.has(field))
  return Object.fromEntries(fields.map((field) => [field, known.get(field)]))
}

/** What stands in the body of a delivery. */
export function webhookPayloadOf(name: PublicEventName) {
  const shape = new Map<string, z.ZodType>(Object.entries(events[name].data.shape))
  const always = new Set(publicFieldsOf(name, false))
  const fields = publicFieldsOf(name, true).map((field): [string, z.ZodType] => {
    const schema = shape.get(field) ?? z.never()
    return [field, always.has(field) ? schema : schema.optional()]
  })
  const facts = WebhookFacts.extend({ fields: z.object(Object.fromEntries(fields)) })
  return z.object({
    type: z.literal(name),
    timestamp: Time,
    data: carriesMessage(name) ? facts.extend({ message: WebhookMessage.optional() }) : facts,
  })
}

const ofMessages = ['message.received', 'message.replied', 'note.added'] as const

export function carriesMessage(name: PublicEventName): name is (typeof ofMessages)[number] {
  return ofMessages.some((each) => each === name)
}
