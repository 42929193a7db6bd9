import { JudgeMessage } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { messageJudged } from './events.ts'
import { learnPhrase } from './learn-phrase.ts'
import { messageNotFound } from './read-messages.ts'
import { readTicket } from './read-ticket.ts'
import { returnToWork } from './receive-message.ts'
import { lastResolution, lockTicket } from './state.ts'
import { tellTurn } from './tell-turn.ts'

/**
 * A message was taken for thanks or a notice and is neither: it does now what it would have done
 * when it came, and the same words are never taken for it again.
 */
export const takeAsWork = defineVerb({
  permission: 'ticket:write',
  input: JudgeMessage,
  async run({ tx, actor, clock }, { messageId }) {
    const message = await lockCustomerMessage(tx, messageId)
    const ticket = await lockTicket(tx, message.ticketId)
    const changed = await tx
      .updateTable('message')
      .set({ judged: null })
      .where('id', '=', messageId)
      .where('judged', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new Conflict('message.not-judged', 'This message is to be read already')
    await tellTurn(tx, ticket.id)
    const now = clock.now()
    const last = await lastResolution(tx, ticket.id)
    const isOld = last !== undefined && last.at > message.at
    const returned = isOld ? [] : await returnToWork(tx, message.at, ticket, messageId)
    const learned = await learnPhrase(tx, ticket, { message, meaning: 'work', actor, now })
    return {
      result: await readTicket(tx, ticket.id, now),
      events: [
        messageJudged(ticket, { message: messageId, judged: null }),
        ...returned,
        ...learned,
      ],
    }
  },
})

/** @throws NotFound `message.not-found` */
export async function lockCustomerMessage(tx: Transaction<DB>, messageId: string) {
  const message = await tx
    .selectFrom('message')
    .select(['id', 'ticket_id as ticketId', 'text', 'at', 'judged'])
    .where('id', '=', messageId)
    .where('kind', '=', 'customer')
    .executeTakeFirst()
  if (!message) throw messageNotFound()
  return message
}
