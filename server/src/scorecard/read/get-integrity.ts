import { GetScorecard } from '@firstline/contract/scorecard'
import { IntegritySignal, ListIntegrityTickets } from '@firstline/contract/scorecard-insights'
import type { Coaching, Integrity } from '@firstline/contract/scorecard-insights'
import { Id } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { made, pageBehind } from './behind-figure.ts'
import { proportion } from '#server/scorecard/statistics/proportion.ts'
import { scopeOf } from './queries.ts'
import type { ScorecardDesk } from './queries.ts'
import { within } from './scope.ts'
import type { Scope } from './scope.ts'

const signals = IntegritySignal.options
const shownGroups = 100

/** Signs of gamed numbers by type and team. */
export const getIntegrity = defineQuery({
  permission: 'scorecard:read',
  input: GetScorecard,
  async run(desk: ScorecardDesk, wanted): Promise<Integrity> {
    const scope = await scopeOf(desk, wanted)
    const groups = await countSignals(desk, scope, sql`true`)
    return {
      from: scope.from.toISOString(),
      to: scope.to.toISOString(),
      signals: signals.map((signal) => ({
        signal,
        share: shareOf(groups, signal),
        groups: groups
          .filter((group) => group[signal] > 0)
          .sort((one, other) => other[signal] - one[signal])
          .slice(0, shownGroups)
          .map((group) => ({
            type: group.type,
            team: group.team,
            share: proportion(group[signal], group.made),
          })),
      })),
    }
  },
})

/** One person's, named by whoever wants to talk with them: nothing lists or orders people by it. */
export const getCoaching = defineQuery({
  permission: 'scorecard:coach',
  input: GetScorecard.extend({ personId: Id }),
  async run(desk: ScorecardDesk, { personId, ...wanted }): Promise<Coaching> {
    const scope = await scopeOf(desk, wanted)
    await requirePerson(desk, personId)
    const groups = await countSignals(desk, scope, sql`made_by = ${personId}`)
    return {
      personId,
      from: scope.from.toISOString(),
      to: scope.to.toISOString(),
      signals: signals.map((signal) => ({ signal, share: shareOf(groups, signal) })),
    }
  },
})

/** Exactly the resolutions a signal counts. */
export const listIntegrityTickets = defineQuery({
  permission: 'scorecard:read',
  input: ListIntegrityTickets,
  async run(desk: ScorecardDesk, { signal, team, cursor, limit, ...wanted }) {
    const scope = await scopeOf(desk, wanted)
    const ofTeam = team === undefined ? sql`true` : sql`${teamOf} = ${team}`
    return pageBehind(desk.db, made(scope, sql`${shows(signal, scope)} and ${ofTeam}`), {
      cursor,
      limit,
    })
  },
})

type Group = { type: string | null; team: string; made: number } & Record<IntegritySignal, number>

const teamOf = sql`coalesce(team, line, 'L1')`

async function countSignals(
  { db }: ScorecardDesk,
  scope: Scope,
  condition: RawBuilder<unknown>,
): Promise<Group[]> {
  const counts = sql.join(
    signals.map(
      (signal) => sql`count(*) filter (where ${shows(signal, scope)})::int as ${sql.ref(signal)}`,
    ),
  )
  const { rows } = await sql<Group>`
    select type, ${teamOf} as team, count(*)::int as made, ${counts}
    from resolution_fact where ${within('at', scope)} and ${condition}
    group by type, ${teamOf}`.execute(db)
  return rows
}

/** The condition that a resolution shows the signal. */
function shows(signal: IntegritySignal, scope: Scope): RawBuilder<unknown> {
  if (signal === 'repeat-unlinked') return sql`resolution_id in (${unlinkedRepeats(scope)})`
  if (signal !== 'rating-selective') return sql`${signal} = any(signals)`
  const isAsked = sql`(rating_requested_at is not null or rating is not null)`
  return sql`not ${isAsked} and (coalesce(type, ''), ${teamOf}) in (
    select distinct coalesce(type, ''), ${teamOf} from resolution_fact
    where ${within('at', scope)} and ${isAsked})`
}

/** The same contact came with the same type within the window, and nothing links the two tickets. */
function unlinkedRepeats(scope: Scope): RawBuilder<unknown> {
  return sql`
    select made.resolution_id
    from resolution_fact as made
    join ticket as earlier on earlier.id = made.ticket_id
    join ticket as repeat on repeat.contact_id = earlier.contact_id and repeat.type = earlier.type
      and repeat.id <> earlier.id and repeat.repeat_of is null and repeat.state <> 'void'
      and repeat.opened_at > made.at
      and repeat.opened_at <= made.at + make_interval(hours => ${scope.windowDays * 24}::int)
    where made.at >= ${scope.from} and made.at < ${scope.to} and made.broken_at is null
      and made.resolution_id = (
        select id from resolution where ticket_id = earlier.id and at <= repeat.opened_at
        order by at desc limit 1)`
}

function shareOf(groups: readonly Group[], signal: IntegritySignal) {
  return proportion(
    groups.reduce((sum, group) => sum + group[signal], 0),
    groups.reduce((sum, group) => sum + group.made, 0),
  )
}

async function requirePerson({ db }: ScorecardDesk, personId: string): Promise<void> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new NotFound('person.not-found', 'There is no such person')
}
