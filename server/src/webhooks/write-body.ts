import { isPublicEvent } from '@firstline/contract/events'
import {
  carriesMessage,
  mostCharactersOfMessage,
  publicDataOf,
} from '@firstline/contract/webhook-payloads'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Config } from '#server/core/config.ts'
import type { DB } from '#server/database/db-types.ts'

export const testType = 'webhook.test'

/** Stable over all tries, whoever asks for them: a receiver knows by it what it has. */
export function messageIdOf(deliveryId: string): string {
  return `msg_${deliveryId.replaceAll('-', '')}`
}

type Told = {
  webhookId: string
  isWithWords: boolean
  type: string
  eventId: string | null
  /** Of a test. */
  at: Date
}
type Reading = { db: Kysely<DB>; config: Pick<Config, 'publicUrl'> }

/** The body of a delivery, made of the record. @throws where the record has not what was to be told */
export async function writeBody(reading: Reading, told: Told): Promise<string> {
  const { type, eventId, at, webhookId } = told
  if (eventId === null) {
    return JSON.stringify({ type, timestamp: at.toISOString(), data: { webhook: webhookId } })
  }
  const event = await readEvent(reading.db, eventId)
  if (!event || !isPublicEvent(event.name)) throw new Error(`No public event has number ${eventId}`)
  const fields = publicDataOf(event.name, event.data, told.isWithWords)
  const isWithMessage = told.isWithWords && carriesMessage(event.name)
  const message = isWithMessage ? await readMessage(reading.db, fields.message) : null
  return JSON.stringify({
    type,
    timestamp: event.at.toISOString(),
    data: {
      event: eventId,
      by: { kind: event.actorKind, id: event.actorId },
      ticket: ticketOf(event, reading.config),
      account: event.accountId,
      fields,
      ...(message && { message }),
    },
  })
}

type Row = NonNullable<Awaited<ReturnType<typeof readEvent>>>

function readEvent(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('event')
    .leftJoin('ticket', 'ticket.id', 'event.ticket_id')
    .select(['event.name', 'event.data', 'event.at', 'event.account_id as accountId'])
    .select(['event.actor_kind as actorKind', 'event.actor_id as actorId'])
    .select(['ticket.id as ticketId', 'ticket.number'])
    .where('event.id', '=', id)
    .executeTakeFirst()
}

function ticketOf({ ticketId, number }: Row, { publicUrl }: Reading['config']) {
  if (ticketId === null || number === null) return null
  return {
    id: ticketId,
    number: Number(number),
    url: new URL(`/tickets/${number}`, publicUrl).href,
  }
}

/** As it stands now: what was taken out of it since does not leave. */
async function readMessage(db: Kysely<DB>, id: unknown) {
  if (typeof id !== 'string') return null
  const row = await db
    .selectFrom('message')
    .select(['kind', sql<string>`left(text, ${mostCharactersOfMessage})`.as('text')])
    .select(sql<boolean>`length(text) > ${mostCharactersOfMessage}`.as('isCut'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
