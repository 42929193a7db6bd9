import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'

/** The runbook run that found the cause and the actions that worked, as the record tells them. */
export type WorkDone = {
  runbookRun: string | null
  runbook: string | null
  runbookVersion: number | null
  actionRuns: string[]
}

const ActionVerified = z.object({ run: z.uuid() })
const CauseFound = z.object({
  run: z.uuid(),
  runbook: z.string(),
  version: z.coerce.number().int(),
})

/** Since the last resolution: what came before belongs to that one. */
export async function readWorkDone(tx: Transaction<DB>, ticketId: string): Promise<WorkDone> {
  const events = await tx
    .selectFrom('event')
    .select(['name', 'data'])
    .where('ticket_id', '=', ticketId)
    .where('name', 'in', ['action.verified', 'runbook.cause_found'])
    .where('id', '>', await lastResolvedEvent(tx, ticketId))
    .orderBy('id')
    .execute()
  const runs = events
    .filter(({ name }) => name === 'action.verified')
    .flatMap(({ data }) => ActionVerified.safeParse(data).data?.run ?? [])
  const cause = events
    .filter(({ name }) => name === 'runbook.cause_found')
    .map(({ data }) => CauseFound.safeParse(data).data)
    .findLast((found) => found !== undefined)
  return {
    runbookRun: cause?.run ?? null,
    runbook: cause?.runbook ?? null,
    runbookVersion: cause?.version ?? null,
    actionRuns: [...new Set(runs)],
  }
}

async function lastResolvedEvent(tx: Transaction<DB>, ticketId: string): Promise<string> {
  const last = await tx
    .selectFrom('event')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('name', '=', 'ticket.resolved')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? '0'
}
