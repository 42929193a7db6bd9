import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { days, hours, later, minutes } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import type { Action, Limits } from '#server/actions/compile/action.ts'
import { createActionDesk, openCase, run, someAiAgent } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { actorKey } from './actor-key.ts'
import { judgeLimits, readOpenBreakers } from './limits.ts'

const desk = await createActionDesk(await createTestDesk())
const now = desk.clock.now()
const none: Limits = {
  isLocking: false,
  cooldown: null,
  rates: [],
  timeoutMs: 3_000,
  retry: { max: 0, onTimeout: false, on5xx: false },
  breaker: null,
}
const otherAgent: Actor = {
  kind: 'person',
  id: '00000000-0000-7000-8000-00000000000b',
  name: 'Bo',
  role: 'agent',
  line: 'L1',
}

let known: string
let actions = 0

beforeAll(async () => {
  known = (await run(desk, await openCase(desk))).id
})

/** An action of no other test, with these limits alone. */
function limitedBy(limits: Partial<Limits>): Action {
  const action = desk.actions.get('export.requeue')
  return { ...action, id: `export.limited-${++actions}`, limits: { ...none, ...limits } }
}

type Ran = {
  state?: 'intended' | 'verifying' | 'verified' | 'failed' | 'unknown'
  intended_at?: Date
  finished_at?: Date | null
  error_reason?: string
  actor_id?: string
  cooldown_key?: string
  lock_key?: string | null
}

/** A run of it on record; ended well just now, unless told. */
async function ran({ id }: Action, on: Case, fields: Ran = {}): Promise<void> {
  const said = {
    id: crypto.randomUUID(),
    action_id: id,
    account_id: on.accountId,
    ticket_id: on.ticketId,
    state: 'verified',
    lock_key: null,
    preview_id: null,
    intended_at: now,
    finished_at: now,
    ...fields,
  }
  await sql`
    insert into action_run select made.* from action_run as known
    cross join lateral jsonb_populate_record(known, ${JSON.stringify(said)}::jsonb) as made
    where known.id = ${known}`.execute(desk.db)
}

async function judge(action: Action, on: Case, by: Partial<{ actor: Actor; key: string }> = {}) {
  const scope = await lookAtAccount(desk, someAgent, on.ticketId)
  const { actor = someAgent, key = null } = by
  return judgeLimits(desk.db, { action, scope, actor, cooldownKey: key, now })
}

/** What refuses it, with the words and the seconds to wait; nothing where it may run. */
async function refusals(...asked: Parameters<typeof judge>) {
  const verdicts = await judge(...asked)
  expect(verdicts.map(({ isPassed }) => isPassed)).toEqual(
    verdicts.map(({ refusal }) => refusal === null),
  )
  return verdicts.flatMap(({ refusal }) =>
    refusal ? [[refusal.reason, refusal.extra?.['retryAfterSeconds'] ?? null]] : [],
  )
}

async function guardOf(id: string, ...asked: Parameters<typeof judge>) {
  return (await judge(...asked)).find((verdict) => verdict.id === id)
}

const ago = (ms: number) => ({ intended_at: later(now, -ms) })

describe('an action without limits', () => {
  test('asks only whether it is stopped and whether an earlier outcome is known', async () => {
    const verdicts = await judge(limitedBy({}), await openCase(desk))
    expect(verdicts.map(({ id, isPassed, kind }) => [id, isPassed, kind])).toEqual([
      ['not-stopped', true, 'limit'],
      ['outcome-known', true, 'limit'],
    ])
  })

  test('waits for an unknown outcome of this action on this account, and for no other', async () => {
    const [action, other] = [limitedBy({}), limitedBy({})]
    const [on, elsewhere] = [await openCase(desk), await openCase(desk)]
    for (const state of ['verified', 'failed', 'verifying'] as const)
      await ran(action, on, { state })
    await ran(other, on, { state: 'unknown' })
    await ran(action, elsewhere, { state: 'unknown' })
    expect(await refusals(action, on)).toEqual([])
    expect(await refusals(action, elsewhere)).toEqual([['action.outcome-unknown', null]])
  })
})

describe('the lock of an account', () => {
  test('is held by a run of whatever action until it has ended, on this account alone', async () => {
    const [action, other] = [limitedBy({ isLocking: true }), limitedBy({})]
    const [on, elsewhere] = [await openCase(desk), await openCase(desk)]
    await ran(other, elsewhere, { state: 'verifying', lock_key: elsewhere.accountId })
    await ran(other, on, { state: 'verified', lock_key: on.accountId })
    expect(await refusals(action, on)).toEqual([])
    expect(await refusals(action, elsewhere)).toEqual([['action.locked', null]])
    expect((await guardOf('lock', action, elsewhere))?.say).toBe(
      '“Requeue a failed export” is still running on this account',
    )
    expect(await refusals(other, elsewhere)).toEqual([])
  })
})

