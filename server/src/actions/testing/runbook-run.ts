import { appendEvents } from '#server/core/events.ts'
import { someAgent } from '#server/testing/desk.ts'
import type { ActionTestDesk, Case } from './factory.ts'

/** A run of a runbook, which is above this domain: as it is kept. @returns its id */
export async function runbookRunAt(
  desk: ActionTestDesk,
  { ticketId }: Case,
  runbook = 'export-missing',
): Promise<string> {
  const { rows } = await desk.shop.query(
    `with book as (insert into runbook values ($2, now()) returning id),
       version as (
         insert into runbook_version
           (runbook_id, version, state, origin, title, type, owner, source, sha256, author, created_at)
         select id, 1, 'published', 'git', 'Export missing', 'export', 'team', '', '', '{}', now()
         from book returning runbook_id, version)
     insert into runbook_run
       (runbook_id, version, ticket_id, state, started_by, handled_by, started_at, updated_at)
     select runbook_id, version, $1, 'checking', '{}', '{}', now(), now() from version returning id`,
    [ticketId, runbook],
  )
  return rows[0].id as string
}

/** What starting it records. */
export async function recordStart(
  desk: ActionTestDesk,
  { ticketId, accountId }: Case,
  runbookRun: string,
): Promise<void> {
  const data = { run: runbookRun, runbook: 'export-missing', version: 1 }
  await desk.db.transaction().execute(async (tx) => {
    const started = { name: 'runbook.started', ticketId, accountId, data } as const
    await appendEvents(tx, someAgent, desk.clock.now(), [started])
  })
}
