import { present } from '@firstline/contract/present'
import type { Sentence } from '@firstline/contract/sentence'
import type { ExpressionBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { valueAt } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import { Conflict, Limited, Unavailable } from '#server/core/errors.ts'
import { saying, sentence } from '#server/core/sentence.ts'
import type { Action } from '#server/actions/compile/action.ts'
import { actorKey } from './actor-key.ts'
import { askAll, question } from './ask-all.ts'
import type { Database, Question } from './ask-all.ts'
import { hashOf } from './canonical.ts'
import { passed, refused } from './guards.ts'
import type { Verdict } from './guards.ts'
import { inWords } from './in-words.ts'
import { stopOf, stopped, stoppedBecause, stopsOf } from './stops.ts'

export type LimitSubject = {
  action: Action
  scope: AccountScope
  actor: Actor
  cooldownKey: string | null
  now: Date
}
/** Asks nothing where it does not apply. */
type Limit = (db: Database, subject: LimitSubject) => Question<Verdict>[]

/** In the order they are judged; the next limit is one more line here. */
const limits: readonly Limit[] = [
  notStopped,
  outcomeKnown,
  accountFree,
  cooledDown,
  withinRates,
  withinOwnHour,
  breakerClosed,
]

/** What the limits ask, to be asked with other things: others wait for their turn meanwhile. */
export function limitsOf(db: Database, subject: LimitSubject): Question<Verdict>[] {
  return limits.flatMap((limit) => limit(db, subject))
}

export function judgeLimits(db: Database, subject: LimitSubject): Promise<Verdict[]> {
  return askAll(db, limitsOf(db, subject))
}

function notStopped(...[db, { action }]: Parameters<Limit>): Question<Verdict>[] {
  const guard = limitGuard('not-stopped', sentence`Nobody has stopped it`)
  return [
    question(stopsOf(db), (stops) => {
      const stop = stopOf(stops, action.id)
      return stop
        ? refused({ ...guard, ...saying(stoppedBecause(stop)) }, stopped(stop))
        : passed(guard)
    }),
  ]
}

/** Whether the last one happened must be known before anybody does it again. */
function outcomeKnown(...[db, { action, scope }]: Parameters<Limit>): Question<Verdict>[] {
  const open = db
    .selectFrom('action_run')
    .select('id')
    .where('account_id', '=', scope.accountId)
    .where('action_id', '=', action.id)
    // a chain that goes back has let go of the account, and has not come to its end
    .where((where) =>
      where.or([
        where('state', '=', 'unknown'),
        where.and([where('state', '=', 'verifying'), where('going_back', '=', true)]),
      ]),
    )
    .limit(1)
  const guard = limitGuard('outcome-known', sentence`No earlier run of it has an unknown outcome`)
  const said = sentence`Whether an earlier run of this action happened is unknown: verify that run first`
  const refusal = () => new Conflict('action.outcome-unknown', sentence`${said}. Nothing was done.`)
  const unknown = { ...guard, ...saying(said) }
  return [question(open, ([run]) => (run ? refused(unknown, refusal()) : passed(guard)))]
}

function accountFree(...[db, { action, scope }]: Parameters<Limit>): Question<Verdict>[] {
  if (!action.limits.isLocking) return []
  const running = db
    .selectFrom('action_run')
    .select('action_title')
    .where('lock_key', '=', scope.accountId)
    .where('state', 'in', ['intended', 'verifying'])
    .limit(1)
  const guard = limitGuard('lock', sentence`No other action is running on this account`)
  return [
    question(running, ([run]) => {
      if (!run) return passed(guard)
      const said = sentence`“${run.action_title}” is still running on this account`
      const detail = sentence`${said}. Nothing was done; wait until it has finished.`
      return refused({ ...guard, ...saying(said) }, new Conflict('action.locked', detail))
    }),
  ]
}

function cooledDown(
  ...[db, { action, scope, cooldownKey, now }]: Parameters<Limit>
): Question<Verdict>[] {
  const { cooldown } = action.limits
  if (!cooldown || cooldownKey === null) return []
  const recent = db
    .selectFrom('action_run')
    .select('intended_at')
    .where('account_id', '=', scope.accountId)
    .where('action_id', '=', action.id)
    .where('cooldown_key', '=', cooldownKey)
    .where('intended_at', '>', later(now, -cooldown.windowMs))
    .where(mayHaveActed)
    .orderBy('intended_at', 'desc')
    .limit(cooldown.max)
  const window = inWords(cooldown.windowMs)
  const isOnce = cooldown.max === 1
  const atMost = isOnce
    ? sentence`At most once in ${window}`
    : sentence`At most ${cooldown.max} times in ${window}`
  const guard = limitGuard('cooldown', onWhat(atMost, cooldown.key))
  return [
    question(recent, (rows) => {
      const oldest = rows[cooldown.max - 1]
      if (!oldest) return passed(guard)
      const seconds = secondsUntilOver(oldest.intended_at, cooldown.windowMs, now)
      const left = inWords(seconds * 1_000)
      const detail = isOnce
        ? sentence`This was done once in the last ${window}. Nothing was done; try again in ${left}.`
        : sentence`This was done ${cooldown.max} times in the last ${window}. Nothing was done; try again in ${left}.`
      return refused(guard, new Limited('action.cooling-down', detail, seconds))
    }),
  ]
}

/** `on the same export id`, for the agent who reads it. */
function onWhat(atMost: Sentence, key: readonly string[]): Sentence {
  const parts = key
    .filter((path) => !path.startsWith('scope.'))
    .map((path) => present(path.split('.').at(-1)))
  if (parts.length === 0) return sentence`${atMost} for this account`
  return sentence`${atMost} on the same ${parts.join(', ').replaceAll('_', ' ')}`
}

/** Surely nothing was done: a call that was not made, or that the target refused. */
const surelyNotDone = [
  'target.unreachable',
  'target.not-configured',
  'target.refused',
  'action.stopped',
]

function withinRates(...[db, { action, actor, now }]: Parameters<Limit>): Question<Verdict>[] {
  return action.limits.rates.map(({ per, max, windowMs }) => {
    const runs = runsSince(db, later(now, -windowMs))
      .where('action_id', '=', action.id)
      .where(mayHaveActed)
      .$if(per === 'agent', (query) => query.where('actor_id', '=', actorKey(actor)))
    const window = inWords(windowMs)
    const said =
      per === 'agent'
        ? sentence`At most ${max} by one person in ${window}`
        : sentence`At most ${max} by all in ${window}`
    const guard = limitGuard(`rate-${per}`, said)
    return question(runs, ([counted]) => {
      const { count, oldest } = present(counted)
      if (count < max) return passed(guard)
      const seconds = secondsUntilOver(oldest, windowMs, now)
      const detail = sentence`${said}: reached. Nothing was done.`
      return refused(guard, new Limited('action.rate-limited', detail, seconds))
    })
  })
}

/** An AI agent may do so many actions an hour, of whatever kind: a lead has said how many. */
function withinOwnHour(...[db, { actor, now }]: Parameters<Limit>): Question<Verdict>[] {
  if (actor.kind !== 'ai_agent') return []
  const max = actor.limits.actionsPerHour
  const runs = runsSince(db, later(now, -hours)).where('actor_id', '=', actorKey(actor))
  const said = sentence`At most ${max} actions an hour by ${actor.name}`
  const guard = limitGuard('ai-agent-hour', said)
  return [
    question(runs, ([counted]) => {
      const { count, oldest } = present(counted)
      if (count < max) return passed(guard)
      const seconds = secondsUntilOver(oldest, hours, now)
      const detail = sentence`${said}: reached. Nothing was done; leave it to a person.`
      return refused(guard, new Limited('ai-agent.too-many-actions', detail, seconds))
    }),
  ]
}

/** What surely did nothing uses nothing up. */
function mayHaveActed(where: ExpressionBuilder<DB, 'action_run'>) {
  return where.or([
    where('state', '<>', 'failed'),
    where('error_reason', 'is', null),
    where('error_reason', 'not in', surelyNotDone),
  ])
}

function runsSince(db: Database, since: Date) {
  return db
    .selectFrom('action_run')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('intended_at').as('oldest')])
    .where('intended_at', '>', since)
}

