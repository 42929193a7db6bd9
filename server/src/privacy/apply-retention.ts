import { z } from 'zod'
import { emptyOldMails, eraseMailsOfTickets } from '#server/channels/erase-mails.ts'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { emptyOldTickets } from '#server/tickets/empty-old-tickets.ts'

const batch = { mails: 200, tickets: 20 }
/** What is left is for the next night. */
const mostBatches = 1_000

/** Task: erases what is older than the project keeps it, some at a time. Nothing unless it says so. */
export async function applyRetention(desk: Desk & WithProject): Promise<void> {
  const { mailsDays, messagesDays } = desk.sources.project.current().retention
  if (mailsDays !== null) {
    const before = later(desk.clock.now(), -mailsDays * days)
    let count = 0
    for (let turn = 0; turn < mostBatches; turn++) {
      const gone = await inTransaction(desk.db, (tx) => emptyOldMails(tx, before, batch.mails))
      count += gone
      if (gone < batch.mails) break
    }
    if (count > 0) await recordApplied(desk, actor, { kind: 'mails', days: mailsDays, count })
  }
  if (messagesDays !== null) {
    const now = desk.clock.now()
    const before = later(now, -messagesDays * days)
    let count = 0
    for (let turn = 0; turn < mostBatches; turn++) {
      const { tickets, messages } = await inTransaction(desk.db, async (tx) => {
        const emptied = await emptyOldTickets(tx, before, now, batch.tickets)
        if (emptied.tickets.length > 0) await eraseMailsOfTickets(tx, emptied.tickets)
        return emptied
      })
      count += messages
      if (tickets.length < batch.tickets) break
    }
    if (count > 0) await recordApplied(desk, actor, { kind: 'messages', days: messagesDays, count })
  }
}

const actor = system('retention')

const recordApplied = defineVerb({
  permission: 'privacy:manage',
  input: z.object({ kind: z.enum(['mails', 'messages']), days: z.int(), count: z.int() }),
  async run(_context, data) {
    return { result: null, events: [{ name: 'retention.applied', data }] }
  },
})
