import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { matchWords } from '#server/runbooks/match/match-runbook.ts'
import { readPublishedRunbook } from '#server/runbooks/run/runs.ts'

type Written = { subject: string; text: string }

/**
 * The runbook that the customer's words point to, where it is opened to them. One that is not and fits
 * better wins, and leaves it to an agent.
 */
export async function findOpened(db: Kysely<DB>, { subject, text }: Written) {
  const { runbooks } = await matchWords(db, { subject, text, type: null }, new Set())
  const [best] = runbooks
  if (!best?.match.isMatch) return null
  const { id, type } = best.runbook
  const published = await readPublishedRunbook(db, id)
  return published?.compiled.content.customer ? { id, type, ...published } : null
}
