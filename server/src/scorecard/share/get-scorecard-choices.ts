import type { ScorecardChoices } from '@firstline/contract/scorecard-share'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** Read from the groups of the sums, which are few however many tickets there are. */
export const getScorecardChoices = defineQuery({
  permission: 'scorecard:read',
  input: z.object({}),
  async run({ db }): Promise<ScorecardChoices> {
    const { rows } = await sql<ScorecardChoices>`
      select ${valuesOf('type')} as types, ${valuesOf('channel')} as channels,
        ${valuesOf('product')} as products, ${valuesOf('line')} as lines,
        ${valuesOf('origin')} as origins
      from scorecard_group`.execute(db)
    return onlyRow(rows)
  },
})

function valuesOf(column: string) {
  const value = sql.ref(column)
  return sql`coalesce(array_agg(distinct ${value} order by ${value}) filter (where ${value} <> ''), '{}')`
}
