import { MergeTicket } from '@firstline/contract/merging'
import type { MergePreview } from '@firstline/contract/merging'
import type { Mailbox } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'
import { defineQuery } from '#server/core/verb.ts'
import { nextRecipients } from '#server/tickets/next-recipients.ts'
import { isUnresolved, readTicketRow } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { planMerge } from './plan-merge.ts'
import type { MergePlan } from './plan-merge.ts'
import { refuseMerge } from './refuse-merge.ts'

/** What the merge would do, by the same rules; refused as it would be. */
export const previewMerge = defineQuery({
  permission: 'ticket:read',
  input: MergeTicket,
  async run({ db }, { ticketId, into }): Promise<MergePreview> {
    // first: what comes while the rest is read is not called seen
    const lastEvent = await readLastEvent(db, [ticketId, into])
    const [own, other] = [await readTicketRow(db, ticketId), await readTicketRow(db, into)]
    await refuseMerge(db, own, other)
    const plan = await planMerge(db, own, other)
    return {
      goes: sideOf(own),
      stays: sideOf(other),
      ...(await countMessages(db, ticketId)),
      people: await readJoining(db, own.id, other.id),
      becomes: becomesOf(other, plan),
      problemStartedAt: plan.problemStartedAt?.toISOString() ?? null,
      incident: plan.incident?.title ?? null,
      endsSnooze: own.snoozedAt !== null,
      lastEvent,
    }
  },
})

function sideOf({ id, number, subject }: TicketRow): MergePreview['goes'] {
  return { id, number: Number(number), subject }
}

function becomesOf(other: TicketRow, { returns }: MergePlan): MergePreview['becomes'] {
  if (!returns) return null
  return isUnresolved(other) ? 'open' : 'reopened'
}

async function countMessages(db: Kysely<DB>, ticketId: string) {
  const { rows } = await sql<{ messages: number; notes: number }>`
    select count(*) filter (where kind <> 'note')::int as messages,
      count(*) filter (where kind = 'note')::int as notes
    from message where ticket_id = ${ticketId}`.execute(db)
  return onlyRow(rows)
}

async function readJoining(db: Kysely<DB>, own: string, other: string): Promise<Mailbox[]> {
  const [from, at] = await Promise.all([nextRecipients(db, own), nextRecipients(db, other)])
  const known = new Set([...at.to, ...at.cc].map(({ email }) => email))
  return [...from.to, ...from.cc].filter(({ email }) => !known.has(email))
}

async function readLastEvent(db: Kysely<DB>, ids: readonly string[]): Promise<string> {
  const { last } = await db
    .selectFrom('event')
    .select((of) => of.fn.max('id').as('last'))
    .where('ticket_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return last ?? '0'
}
