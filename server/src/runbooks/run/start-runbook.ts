import { StartRunbook } from '@firstline/contract/runbooks'
import type { z } from 'zod'
import { recordLooks } from '#server/accounts/record-look.ts'
import { accountOfTicket } from '#server/accounts/scope.ts'
import type { Kysely, Transaction } from 'kysely'
import { lockTicket } from '#server/tickets/state.ts'
import type { DB } from '#server/database/db-types.ts'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext, Desk, VerbContext } from '#server/core/verb.ts'
import { runbookStarted } from '#server/runbooks/events.ts'
import { runChecks } from './repeat-checks.ts'
import { describeRun, isInterrupted, looksOf, readRun } from './runs.ts'
import type { WithSources } from '#server/accounts/read-source.ts'

const openAlready = 'run.open-already'

/** The run keeps the version it began with, whatever is published meanwhile. */
const openRun = defineVerb({
  permission: 'runbook:run',
  input: StartRunbook,
  async run({ tx, actor, clock }: VerbContext, { ticketId, runbook }) {
    const now = clock.now()
    await accountOfTicket(tx, ticketId)
    // two starts at once queue here: the second finds the run of the first
    await lockTicket(tx, ticketId)
    if (await findOpenRun(tx, ticketId, runbook)) {
      throw new Conflict(openAlready, 'This runbook is being followed on this ticket already')
    }
    const { id } = await tx
      .insertInto('runbook_run')
      .values({
        ticket_id: ticketId,
        runbook_id: runbook,
        version: await publishedVersion(tx, runbook),
        state: 'checking',
        started_by: JSON.stringify(actorRef(actor)),
        handled_by: JSON.stringify(actorRef(actor)),
        started_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const run = await readRun(tx, id)
    return { result: run, events: [runbookStarted(run)] }
  },
})

/** Starts a run and reads its machine checks, at most 15 s; one that is open already is gone on with. */
export const startRunbook = defineDeed({
  permission: openRun.permission,
  input: StartRunbook,
  async run(context: DeedContext & WithSources, input) {
    const { actor, promised } = context
    try {
      const run = await openRun(context, actor, input)
      return await runChecks(context, actor, run, { promised })
    } catch (error) {
      if (!(error instanceof Conflict) || error.reason !== openAlready) throw error
      return resumeRun(context, actor, input)
    }
  },
})

/** A node that died amid the checks left them unread: then they are read now. */
async function resumeRun(
  desk: Desk & WithSources,
  actor: Actor,
  { ticketId, runbook }: z.input<typeof StartRunbook>,
) {
  const found = await findOpenRun(desk.db, ticketId, runbook)
  if (!found) throw new Conflict('run.changed-meanwhile', 'Somebody has just ended this run')
  const run = await readRun(desk.db, found.id)
  const now = desk.clock.now()
  if (isInterrupted(run, now)) return runChecks(desk, actor, run)
  await recordLooks(desk, actor, looksOf([run]))
  return describeRun(run, desk.sources.project, now)
}

async function publishedVersion(tx: Transaction<DB>, runbook: string): Promise<number> {
  const published = await tx
    .selectFrom('runbook_version')
    .select('version')
    .where('runbook_id', '=', runbook)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (published) return published.version
  throw new Conflict('runbook.not-published', sentence`No version of “${runbook}” is published`)
}

function findOpenRun(db: Kysely<DB>, ticketId: string, runbook: string) {
  return db
    .selectFrom('runbook_run')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('runbook_id', '=', runbook)
    .where('state', 'in', ['checking', 'waiting'])
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
