import { GetImpact } from '@firstline/contract/scorecard-insights'
import type { Impact } from '@firstline/contract/scorecard-insights'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { Counts } from './count-facts.ts'
import { countWeeksOfEach } from './count-period.ts'
import { difference, proportion } from '#server/scorecard/statistics/proportion.ts'
import { scopeOf, sourceOf } from './queries.ts'
import type { ScorecardDesk } from './queries.ts'
import type { Scope } from './scope.ts'

/** Looked at on each side, at most. */
const longestDays = 90
/** What it takes to say anything. */
const fewestDays = 28
const fewestTickets = 30

type Live = { kind: Impact['kind']; id: string; title: string; since: Date; types: string[] }

/** What each runbook, action and source changed since it went live. */
export const listImpact = defineQuery({
  permission: 'scorecard:read',
  input: GetImpact,
  async run(desk: ScorecardDesk, { kind, id, origin }): Promise<{ items: Impact[] }> {
    const scope = await scopeOf(desk, { weeks: 1, origin })
    const { source } = await sourceOf(desk)
    const live = (await readLive(desk.db)).filter(
      (one) => (!kind || one.kind === kind) && (!id || one.id === id),
    )
    const sides = live.map((one) => ({ one, ...sidesOf(scope, one) }))
    const counts = await countWeeksOfEach(
      desk.db,
      sides.flatMap(({ before, after }) => [before, after]),
      source,
    )
    return {
      items: sides.map(({ one, lived }, n) =>
        impactOf(one, lived, counts[2 * n] ?? [], counts[2 * n + 1] ?? []),
      ),
    }
  },
})

/**
 * A runbook is live since its first publication and about its type; an action about the types it was
 * run on, a source about those of the published runbooks that read it.
 */
async function readLive(db: Kysely<DB>): Promise<Live[]> {
  const { rows } = await sql<Live>`
    select 'runbook' as kind, runbook_id as id,
      (array_agg(title order by version desc))[1] as title, min(published_at) as since,
      array_agg(distinct type) as types
    from runbook_version where published_at is not null
    group by runbook_id
    union all
    select kind, id, title, since, case kind when 'action' then (
        select coalesce(array_agg(distinct ticket.type), '{}')
        from action_run join ticket on ticket.id = ticket_id
        where action_id = live.id and action_run.state = 'verified' and ticket.type is not null)
      else (
        select coalesce(array_agg(distinct type), '{}') from runbook_version
        where state = 'published' and position('source: ' || live.id in source) > 0)
      end
    from scorecard_live as live
    order by since desc, kind, id`.execute(db)
  return rows
}

/** As long before it went live as after it, as far as that goes. */
function sidesOf(scope: Scope, { since }: Live) {
  const lived = Math.max(0, Math.floor((scope.asOf.getTime() - since.getTime()) / days))
  const length = lengthOf(lived)
  return {
    lived,
    before: { ...scope, from: later(since, -length * days), to: since },
    after: { ...scope, from: since, to: later(since, length * days) },
  }
}

function lengthOf(lived: number): number {
  return Math.min(longestDays, Math.max(1, lived))
}

function impactOf(
  { kind, id, title, since, types }: Live,
  lived: number,
  before: readonly Counts[],
  after: readonly Counts[],
): Impact {
  const sides = { before: bothOf(before, types), after: bothOf(after, types) }
  return {
    kind,
    id,
    title,
    liveSince: since.toISOString(),
    types,
    days: lengthOf(lived),
    ...sides,
    ...judge(sides, lived),
  }
}

function bothOf(counts: readonly Counts[], types: readonly string[]): Impact['before'] {
  const own = counts.filter(({ type }) => type !== null && types.includes(type))
  const sum = (key: 'l1' | 'resolved' | 'broken' | 'mature') =>
    own.reduce((total, one) => total + one[key], 0)
  return {
    l1: proportion(sum('l1'), sum('resolved')),
    reopen: proportion(sum('broken'), sum('mature')),
  }
}

/** Fewer days or tickets than these, and anything said would be chance. */
export function judge(
  { before, after }: Pick<Impact, 'before' | 'after'>,
  lived: number,
): Pick<Impact, 'l1' | 'reopen' | 'verdict' | 'waitsFor'> {
  const waitsFor = waitingFor(before, after, lived)
  const [l1, reopen] = [difference(before.l1, after.l1), difference(before.reopen, after.reopen)]
  if (waitsFor || !l1 || !reopen) {
    return { l1: null, reopen: null, verdict: 'too-early', waitsFor: waitsFor ?? 'tickets' }
  }
  const isWorse = l1.high < 0 || reopen.low > 0
  const isBetter = l1.low > 0 || reopen.high < 0
  const verdict = isWorse ? 'hurt' : isBetter ? 'helped' : 'no-difference-seen'
  return { l1, reopen, verdict, waitsFor: null }
}

function waitingFor(
  before: Impact['before'],
  after: Impact['after'],
  lived: number,
): Impact['waitsFor'] {
  if (lived < fewestDays) return 'days'
  if (Math.min(before.l1.of, after.l1.of, before.reopen.of) < fewestTickets) return 'tickets'
  return after.reopen.of < fewestTickets ? 'window' : null
}