/** An action that keeps failing stops being tried until somebody has looked. */
function breakerClosed(...[db, { action, now }]: Parameters<Limit>): Question<Verdict>[] {
  const { breaker } = action.limits
  if (!breaker) return []
  const window = inWords(breaker.windowMs)
  const guard = limitGuard(
    'breaker',
    sentence`Fewer than ${breaker.failures} failures in a row in ${window}`,
  )
  const detail = sentence`The last ${breaker.failures} runs of this action did not work. Nothing was done; escalate, or wait ${window}.`
  return breakerOf(db, action, now).map(({ lookup, judge }) => ({
    lookup,
    judge: (rows) =>
      judge(rows) ? refused(guard, new Unavailable('action.breaker-open', detail)) : passed(guard),
  }))
}

/** Which of them stop being tried now. */
export async function readOpenBreakers(
  db: Database,
  actions: readonly Action[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const limited = actions.filter(({ limits: { breaker } }) => breaker)
  const questions = limited.flatMap((action) => breakerOf(db, action, now))
  const areOpen = questions.length === 0 ? [] : await askAll(db, questions)
  return new Set(limited.filter((_, index) => areOpen[index]).map(({ id }) => id))
}

/** Whether so many of its last runs failed; nothing is asked of an action without such a limit. */
function breakerOf(db: Database, action: Action, now: Date): Question<boolean>[] {
  const { breaker } = action.limits
  if (!breaker) return []
  const last = db
    .selectFrom('action_run')
    .select(['state', 'finished_at'])
    .where('action_id', '=', action.id)
    .where('finished_at', '>', later(now, -breaker.windowMs))
    .where('state', 'in', ['verified', 'failed', 'unknown'])
    // a stop says nothing about the target
    .where((where) =>
      where.or([where('error_reason', 'is', null), where('error_reason', '<>', 'action.stopped')]),
    )
    .orderBy('finished_at', 'desc')
    .limit(breaker.failures)
  return [
    question(
      last,
      (runs) => runs.length === breaker.failures && runs.every((run) => run.state !== 'verified'),
    ),
  ]
}

/** What a cooldown counts as the same. */
export function cooldownKeyOf(action: Action, bindings: Bindings): string | null {
  const { cooldown } = action.limits
  return cooldown && hashOf(cooldown.key.map((path) => valueAt(path, bindings) ?? null))
}

function limitGuard(id: string, said: Sentence) {
  return { id, kind: 'limit' as const, ...saying(said), cel: null }
}

/** @param begin of the window; null: now */
function secondsUntilOver(begin: string | null, windowMs: number, now: Date): number {
  const over = later(begin === null ? now : new Date(begin), windowMs)
  return Math.max(1, Math.ceil((over.getTime() - now.getTime()) / 1_000))
}