describe('a cooldown', () => {
  const cooldown = { key: ['input.export_id'], max: 1, windowMs: 10 * minutes }

  test('is over when its window is, not a moment before', async () => {
    const action = limitedBy({ cooldown })
    const [early, over] = [await openCase(desk), await openCase(desk)]
    await ran(action, early, { ...ago(10 * minutes - 1), cooldown_key: 'one' })
    await ran(action, over, { ...ago(10 * minutes), cooldown_key: 'one' })
    expect(await refusals(action, early, { key: 'one' })).toEqual([['action.cooling-down', 1]])
    expect(await refusals(action, over, { key: 'one' })).toEqual([])
  })

  test('counts this action, this account and the same key only', async () => {
    const [action, other] = [limitedBy({ cooldown }), limitedBy({ cooldown })]
    const [on, elsewhere] = [await openCase(desk), await openCase(desk)]
    await ran(action, on, { cooldown_key: 'another' })
    await ran(action, elsewhere, { cooldown_key: 'one' })
    await ran(other, on, { cooldown_key: 'one' })
    expect(await refusals(action, on, { key: 'one' })).toEqual([])
    expect(await refusals(action, on, { key: 'another' })).toEqual([['action.cooling-down', 600]])
  })

  test('of several times waits for the oldest that still counts', async () => {
    const action = limitedBy({ cooldown: { ...cooldown, max: 2, windowMs: 2 * hours } })
    const on = await openCase(desk)
    await ran(action, on, { ...ago(100 * minutes), cooldown_key: 'one' })
    expect(await refusals(action, on, { key: 'one' })).toEqual([])
    await ran(action, on, { ...ago(90 * minutes), cooldown_key: 'one' })
    await ran(action, on, { ...ago(30 * minutes), cooldown_key: 'one' })
    const guard = await guardOf('cooldown', action, on, { key: 'one' })
    expect(guard?.say).toBe('At most 2 times in 2 h on the same export id')
    expect(guard?.refusal?.message).toBe(
      'This was done 2 times in the last 2 h. Nothing was done; try again in 30 min.',
    )
  })

  test('says on what, and how long it still takes', async () => {
    const perAccount = limitedBy({
      cooldown: { ...cooldown, key: ['scope.account_id'], windowMs: 90_000 },
    })
    const on = await openCase(desk)
    await ran(perAccount, on, { ...ago(30_500), cooldown_key: 'one' })
    const guard = await guardOf('cooldown', perAccount, on, { key: 'one' })
    expect(guard?.say).toBe('At most once in 90 s for this account')
    expect(guard?.refusal?.message).toBe(
      'This was done once in the last 90 s. Nothing was done; try again in 1 min.',
    )
    const perBoth = limitedBy({
      cooldown: { ...cooldown, key: ['scope.account_id', 'exp.part_no', 'input.id'] },
    })
    expect((await guardOf('cooldown', perBoth, on, { key: 'one' }))?.say).toBe(
      'At most once in 10 min on the same part no, id',
    )
  })

  test('is used up by what may have acted, not by what surely did not', async () => {
    const action = limitedBy({ cooldown })
    const outcomes = [
      [{ state: 'failed', error_reason: 'target.unreachable' }, false],
      [{ state: 'failed', error_reason: 'target.not-configured' }, false],
      [{ state: 'failed', error_reason: 'target.refused' }, false],
      [{ state: 'failed', error_reason: 'action.stopped' }, false],
      [{ state: 'failed', error_reason: 'target.too-many-rows' }, true],
      [{ state: 'failed' }, true],
      [{ state: 'verified', error_reason: 'target.refused' }, true],
    ] as const
    for (const [outcome, isUsedUp] of outcomes) {
      const on = await openCase(desk)
      await ran(action, on, { ...outcome, cooldown_key: 'one' })
      const refused = await refusals(action, on, { key: 'one' })
      expect([outcome, refused.length > 0]).toEqual([outcome, isUsedUp])
    }
  })
})

describe('a rate', () => {
  const rates = [
    { per: 'agent', max: 2, windowMs: 1 * hours },
    { per: 'all', max: 3, windowMs: 1 * days },
  ] as const

  test('counts each person alone and all together, of this action, within its window', async () => {
    const [action, other] = [limitedBy({ rates }), limitedBy({ rates })]
    const on = await openCase(desk)
    const own = { actor_id: actorKey(someAgent) }
    for (let times = 0; times < 3; times++) await ran(other, on, own)
    await ran(action, on, { ...own, ...ago(days) })
    await ran(action, on, { ...own, ...ago(hours) })
    await ran(action, on, { ...own, ...ago(hours - 1_500) })
    expect(await refusals(action, on)).toEqual([])
    await ran(action, on, { ...own, state: 'failed', error_reason: 'target.refused' })
    expect(await refusals(action, on)).toEqual([])
    await ran(action, on, { ...own, ...ago(5 * minutes) })
    expect(await refusals(action, on)).toEqual([
      ['action.rate-limited', 2],
      ['action.rate-limited', 23 * 3_600],
    ])
    expect(await refusals(action, on, { actor: otherAgent })).toEqual([
      ['action.rate-limited', 23 * 3_600],
    ])
  })

  test('is said with its number and its window', async () => {
    const [action, on] = [limitedBy({ rates }), await openCase(desk)]
    expect((await guardOf('rate-agent', action, on))?.say).toBe('At most 2 by one person in 1 h')
    expect((await guardOf('rate-all', action, on))?.say).toBe('At most 3 by all in 24 h')
  })
})

