import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { servicesLookedAt } from './stale.ts'

/** What the runbook that fits the ticket, and those of its type, look at: by name, as deploys say it. */
export async function servicesOfTicket(
  db: Kysely<DB>,
  ticketId: string,
): Promise<ReadonlySet<string>> {
  const versions = await db
    .selectFrom('ticket')
    .innerJoin('runbook_version', (join) =>
      join
        .on('runbook_version.state', '=', 'published')
        .on((on) =>
          on.or([
            on('runbook_version.runbook_id', '=', on.ref('ticket.matched_runbook')),
            on('runbook_version.type', '=', on.ref('ticket.type')),
          ]),
        ),
    )
    .select('runbook_version.verified_against')
    .where('ticket.id', '=', ticketId)
    .execute()
  return new Set(versions.flatMap(({ verified_against }) => servicesLookedAt(verified_against)))
}
