import { afterAll } from 'vitest'
import { changesSource } from '#server/changes/changes-source.ts'
import { startWorker } from '#server/core/worker.ts'
import { logsSource } from '#server/telemetry/logs-source.ts'
import { createPostgresStore } from '#server/telemetry/adapters/postgres-store.ts'
import type { TelemetryStore } from '#server/telemetry/store.ts'
import { matchOnEvent } from '#server/runbooks/match/match-runbook.ts'
import { runbookDesk } from '#server/runbooks/testing/shop.ts'
import type { RunbookDesk } from '#server/runbooks/testing/shop.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { closeLoopsOnPublication } from '#server/escalations/waive-escalation.ts'

export type EscalationDesk = RunbookDesk & { telemetry: TelemetryStore }

const reactions: Record<string, readonly string[]> = {
  'ticket.received': ['match_runbook'],
  'runbook.published': ['close_loops'],
  'escalation.closed': ['match_runbook_of_lesson'],
}

/** For tests: the shop's desk with its logs, its deploys and a worker that runs reactions. */
export async function escalationDesk(): Promise<EscalationDesk> {
  const plain = await createTestDesk((name) => reactions[name] ?? [])
  const desk = await runbookDesk(plain)
  const telemetry = createPostgresStore(desk.db, desk.pool)
  desk.sources.builtins.logs = logsSource({ telemetry, clock: desk.clock })
  desk.sources.builtins.changes = changesSource(desk)
  await runReactions(desk)
  return { ...desk, telemetry }
}

async function runReactions(desk: RunbookDesk): Promise<void> {
  const worker = await startWorker({
    url: desk.url,
    db: desk.db,
    log: desk.log,
    tasks: {},
    reactions: {
      match_runbook: matchOnEvent(desk),
      match_runbook_of_lesson: matchOnEvent(desk),
      close_loops: closeLoopsOnPublication(desk),
    },
    schedule: [],
  })
  afterAll(() => worker.stop())
}