describe('the hour of an AI agent', () => {
  const robo = someAiAgent({ actionsPerHour: 2 })

  test('counts its own runs of whatever action, also those that failed', async () => {
    const [action, other, on] = [limitedBy({}), limitedBy({}), await openCase(desk)]
    const own = { actor_id: actorKey(robo) }
    await ran(other, on, { ...own, ...ago(hours) })
    await ran(other, on, { ...own, ...ago(hours - 1) })
    for (let times = 0; times < 2; times++) await ran(action, on, { actor_id: 'ai_agent:another' })
    expect(await refusals(action, on, { actor: robo })).toEqual([])
    await ran(other, on, { ...own, state: 'failed', error_reason: 'target.refused' })
    expect(await refusals(action, on, { actor: robo })).toEqual([['ai-agent.too-many-actions', 1]])
    expect((await guardOf('ai-agent-hour', action, on, { actor: robo }))?.say).toBe(
      'At most 2 actions an hour by Robo',
    )
  })

  test('binds no person', async () => {
    const verdicts = await judge(limitedBy({}), await openCase(desk))
    expect(verdicts.map(({ id }) => id)).not.toContain('ai-agent-hour')
  })
})

describe('the breaker', () => {
  const breaker = { failures: 3, windowMs: 15 * minutes }
  const ended = (ms: number, state: NonNullable<Ran['state']>, error_reason?: string): Ran => ({
    finished_at: later(now, -ms),
    state,
    ...(error_reason && { error_reason }),
  })

  async function isOpenAfter(...runs: Ran[]): Promise<boolean> {
    const [action, on] = [limitedBy({ breaker }), await openCase(desk)]
    for (const fields of runs) await ran(action, await openCase(desk), fields)
    const [refused = []] = await refusals(action, on)
    const open = await readOpenBreakers(desk.db, [limitedBy({}), action], now)
    expect([...open]).toEqual(refused[0] === 'action.breaker-open' ? [action.id] : [])
    return open.has(action.id)
  }

  test('opens when the last runs failed or have no known end, all of them within its window', async () => {
    expect(
      await isOpenAfter(
        ended(3, 'failed'),
        ended(2, 'unknown'),
        ended(1, 'failed', 'target.refused'),
      ),
    ).toBe(true)
    expect(await isOpenAfter(ended(3, 'failed'), ended(2, 'failed'))).toBe(false)
    const late = 15 * minutes
    expect(
      await isOpenAfter(ended(late - 1, 'failed'), ended(2, 'failed'), ended(1, 'failed')),
    ).toBe(true)
    expect(await isOpenAfter(ended(late, 'failed'), ended(2, 'failed'), ended(1, 'failed'))).toBe(
      false,
    )
  })

  test('looks at the last runs only: one that worked among them closes it, an earlier one does not', async () => {
    const failures = [ended(3, 'failed'), ended(2, 'failed'), ended(1, 'failed')]
    expect(await isOpenAfter(...failures, ended(4, 'verified'))).toBe(true)
    expect(await isOpenAfter(...failures, ended(0, 'verified'))).toBe(false)
    expect(await isOpenAfter(...failures, ended(0, 'verifying'))).toBe(true)
    expect(await isOpenAfter(...failures, ended(0, 'failed', 'action.stopped'))).toBe(true)
    const stopped = ended(0, 'failed', 'action.stopped')
    expect(await isOpenAfter(ended(3, 'failed'), ended(2, 'failed'), stopped)).toBe(false)
  })

  test('says how many and how long', async () => {
    const [action, on] = [limitedBy({ breaker }), await openCase(desk)]
    for (const ms of [3, 2, 1]) await ran(action, await openCase(desk), ended(ms, 'failed'))
    const guard = await guardOf('breaker', action, on)
    expect(guard?.say).toBe('Fewer than 3 failures in a row in 15 min')
    expect(guard?.refusal).toBeInstanceOf(Refusal)
    expect(guard?.refusal?.message).toBe(
      'The last 3 runs of this action did not work. Nothing was done; escalate, or wait 15 min.',
    )
  })

  test('is asked of none where no action has one', async () => {
    expect(await readOpenBreakers(desk.db, [limitedBy({})], now)).toEqual(new Set())
  })
})
