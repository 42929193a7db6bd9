import { sql } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import { defineQuery } from '#server/core/verb.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'

const shownDays = 90

type Use = { id: string; uses: number; held: number; broken: number; pending: number }

/** Of the resolution that a reply told of, or the next one of its ticket: what docs/metrics.md calls its standing. */
export const getSavedReplyUse = defineQuery({
  permission: 'scorecard:read',
  input: z.object({}),
  async run({ db, clock }) {
    const { windowDays } = await readBasis(db)
    const now = clock.now()
    const from = later(now, -shownDays * days)
    const isBroken = sql`fact.broken_at <= fact.at + make_interval(days => ${windowDays})`
    const isMature = sql`fact.at <= ${later(now, -windowDays * days)}`
    const { rows } = await sql<Use>`
      with used as (
        select saved_reply_id as id, ticket_id, resolution_id, at from message
        where saved_reply_id is not null and at > ${from}
      ), part as (
        select distinct used.id, fact.resolution_id, ${isBroken} as is_broken, ${isMature} as is_mature
        from used
        join resolution_fact fact on fact.resolution_id = coalesce(used.resolution_id, (
          select resolution.id from resolution
          where resolution.ticket_id = used.ticket_id and resolution.at >= used.at
          order by resolution.at limit 1))
      ), standing as (
        select id, count(*) filter (where is_broken) as broken,
          count(*) filter (where is_mature and is_broken is not true) as held,
          count(*) filter (where not is_mature and is_broken is not true) as pending
        from part group by id
      )
      select used.id, count(*)::int as uses, coalesce(min(held), 0)::int as held,
        coalesce(min(broken), 0)::int as broken, coalesce(min(pending), 0)::int as pending
      from used left join standing on standing.id = used.id
      group by used.id order by used.id`.execute(db)
    return { from: from.toISOString(), windowDays, items: rows }
  },
})
