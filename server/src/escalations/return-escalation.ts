import { ReturnEscalation } from '@firstline/contract/escalations'
import type { Line } from '@firstline/contract/common'
import { z } from 'zod'
import { actorRef, requirePerson } from '#server/core/actor.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, VerbContext } from '#server/core/verb.ts'
import { runbookDrafted } from '#server/runbooks/events.ts'
import type { LessonDraft } from '#server/runbooks/lessons/lesson.ts'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import type { RunbookReading } from '#server/runbooks/lint/check-process.ts'
import { insertDraft, lockVersions } from '#server/runbooks/publish/versions.ts'
import { ticketAssigned } from '#server/tickets/events.ts'
import { handBack } from '#server/tickets/hand-on.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { refusalOf } from './assign-escalation.ts'
import { escalationReturned, lineChanged } from './events.ts'
import type { EscalationKey } from './events.ts'
import { draftOfEscalation } from './lesson-of-escalation.ts'
import { readEscalation } from './read-escalation.ts'
import type { WithProject } from '#server/project/project.ts'

type Returned = z.output<typeof ReturnEscalation>

/**
 * Gives the ticket back to the agent who escalated it, with what it was; what would have let the
 * first line resolve it becomes a draft of a runbook.
 */
export const returnEscalation = defineDeed({
  permission: 'escalation:return',
  input: ReturnEscalation,
  async run(context: DeedContext & WithProject, input) {
    const { actor, promised } = context
    for (let tries = 1; ; tries++) {
      const proposed = await proposeDraft(context, input)
      try {
        return await storeReturn(context, actor, { ...input, proposed }, promised)
      } catch (error) {
        if (!(error instanceof Outrun) || tries === mostTries) throw error
      }
    }
  },
})

/** Each time lost is one that somebody else saved in. */
const mostTries = 100

/** The runbook has a newer text than the one the draft was made from. */
class Outrun extends Error {}

const storeReturn = defineVerb({
  permission: 'escalation:return',
  input: ReturnEscalation.extend({ proposed: z.custom<Proposed>() }),
  async run(context: VerbContext, { proposed, ...input }) {
    const { tx, actor, clock } = context
    const escalation = await takeOpen(tx, input, requirePerson(actor).id, clock.now())
    const draft = await storeDraft(context, escalation, proposed)
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
  tx: VerbContext['tx'],
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

type Proposed = LessonDraft & {
  reading: RunbookReading
  /** Of the runbook, when the draft was made; 0: there was none. */
  latest: number
}

/**
 * Made before the transaction, as reading a runbook's text takes its time. What it was made from is
 * read after the runbook's newest version, so that one that came later is noticed.
 */
async function proposeDraft(
  { db, sources }: DeedContext & WithProject,
  { id, ...lesson }: Returned,
): Promise<Proposed> {
  const open = await db
    .selectFrom('escalation')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!open) throw await refusalOf(db, id)
  const draftNow = () => draftOfEscalation(db, sources.project, id, lesson)
  const { id: runbook } = await draftNow()
  const newest = await db
    .selectFrom('runbook_version')
    .select('version')
    .where('runbook_id', '=', runbook)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const draft = await draftNow()
  const isSame = draft.id === runbook
  const reading = await readInProcess(draft.source)
  return { ...draft, reading, latest: isSame ? (newest?.version ?? 0) : Number.NaN }
}

type Drafted = { id: string; version: number; events: NewEvent[] }

/** The return counts even when no draft can be made of it: then the loop is closed by hand. */
async function storeDraft(
  { tx, actor, clock, log }: VerbContext,
  escalation: Taken,
  { reading: { content, problems }, latest, ...draft }: Proposed,
): Promise<Drafted | null> {
  const now = clock.now()
  const versions = await lockVersions(tx, draft.id, now)
  if ((versions[0]?.version ?? 0) !== latest) throw new Outrun()
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
  { tx, clock }: VerbContext,
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
