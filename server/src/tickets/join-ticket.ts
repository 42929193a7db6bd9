import { JoinTicket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import {
  messageJoined,
  messageParted,
  ticketJoined,
  ticketParted,
  ticketReopened,
  ticketVoided,
} from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { returnToWork } from './receive-message.ts'
import { awake, lastResolution, lockTicket, refuseVoid } from './state.ts'
import type { TicketRow } from './state.ts'
import { takeBack } from './take-as-courtesy.ts'
import { tellTurn } from './tell-turn.ts'

/**
 * A ticket whose first mail answers another one, by somebody who was no part of that: an agent says
 * that they are. Its messages go on there and do what they would have done; what is left is void.
 */
export const joinTicket = defineVerb({
  permission: 'ticket:write',
  input: JoinTicket,
  async run(context, { ticketId }) {
    const { tx, clock } = context
    const now = clock.now()
    const { own, other } = await lockBoth(tx, ticketId, 'may_continue')
    await refuseUnseen(context, ticketId, mattersTo.standing)
    if (!other) throw new Conflict('join.none', 'This ticket answers no other one')
    refuseVoid(own)
    if (other.state === 'void') throw new Conflict('join.void', 'The ticket it answers is void')
    if (await wasAnswered(tx, ticketId)) {
      throw new Conflict('join.answered', 'This ticket was answered already: it goes on by itself')
    }
    const moved = await tx
      .updateTable('message')
      .set({ ticket_id: other.id, joined_from: ticketId })
      .where('ticket_id', '=', ticketId)
      .returning(['id', 'at', 'kind'])
      .execute()
    await tx
      .updateTable('ticket')
      .set({
        ...awake,
        state: 'void',
        void_reason: 'duplicate',
        joined_to: other.id,
        updated_at: now,
      })
      .where('id', '=', ticketId)
      .execute()
    await tx.updateTable('ticket').set({ updated_at: now }).where('id', '=', other.id).execute()
    await tellTurn(tx, other.id)
    const first = moved.filter(({ kind }) => kind === 'customer').toSorted(byTime)[0]
    const last = await lastResolution(tx, other.id)
    const isOld = !first || (last !== undefined && last.at > first.at)
    const returned = isOld ? [] : await returnToWork(tx, first.at, other, first.id)
    return {
      result: await readTicket(tx, other.id, now),
      events: [
        ticketJoined(own, other),
        ticketVoided(own, 'duplicate'),
        messageJoined(other, own, first?.id ?? null),
        ...returned,
      ],
    }
  },
})

/** They belong apart after all: the messages go back, and what they did there is taken back. */
export const partTicket = defineVerb({
  permission: 'ticket:write',
  input: JoinTicket,
  async run(context, { ticketId }) {
    const { tx, clock } = context
    const now = clock.now()
    const { own, other } = await lockBoth(tx, ticketId, 'joined_to')
    await refuseUnseen(context, ticketId, mattersTo.standing)
    if (!other) throw new Conflict('join.none', 'This ticket is joined to no other one')
    const moved = await tx
      .selectFrom('message')
      .select(['id', 'at'])
      .where('joined_from', '=', ticketId)
      .where('kind', '=', 'customer')
      .execute()
    const first = moved.toSorted(byTime)[0]
    const reason = 'Parted again'
    const undone = first ? await takeBack(tx, other, { messageId: first.id, now, reason }) : []
    await tx
      .updateTable('message')
      .set({ ticket_id: ticketId, joined_from: null })
      .where('joined_from', '=', ticketId)
      .execute()
    await tx
      .updateTable('ticket')
      .set({ state: 'open', void_reason: null, joined_to: null, updated_at: now })
      .where('id', '=', ticketId)
      .execute()
    await tx.updateTable('ticket').set({ updated_at: now }).where('id', '=', other.id).execute()
    await tellTurn(tx, other.id)
    const data = { by: 'agent' as const, cause: reason, resolution: null, is_broken: false }
    return {
      result: await readTicket(tx, ticketId, now),
      events: [
        ticketParted(own, other),
        ticketReopened(own, data),
        messageParted(other, own, first?.id ?? null),
        ...undone,
      ],
    }
  },
})

/** In the order of their ids, so that two who join crosswise do not wait for each other. */
async function lockBoth(
  tx: Transaction<DB>,
  ticketId: string,
  named: 'may_continue' | 'joined_to',
): Promise<{ own: TicketRow; other: TicketRow | null }> {
  const otherId = await readNamed(tx, ticketId, named)
  const locked = new Map<string, TicketRow>()
  for (const id of [ticketId, otherId].filter((one) => one !== null).toSorted()) {
    locked.set(id, await lockTicket(tx, id))
  }
  const own = locked.get(ticketId) ?? (await lockTicket(tx, ticketId))
  // somebody may have been faster
  const isStill = (await readNamed(tx, ticketId, named)) === otherId
  return { own, other: (isStill && otherId && locked.get(otherId)) || null }
}

async function readNamed(
  tx: Transaction<DB>,
  ticketId: string,
  named: 'may_continue' | 'joined_to',
): Promise<string | null> {
  const row = await tx
    .selectFrom('ticket')
    .select(`${named} as id`)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return row?.id ?? null
}

async function wasAnswered(tx: Transaction<DB>, ticketId: string): Promise<boolean> {
  const reply = await tx
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'reply')
    .limit(1)
    .executeTakeFirst()
  return reply !== undefined || (await lastResolution(tx, ticketId)) !== undefined
}

function byTime(a: { at: Date }, b: { at: Date }): number {
  return a.at.getTime() - b.at.getTime()
}
