import { StartRunbook } from '@firstline/contract/runbooks'
import type { z } from 'zod'
import { scopeOfTicket } from '#server/accounts/scope.ts'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { runbookStarted } from './events.ts'
import { runChecks } from './run-checks.ts'
import type { NeedsSources } from './run-checks.ts'
import { readRun } from './runs.ts'

/** The run keeps the version it began with, whatever is published meanwhile. */
const openRun = defineVerb({
  permission: 'runbook:run',
  input: StartRunbook,
  async run({ tx, actor, clock }: VerbContext, { ticketId, runbook }) {
    const now = clock.now()
    await scopeOfTicket(tx, ticketId)
    const published = await tx
      .selectFrom('runbook_version')
      .select('version')
      .where('runbook_id', '=', runbook)
      .where('state', '=', 'published')
      .executeTakeFirst()
    if (!published) {
      throw new Conflict('runbook.not-published', `No version of “${runbook}” is published`)
    }
    const { id } = await tx
      .insertInto('runbook_run')
      .values({
        ticket_id: ticketId,
        runbook_id: runbook,
        version: published.version,
        state: 'checking',
        started_by: JSON.stringify(actorRef(actor)),
        started_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const run = await readRun(tx, id)
    return { result: run, events: [runbookStarted(run)] }
  },
})

/** Starts a run and reads its machine checks, at most 15 s. */
export const startRunbook = Object.assign(
  async (desk: Desk & NeedsSources, actor: Actor, input: z.input<typeof StartRunbook>) => {
    const run = await openRun(desk, actor, input)
    return runChecks(desk, actor, run)
  },
  { permission: openRun.permission },
)
