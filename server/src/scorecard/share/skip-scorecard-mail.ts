import { sql } from 'kysely'
import type { Desk } from '#server/core/verb.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'
import { readMonday } from './share-monday.ts'

/**
 * After a restore: the mail of a Monday that has come since the backup was made has gone out, and is
 * not sent a second time; nor is one that was waiting then.
 */
export async function skipScorecardMail({ db, clock }: Desk, takenAt: Date): Promise<void> {
  const now = clock.now()
  const { week, dueAt } = await readMonday(db, now, (await readBasis(db)).timeZone)
  if (now < dueAt || takenAt > dueAt) return
  await sql`
    insert into scorecard_mail (week, person_id, queued_at, error)
    select ${week}::date, person_id, ${now}, 'restored from a backup'
    from scorecard_reader where since <= ${dueAt}
    on conflict do nothing`.execute(db)
}
