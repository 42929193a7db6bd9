import type { Line } from '@firstline/contract/common'
import { ResolveTicket } from '@firstline/contract/tickets'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { personIdOf } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import type { NewEvent } from '#server/core/events.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { forgetSaid } from './drafts/forget-draft.ts'
import { messageReplied, ratingRequested, ticketResolved } from './events.ts'
import { readTicket } from './read-ticket.ts'
import { mattersTo, refuseUnseen } from './refuse-unseen.ts'
import { insertReply, leavingAt, sendingOf } from './reply-to-ticket.ts'
import type { Hold, Written } from './reply-to-ticket.ts'
import { awake, lockTicket, openStates, ticketRowColumns } from './state.ts'
import type { TicketRow } from './state.ts'
import { takeOver } from './take-over.ts'
import { tellTurn } from './tell-turn.ts'
import { readWorkDone } from './work-done.ts'
import type { WorkDone } from './work-done.ts'
import type { WithProject } from '#server/project/project.ts'

/** Records the resolution with what was used; with a reply the customer is told and asked to rate. */
export const resolveTicket = defineVerb({
  permission: 'ticket:resolve',
  input: ResolveTicket,
  async run(context: VerbContext & WithProject, input) {
    const { tx, actor, clock } = context
    const { ticketId, reply: said = '' } = input
    const { events, jobs } = await writeResolution(context, input)
    await forgetSaid(tx, actor, { ticketId, kind: 'reply', said })
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events,
      jobs,
    }
  },
})

/** The resolution of a verb, in its transaction. */
export async function writeResolution(
  context: VerbContext & WithProject,
  { ticketId, summary, reply, savedReplyId }: z.output<typeof ResolveTicket>,
  hold?: Hold,
): Promise<Omit<Written, 'messageId'> & { messageId: string | null }> {
  const { tx, actor, clock, sources } = context
  const now = clock.now()
  const ticket = await takeUnresolved(context, ticketId, now)
  const work = await readWorkDone(tx, ticketId)
  const line = furtherLine(ticket.line, actor)
  const { support, scorecard } = sources.project.current()
  const { windowDays } = scorecard
  const made = { personId: personIdOf(actor), now, summary, line, work, windowDays }
  const resolution = await insertResolution(tx, ticket, made)
  const resolved = ticketResolved(ticket, {
    resolution,
    line,
    type: ticket.type,
    by: personIdOf(actor),
    ...workTold(work),
  })
  if (reply === undefined) {
    return { messageId: null, events: await takeOver(tx, ticket, actor, [resolved]), jobs: [] }
  }
  const leavesAt = hold?.leavesAt ?? leavingAt(now)
  const used = savedReplyId === undefined ? {} : { savedReplyId }
  const sent = { actor, now, text: reply, support, resolutionId: resolution, leavesAt, ...used }
  const messageId = await insertReply(tx, ticket, sent)
  await tellTurn(tx, ticketId)
  const events = await takeOver(tx, ticket, actor, [
    resolved,
    messageReplied(ticket, messageId),
    ratingRequested(ticket, resolution),
  ])
  return { messageId, events, jobs: hold ? [] : [sendingOf(messageId, leavesAt)] }
}

type OutsideResolution = { at: Date; personId: string | null; summary: string; windowDays: number }

/** Somebody has resolved it in the desk where it lives; what was found and done here counts for it. */
export async function resolveOutside(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { at, personId, summary, windowDays }: OutsideResolution,
): Promise<NewEvent> {
  const solved = { ...awake, state: 'resolved' as const, updated_at: at }
  await tx.updateTable('ticket').set(solved).where('id', '=', ticket.id).execute()
  const { line } = ticket
  const work = await readWorkDone(tx, ticket.id)
  const made = { now: at, summary, line, work, windowDays }
  const resolution = await insertResolution(tx, ticket, { personId, ...made })
  return ticketResolved(ticket, {
    resolution,
    line,
    type: ticket.type,
    by: personId,
    ...workTold(work),
  })
}

function workTold({ runbook, runbookVersion, actionRuns }: WorkDone) {
  return { runbook, runbook_version: runbookVersion?.toString() ?? null, action_runs: actionRuns }
}

/** Two resolvers may race: one wins. */
async function takeUnresolved(
  context: VerbContext,
  ticketId: string,
  now: Date,
): Promise<TicketRow> {
  const { tx } = context
  const row = await tx
    .updateTable('ticket')
    .set({ ...awake, state: 'resolved', updated_at: now })
    .where('id', '=', ticketId)
    .where('state', 'in', openStates)
    .returning(ticketRowColumns)
    .executeTakeFirst()
  if (!row) await lockTicket(tx, ticketId)
  await refuseUnseen(context, ticketId, mattersTo.answering)
  if (row) return row
  throw new Conflict('ticket.not-open', 'This ticket is resolved or void already')
}

/** An engineer who resolves has worked the ticket, whoever it was assigned to. */
function furtherLine(line: Line, actor: Actor): Line {
  return actor.kind === 'person' && actor.line > line ? actor.line : line
}

type Resolving = {
  personId: string | null
  now: Date
  summary: string
  line: Line
  work: WorkDone
  windowDays: number
}

async function insertResolution(
  tx: Transaction<DB>,
  ticket: TicketRow,
  { personId, now, summary, line, work, windowDays }: Resolving,
): Promise<string> {
  const { id } = await tx
    .insertInto('resolution')
    .values({
      ticket_id: ticket.id,
      at: now,
      person_id: personId,
      line,
      type: ticket.type,
      summary,
      runbook_run_id: work.runbookRun,
      runbook_id: work.runbook,
      runbook_version: work.runbookVersion,
      action_runs: work.actionRuns,
      window_ends_at: later(now, windowDays * days),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
