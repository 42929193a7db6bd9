import type { Kysely, Transaction } from 'kysely'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { Conflict, Limited, Unavailable } from '#server/core/errors.ts'
import { valueOf } from './action.ts'
import type { Action, Bindings } from './action.ts'
import { hashOf } from './canonical.ts'
import { passed, refused } from './guards.ts'
import type { Verdict } from './guards.ts'
import { readStops, stopOf, stopped, stoppedBecause } from './stops.ts'

export type LimitSubject = {
  action: Action
  scope: AccountScope
  actor: Actor
  cooldownKey: string | null
  now: Date
}
type Limit = (db: Kysely<DB> | Transaction<DB>, subject: LimitSubject) => Promise<Verdict[]>

/** In the order they are asked; the next limit is one more line here. */
const limits: readonly Limit[] = [
  notStopped,
  outcomeKnown,
  accountFree,
  cooledDown,
  withinRates,
  withinOwnHour,
  breakerClosed,
]

export async function judgeLimits(
  db: Kysely<DB> | Transaction<DB>,
  subject: LimitSubject,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const limit of limits) verdicts.push(...(await limit(db, subject)))
  return verdicts
}

async function notStopped(...[db, { action }]: Parameters<Limit>): Promise<Verdict[]> {
  const stop = stopOf(await readStops(db), action.id)
  const guard = limitGuard('not-stopped', 'Nobody has stopped it')
  return [stop ? refused({ ...guard, say: stoppedBecause(stop) }, stopped(stop)) : passed(guard)]
}

/** Whether the last one happened must be known before anybody does it again. */
async function outcomeKnown(...[db, { action, scope }]: Parameters<Limit>): Promise<Verdict[]> {
  const open = await db
    .selectFrom('action_run')
    .select('id')
    .where('account_id', '=', scope.accountId)
    .where('action_id', '=', action.id)
    .where('state', '=', 'unknown')
    .executeTakeFirst()
  const guard = limitGuard('outcome-known', 'No earlier run of it has an unknown outcome')
  if (!open) return [passed(guard)]
  const say = 'Whether an earlier run of this action happened is unknown: verify that run first'
  return [
    refused({ ...guard, say }, new Conflict('action.outcome-unknown', `${say}. Nothing was done.`)),
  ]
}

async function accountFree(...[db, { action, scope }]: Parameters<Limit>): Promise<Verdict[]> {
  if (!action.limits.isLocking) return []
  const running = await db
    .selectFrom('action_run')
    .select(['action_title'])
    .where('lock_key', '=', scope.accountId)
    .where('state', 'in', ['intended', 'verifying'])
    .executeTakeFirst()
  const guard = limitGuard('lock', 'No other action is running on this account')
  if (!running) return [passed(guard)]
  const say = `“${running.action_title}” is still running on this account`
  return [refused({ ...guard, say }, locked(say))]
}

function locked(say = 'Another action is running on this account'): Conflict {
  return new Conflict('action.locked', `${say}. Nothing was done; wait until it has finished.`)
}

async function cooledDown(
  ...[db, { action, scope, cooldownKey, now }]: Parameters<Limit>
): Promise<Verdict[]> {
  const { cooldown } = action.limits
  if (!cooldown || cooldownKey === null) return []
  const recent = await db
    .selectFrom('action_run')
    .select('intended_at')
    .where('account_id', '=', scope.accountId)
    .where('action_id', '=', action.id)
    .where('cooldown_key', '=', cooldownKey)
    .where('intended_at', '>', later(now, -cooldown.windowMs))
    // what never reached the target may be tried again
    .where((where) =>
      where.or([where('state', '<>', 'failed'), where('error_reason', 'not in', neverCalled)]),
    )
    .orderBy('intended_at', 'desc')
    .limit(cooldown.max)
    .execute()
  const times = cooldown.max === 1 ? 'once' : `${cooldown.max} times`
  const guard = limitGuard(
    'cooldown',
    `At most ${times} in ${inWords(cooldown.windowMs)} on the same`,
  )
  const oldest = recent[cooldown.max - 1]
  if (!oldest) return [passed(guard)]
  const seconds = secondsUntil(later(oldest.intended_at, cooldown.windowMs), now)
  const detail = `This was done ${times} in the last ${inWords(cooldown.windowMs)}. Nothing was done; try again in ${inWords(seconds * 1_000)}.`
  return [refused(guard, new Limited('action.cooling-down', detail, seconds))]
}

