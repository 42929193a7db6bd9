import { days, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'

/** Longer than any page shows. */
const countsKept = 2 * days
/** What is not asked any more: mostly a name that the project has no longer. */
const lastKept = 90 * days

export async function forgetAnswerCounts({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('answer_count').where('slot', '<', later(now, -countsKept)).execute()
  await db.deleteFrom('last_answer').where('answered_at', '<', later(now, -lastKept)).execute()
}
