import type { Kysely } from 'kysely'
import { addFigures } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { readStops } from './stops.ts'

/** Which rules are switched off. */
export function observeRules(metrics: Pick<Metrics, 'add'>, db: Kysely<DB>): void {
  const read = async () => {
    const stops = await readStops(db)
    return stops.map(({ rule_id: rule, because }) => ({ labels: { rule, because }, of: null }))
  }
  addFigures(metrics, ['rule', 'because'], read, [
    ['firstline_rule_stopped', 'A rule that is switched off; * is all of them', () => 1],
  ])
}
