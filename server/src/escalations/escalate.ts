import { Escalate } from '@firstline/contract/escalations'
import type { EscalationDetail, Evidence } from '@firstline/contract/escalations'
import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { WithSources } from '#server/accounts/read-source.ts'
import { requireHandler } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { defineDeed, defineQuery, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, QueryContext, VerbContext } from '#server/core/verb.ts'
import { describeRun, readRun } from '#server/runbooks/run/runs.ts'
import { handOn } from '#server/tickets/hand-on.ts'
import { mattersTo, refuseUnseen } from '#server/tickets/refuse-unseen.ts'
import { lockTicket, openStates } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { ticketEscalated } from './events.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { gatherIdentifiers, refuseWithoutWords } from './identifiers.ts'
import type { HandedOver } from './identifiers.ts'
import { readEscalation } from './read-escalation.ts'
import { lineOfTeam } from './teams.ts'

const permission = 'escalation:open'

/** Hands a ticket to a team, with all an engineer would otherwise have to ask for. */
export const escalate = defineDeed({
  permission,
  input: Escalate,
  async run(context: DeedContext & WithSources, input): Promise<EscalationDetail> {
    const { actor, promised } = context
    const { run, identifiers } = await checkEscalation(context, actor, input)
    const evidence = await gatherEvidence(context, actor, input.ticketId, run)
    const handedOver = { identifiers, evidence, run }
    return openEscalation(context, actor, { ...input, handedOver }, promised)
  },
})

type HandedOverAll = { identifiers: HandedOver[]; evidence: Evidence; run: RunbookRun | null }

/** What can be refused is refused before anything is read from other systems. */
const checkEscalation = defineQuery({
  permission,
  input: Escalate,
  async run({ db, actor, clock, sources }: QueryContext & WithSources, input) {
    requireHandler(actor)
    const runId = input.runbookRunId ?? (await latestRunOf(db, input.ticketId))
    const run =
      runId === null ? null : describeRun(await readRun(db, runId), sources.project, clock.now())
    if (run && run.ticketId !== input.ticketId) {
      throw new NotFound('run.not-found', 'This run belongs to another ticket')
    }
    refuseWithoutWords(input.note, run)
    return { run, identifiers: gatherIdentifiers(input.identifiers, run) }
  },
})

/** Who does not say which run means the last one that was followed since the ticket was last solved. */
async function latestRunOf(db: Kysely<DB>, ticketId: string): Promise<string | null> {
  const run = await db
    .selectFrom('runbook_run as run')
    .select('run.id')
    .where('run.ticket_id', '=', ticketId)
    .where('run.state', '<>', 'abandoned')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('resolution')
            .select('resolution.id')
            .whereRef('resolution.ticket_id', '=', 'run.ticket_id')
            .whereRef('resolution.at', '>', 'run.started_at'),
        ),
      ),
    )
    .orderBy('run.started_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run?.id ?? null
}

const openEscalation = defineVerb({
  permission,
  input: Escalate.extend({ handedOver: z.custom<HandedOverAll>() }),
  async run(context: VerbContext & WithSources, input) {
    const { tx, actor, clock, sources } = context
    const now = clock.now()
    const { to: team, because, note, handedOver } = input
    const { identifiers, evidence, run } = handedOver
    const ticket = await lockTicket(tx, input.ticketId)
    await refuseUnseen(context, ticket.id, mattersTo.answering)
    refuseEscalated(ticket, await findOpen(tx, ticket.id))
    const { id } = await tx
      .insertInto('escalation')
      .values({
        ticket_id: ticket.id,
        account_id: ticket.accountId,
        team,
        because,
        identifiers: JSON.stringify(identifiers),
        note,
        evidence: JSON.stringify(evidence),
        runbook_run_id: run?.id ?? null,
        escalated_at: now,
        ...handedOverBy(actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const line = lineOfTeam(sources.project.current(), team)
    await handOn(tx, ticket.id, { line, now })
    const escalated = ticketEscalated(
      { id, ticketId: ticket.id, accountId: ticket.accountId },
      {
        line,
        team,
        because,
        runbook: run?.runbook.id ?? null,
        runbook_version: run?.runbook.version ?? null,
        cause: run?.outcome?.cause ?? null,
      },
    )
    return { result: await readEscalation(tx, id), events: [escalated] }
  },
})

function handedOverBy(actor: Actor): { escalated_by: string } | { escalated_by_ai: string } {
  const { kind, id } = requireHandler(actor)
  return kind === 'person' ? { escalated_by: id } : { escalated_by_ai: id }
}

function findOpen(tx: VerbContext['tx'], ticketId: string) {
  return tx
    .selectFrom('escalation')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'open')
    .executeTakeFirst()
}

/** The ticket is locked, so of two who escalate at once the second sees the first. */
function refuseEscalated(ticket: TicketRow, open: { id: string } | undefined): void {
  if (open) {
    throw new Conflict('escalation.already-open', 'This ticket is escalated already')
  }
  if ((openStates as readonly string[]).includes(ticket.state)) return
  throw new Conflict('ticket.not-open', 'This ticket is resolved or void; reopen it first')
}
