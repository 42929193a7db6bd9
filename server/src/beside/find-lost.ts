import { BesideDeskName } from '@firstline/contract/beside-kinds'
import { Id } from '@firstline/contract/common'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { isUnresolved, lockEvenMerged } from '#server/tickets/state.ts'
import { voidWithin } from '#server/tickets/void-ticket.ts'
import { mostLooked } from './port.ts'
import type { OutsideDesk } from './port.ts'

const lookAgainMs = 10 * minutes

/** No list tells what was deleted: those that were not seen for longest are asked for. */
export async function findLost(
  desk: Desk,
  outside: OutsideDesk,
  name: z.infer<typeof BesideDeskName>,
): Promise<void> {
  const now = desk.clock.now()
  const rows = await desk.db
    .selectFrom('beside_ticket')
    .select(['ticket_id as ticketId', 'external_id as externalId'])
    .where('desk', '=', name)
    .where('gone_at', 'is', null)
    .where('looked_at', '<=', later(now, -lookAgainMs))
    .orderBy('looked_at')
    .orderBy('ticket_id')
    .limit(mostLooked)
    .execute()
  if (rows.length === 0) return
  const gone = new Set(await outside.listGone(rows.map(({ externalId }) => externalId)))
  await desk.db
    .updateTable('beside_ticket')
    .set({ looked_at: now })
    .where(
      'ticket_id',
      'in',
      rows.map(({ ticketId }) => ticketId),
    )
    .execute()
  for (const { ticketId, externalId } of rows) {
    if (!gone.has(externalId) || (await outside.readTicket(externalId))) continue
    await loseTicket(desk, system(name), { desk: name, ticketId })
  }
}

/** Work that was open is withdrawn with it; what was resolved stays counted. */
const loseTicket = defineVerb({
  permission: 'ticket:write',
  input: z.object({ desk: BesideDeskName, ticketId: Id }),
  async run({ tx, clock }, { desk, ticketId }) {
    const now = clock.now()
    const ticket = await lockEvenMerged(tx, ticketId)
    await tx
      .updateTable('beside_ticket')
      .set({ gone_at: now })
      .where('ticket_id', '=', ticketId)
      .execute()
    const { accountId } = ticket
    const gone: NewEvent = { name: 'beside.gone', ticketId, accountId, data: { desk } }
    if (!isUnresolved(ticket)) return { result: {}, events: [gone] }
    return {
      result: {},
      events: [gone, await voidWithin(tx, ticket, { reason: 'withdrawn', now })],
    }
  },
})
