import { BesideWriteKind } from '@firstline/contract/beside-kinds'
import { Id } from '@firstline/contract/common'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { recordFailure, recordSent } from '#server/tickets/retry-delivery.ts'
import type { Write } from './read-write.ts'

type Ending = { state: 'told' | 'conflict' | 'failed' | 'dropped'; why: string | null }

/** What became of a write, on its ticket; of a reply also on its message. */
export async function endWrite(desk: Desk, write: Write, ending: Ending): Promise<void> {
  const actor = system('redmine')
  const why = ending.why?.slice(0, 900) ?? null
  try {
    await inTransaction(desk.db, async (tx) => {
      const within = { ...desk, db: tx }
      await recordEnding(within, actor, { id: write.id, state: ending.state, why })
      if (write.messageId !== null) await endDelivery(within, write.messageId, { ...ending, why })
    })
  } catch (error) {
    // it was written down by another attempt
    if (!(error instanceof Refusal) || error.reason !== 'beside.ended') throw error
  }
}

async function endDelivery(desk: Desk, messageId: string, { state, why }: Ending): Promise<void> {
  const actor = system('redmine')
  try {
    if (state === 'told') return void (await recordSent(desk, actor, { messageId }))
    const error = why ?? 'The ticket went on meanwhile: read it, then answer again'
    await recordFailure(desk, actor, { messageId, error })
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'message.not-queued') throw error
  }
}

const recordEnding = defineVerb({
  permission: 'ticket:write',
  input: z.object({
    id: Id,
    state: z.enum(['told', 'conflict', 'failed', 'dropped']),
    why: z.string().nullable(),
  }),
  async run({ tx, clock }, { id, state, why }) {
    const ended = await tx
      .updateTable('beside_write')
      .from('ticket')
      .whereRef('ticket.id', '=', 'beside_write.ticket_id')
      .set({ state, why, ended_at: clock.now() })
      .where('beside_write.id', '=', id)
      .where('beside_write.state', '=', 'waiting')
      .returning(['ticket.id as ticketId', 'ticket.account_id as accountId', 'ticket.channel'])
      .returning('beside_write.kind')
      .executeTakeFirst()
    if (!ended) throw new Conflict('beside.ended', 'What became of it was written down already')
    return { result: {}, events: [endingOf(id, ended, { state, why })] }
  },
})

type Ended = { ticketId: string; accountId: string | null; channel: string; kind: string }

function endingOf(write: string, ended: Ended, { state, why }: Ending): NewEvent {
  const { ticketId, accountId, channel: desk } = ended
  const kind = BesideWriteKind.parse(ended.kind)
  const about = { ticketId, accountId }
  if (state === 'told') return { name: 'beside.told', ...about, data: { desk, kind, write } }
  const reason = why ?? 'It went on meanwhile'
  if (state === 'failed') {
    return { name: 'beside.refused', ...about, data: { desk, kind, write, why: reason } }
  }
  return { name: 'beside.conflict', ...about, data: { desk, kind, write, why: reason } }
}