const neverCalled = ['target.unreachable', 'action.stopped']

async function withinRates(...[db, { action, actor, now }]: Parameters<Limit>): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const { per, max, windowMs } of action.limits.rates) {
    const since = later(now, -windowMs)
    const { runs, oldest } = await db
      .selectFrom('action_run')
      .select((select) => [
        select.fn.countAll<string>().as('runs'),
        select.fn.min('intended_at').as('oldest'),
      ])
      .where('action_id', '=', action.id)
      .where('intended_at', '>', since)
      .$if(per === 'agent', (query) => query.where('actor_id', '=', actorKey(actor)))
      .executeTakeFirstOrThrow()
    const by = per === 'agent' ? 'by one person' : 'by all'
    const guard = limitGuard(`rate-${per}`, `At most ${max} ${by} in ${inWords(windowMs)}`)
    const seconds = secondsUntil(later(oldest ?? now, windowMs), now)
    const refusal = new Limited(
      'action.rate-limited',
      `${guard.say}: reached. Nothing was done.`,
      seconds,
    )
    verdicts.push(Number(runs) < max ? passed(guard) : refused(guard, refusal))
  }
  return verdicts
}

/** An AI agent may do so many actions an hour, of whatever kind: a lead has said how many. */
async function withinOwnHour(...[db, { actor, now }]: Parameters<Limit>): Promise<Verdict[]> {
  if (actor.kind !== 'ai_agent') return []
  const max = actor.limits.actionsPerHour
  const { runs, oldest } = await db
    .selectFrom('action_run')
    .select((select) => [
      select.fn.countAll<string>().as('runs'),
      select.fn.min('intended_at').as('oldest'),
    ])
    .where('actor_id', '=', actorKey(actor))
    .where('intended_at', '>', later(now, -hours))
    .executeTakeFirstOrThrow()
  const guard = limitGuard('ai-agent-hour', `At most ${max} actions an hour by ${actor.name}`)
  if (Number(runs) < max) return [passed(guard)]
  const seconds = secondsUntil(later(oldest ?? now, hours), now)
  const detail = `${guard.say}: reached. Nothing was done; leave it to a person.`
  return [refused(guard, new Limited('ai-agent.too-many-actions', detail, seconds))]
}

/** An action that keeps failing stops being tried until somebody has looked. */
async function breakerClosed(...[db, { action, now }]: Parameters<Limit>): Promise<Verdict[]> {
  const { breaker } = action.limits
  if (!breaker) return []
  const last = await db
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
    .execute()
  const guard = limitGuard(
    'breaker',
    `Fewer than ${breaker.failures} failures in a row in ${inWords(breaker.windowMs)}`,
  )
  const isOpen = last.length === breaker.failures && last.every((run) => run.state !== 'verified')
  if (!isOpen) return [passed(guard)]
  const detail = `The last ${breaker.failures} runs of this action did not work. Nothing was done; escalate, or wait ${inWords(breaker.windowMs)}.`
  return [refused(guard, new Unavailable('action.breaker-open', detail))]
}

/** What a cooldown counts as the same. */
export function cooldownKeyOf(action: Action, bindings: Bindings): string | null {
  const { cooldown } = action.limits
  return cooldown && hashOf(cooldown.key.map((path) => valueOf(path, bindings) ?? null))
}

/** Whom a limit counts by. */
export function actorKey(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ''}`
}

function limitGuard(id: string, say: string) {
  return { id, kind: 'limit' as const, say, cel: null }
}

function secondsUntil(time: Date, now: Date): number {
  return Math.max(1, Math.ceil((time.getTime() - now.getTime()) / 1_000))
}

/** 90,000 → `90 s`, 600,000 → `10 min` */
export function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
