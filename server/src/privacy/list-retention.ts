import type { RetentionOf } from '@firstline/contract/privacy'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { onlyRow } from '#server/database/only-row.ts'
import type { Project } from '#server/project/project.ts'
import type { WithProject } from '#server/project/project.ts'

/** A rehearsal: what the next night would erase. */
export const listRetention = defineQuery({
  permission: 'privacy:manage',
  input: z.object({}),
  run: async ({ db, clock, sources }: QueryContext & WithProject) => ({
    items: await countRetention(db, sources.project.current().retention, clock.now()),
  }),
})

export async function countRetention(
  db: Kysely<DB>,
  { mailsDays, messagesDays }: Project['retention'],
  now: Date,
): Promise<RetentionOf[]> {
  const mails = (before: Date) => sql<{ count: number }>`
    select count(*)::int as count from inbound_mail
    where raw <> '' and state <> 'received' and received_at < ${before}`
  const messages = (before: Date) => sql<{ count: number }>`
    select coalesce(sum((select count(*) from message where ticket_id = ticket.id)), 0)::int as count
    from ticket
    where state in ('resolved', 'void') and (words_gone_at is null or words_gone_at < updated_at)
      and updated_at < ${before}`
  const count = async (kept: number | null, of: typeof mails) =>
    kept === null ? 0 : onlyRow((await of(later(now, -kept * days)).execute(db)).rows).count
  return [
    { kind: 'mails', days: mailsDays, count: await count(mailsDays, mails) },
    { kind: 'messages', days: messagesDays, count: await count(messagesDays, messages) },
  ]
}
