import { ReturnEscalation } from '@firstline/contract/escalations'
import type { Line } from '@firstline/contract/common'
import type { z } from 'zod'
import { actorRef, requirePerson } from '#server/core/actor.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { runbookDrafted } from '#server/runbooks/events.ts'
import type { NeedsRunbookProject } from '#server/runbooks/format/named.ts'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { insertDraft, lockVersions } from '#server/runbooks/publish/versions.ts'
import { ticketAssigned } from '#server/tickets/events.ts'
import { handBack } from '#server/tickets/hand-on.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { refusalOf } from './assign-escalation.ts'
import { escalationReturned, lineChanged } from './events.ts'
import type { EscalationKey } from './events.ts'
import { draftOfEscalation } from './lesson-of-escalation.ts'
import { readEscalation } from './read-escalation.ts'

type Context = VerbContext & NeedsRunbookProject
type Returned = z.output<typeof ReturnEscalation>

/**
 * Gives the ticket back to the agent who escalated it, with what it was; what would have let the
 * first line resolve it becomes a draft of a runbook.
 */
export const returnEscalation = defineVerb({
  permission: 'escalation:return',
  input: ReturnEscalation,
  async run(context: Context, input) {
    const { tx, actor, clock } = context
    const escalation = await takeOpen(tx, input, requirePerson(actor).id, clock.now())
    const draft = await draftRunbook(context, escalation, input)
    const [type, events] = await returnTicket(context, escalation)
    const returned = escalationReturned(escalation, {
      agent: escalation.agentId,
      type,
      would_have_helped: input.wouldHaveHelped,
      minutes_spent: input.minutesSpent,
      draft_runbook: draft?.id ?? null,
      draft_version: draft?.version ?? null,
    })
    return {
      result: await readEscalation(tx, escalation.id),
      events: [returned, ...events, ...(draft?.events ?? [])],
    }
  },
})

/** `agentId`: the person who escalated; null where an AI agent did. */
type Taken = EscalationKey & { agentId: string | null }

/** Two engineers may return it at once: one wins. */
async function takeOpen(
  tx: Context['tx'],
  { id, was, fix, wouldHaveHelped, detail, minutesSpent }: Returned,
  personId: string,
  now: Date,
): Promise<Taken> {
  const row = await tx
    .updateTable('escalation')
    .set({
      state: 'returned',
      returned_at: now,
      returned_by: personId,
      was,
      fix,
      would_have_helped: wouldHaveHelped,
      detail,
      minutes_spent: minutesSpent,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning(['id', 'ticket_id as ticketId', 'account_id as accountId'])
    .returning('escalated_by as agentId')
    .executeTakeFirst()
  if (!row) throw await refusalOf(tx, id)
  return row
}

type Drafted = { id: string; version: number; events: NewEvent[] }

/** The return counts even when no draft can be made of it: then the loop is closed by hand. */
async function draftRunbook(
  { tx, actor, clock, log, sources }: Context,
  escalation: Taken,
  lesson: Returned,
): Promise<Drafted | null> {
  const now = clock.now()
  const draftNow = () => draftOfEscalation(tx, sources.project, escalation.id, lesson)
  const versions = await lockVersions(tx, (await draftNow()).id, now)
  // only with the runbook locked is its newest text the one to build on
  const draft = await draftNow()
  const { content, problems } = await readInProcess(draft.source)
  if (!content) {
    log.error({ escalation: escalation.id, problems }, 'no runbook draft could be made of a return')
    return null
  }
  const version = await insertDraft(
    tx,
    versions,
    {
      id: draft.id,
      source: draft.source,
      content,
      origin: 'escalation',
      author: actorRef(actor),
      escalationId: escalation.id,
    },
    now,
  )
  await tx
    .updateTable('escalation')
    .set({ state: 'draft', draft_runbook: draft.id, draft_version: version })
    .where('id', '=', escalation.id)
    .execute()
  const drafted = runbookDrafted({
    runbook: draft.id,
    version,
    origin: 'escalation',
    base_version: versions[0]?.version ?? null,
    escalation: escalation.id,
  })
  return { id: draft.id, version, events: [drafted] }
}

const firstLine: Line = 'L1'

/** Back to the person who escalated, else to whoever has it, unless somebody resolved the ticket meanwhile. */
async function returnTicket(
  { tx, clock }: Context,
  escalation: Taken,
): Promise<[type: string | null, events: NewEvent[]]> {
  const ticket = await lockTicket(tx, escalation.ticketId)
  const assigneeId = escalation.agentId ?? ticket.assigneeId
  const back = { line: firstLine, assigneeId, now: clock.now() }
  const isUnresolved = await handBack(tx, ticket, back)
  if (!isUnresolved) return [ticket.type, []]
  const events = [lineChanged(escalation, { line: firstLine, previous: ticket.line })]
  if (assigneeId === null || ticket.assigneeId === assigneeId) return [ticket.type, events]
  const { name } = await tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', assigneeId)
    .executeTakeFirstOrThrow()
  const data = { person: assigneeId, name, previous: ticket.assigneeId }
  return [ticket.type, [...events, ticketAssigned(ticket, data)]]
}
