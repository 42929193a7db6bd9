import { expect, test } from 'vitest'
import { createDatabase, createPool } from '#server/database/database.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { days, later } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { judgeLimits } from './limits.ts'
import { listActionControls } from './list-action-controls.ts'
import { listActions } from '#server/actions/queries.ts'
import { resumeAction, stopAction } from './stop-action.ts'
import {
  confirm,
  createActionDesk,
  eventsOf,
  openCase,
  preview,
  run,
  someAiAgent,
} from '#server/actions/testing/factory.ts'
import type { ActionTestDesk } from '#server/actions/testing/factory.ts'
import { requeueAs } from '#server/actions/testing/project.ts'

const desk = await createActionDesk(await createTestDesk())
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil Engineer' })
const reason = 'Exports are being moved'

/** Another node of the same desk: its own connections, its own memory. */
const node = (): ActionTestDesk => {
  const pool = createPool(desk.url, desk.log, { max: 4 })
  return { ...desk, pool, db: createDatabase(pool) }
}

async function refusalOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'nothing refused it',
    (error: unknown) => {
      if (error instanceof Refusal) return error.reason
      throw error
    },
  )
}

test('stopped on one node while somebody looks at a preview on another: it does not run', async () => {
  const other = node()
  const on = await openCase(desk)
  const shown = await preview(other, on)
  await stopAction(desk, emil, { action: 'export.requeue', reason })

  expect(await refusalOf(confirm(other, on, shown))).toBe('action.stopped')
  const again = await preview(other, on)
  expect(again).toMatchObject({ isRunnable: false, token: null })
  expect(again.guards.find(({ isPassed }) => !isPassed)?.say).toBe(
    `Stopped by Emil Engineer: “${reason}”`,
  )
  const { items } = await listActions(other, someAgent, { ticketId: on.ticketId })
  expect(items.find(({ id }) => id === 'export.requeue')?.blocked?.reason).toBe('action.stopped')
  expect(desk.target.calls(on.exportId)).toEqual([])

  await resumeAction(desk, emil, { action: 'export.requeue', reason: 'They are moved' })
  expect(await run(other, on)).toMatchObject({ state: 'verifying' })
  await other.db.destroy()
})

test('all are stopped by one switch, which stands beside their own', async () => {
  const on = await openCase(desk)
  await stopAction(desk, emil, { action: null, reason })
  expect(await refusalOf(stopAction(desk, emil, { action: null, reason }))).toBe(
    'action.stopped-already',
  )
  expect((await preview(desk, on)).isRunnable).toBe(false)
  expect(await listActionControls(desk, someAgent, {})).toMatchObject({
    stop: { by: { name: 'Emil Engineer' }, reason },
    items: expect.arrayContaining([expect.objectContaining({ id: 'export.requeue', stop: null })]),
  })
  await resumeAction(desk, emil, { action: null, reason })
  expect(await refusalOf(resumeAction(desk, emil, { action: null, reason }))).toBe(
    'action.not-stopped',
  )
})

test('stopped between the intent and the call: nothing is called, and that is on record', async () => {
  const on = await openCase(desk)
  const stopping = {
    ...desk,
    at: async (point: string) =>
      void (
        point === 'intended' && (await stopAction(desk, emil, { action: 'export.requeue', reason }))
      ),
  }
  const failed = await confirm(stopping, on, await preview(desk, on))
  expect(failed).toMatchObject({
    state: 'failed',
    attempts: 0,
    error: { reason: 'action.stopped' },
  })
  expect(desk.target.calls(on.exportId)).toEqual([])
  expect(await eventsOf(desk, on)).toEqual(['action.intended', 'action.failed'])
  await resumeAction(desk, emil, { action: 'export.requeue', reason })
  expect(await run(desk, on)).toMatchObject({ state: 'verifying' }) // the cooldown did not count it
})

test('a run that a stop ended does not count among the failures that stop an action by itself', async () => {
  await desk.write(
    'actions/broken.yaml',
    requeueAs('export.broken', ['failures: 50', 'failures: 2']),
  )
  const [refused, stopped, next] = [
    await openCase(desk),
    await openCase(desk),
    await openCase(desk),
  ]
  const early = await preview(desk, next, 'export.broken')
  desk.target.fail(refused.exportId, 'refuse')
  await run(desk, refused, 'export.broken')
  const stopping = {
    ...desk,
    at: async (point: string) =>
      void (
        point === 'intended' && (await stopAction(desk, emil, { action: 'export.broken', reason }))
      ),
  }
  const failed = await confirm(stopping, stopped, await preview(desk, stopped, 'export.broken'))
  expect(failed).toMatchObject({ state: 'failed', error: { reason: 'action.stopped' } })
  await resumeAction(desk, emil, { action: 'export.broken', reason })
  expect(await confirm(desk, next, early)).toMatchObject({ state: 'verifying' })
})

test('a stop counts between two attempts too', async () => {
  const on = await openCase(desk)
  desk.target.fail(on.exportId, 'hang', 'hang') // long enough to stop it meanwhile
  const shown = await preview(desk, on)
  const running = confirm(desk, on, shown)
  await expect.poll(() => desk.target.calls(on.exportId).length, { interval: 5 }).toBe(1)
  await stopAction(desk, emil, { action: 'export.requeue', reason })
  const ended = await running
  await resumeAction(desk, emil, { action: 'export.requeue', reason })
  expect(ended).toMatchObject({ state: 'unknown', error: { reason: 'action.stopped' } })
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
})

test('an agent stops nothing, and nothing that is not there can be stopped', async () => {
  const wish = { action: 'export.requeue', reason }
  expect(await refusalOf(stopAction(desk, someAgent, wish))).toBe('permission.missing')
  expect(await refusalOf(stopAction(desk, emil, { action: 'export.reqeue', reason }))).toBe(
    'action.not-found',
  )
})

test('an action shows how its runs of the last 30 days ended', async () => {
  const runsOf = async () => {
    const { items } = await listActionControls(desk, someAgent, {})
    return items.find(({ id }) => id === 'export.requeue')?.runs
  }
  const before = (await runsOf()) ?? { all: 0, verified: 0, failed: 0, unknown: 0 }
  const ended = ['verified', 'failed', 'failed', 'unknown', 'unknown', 'unknown'] as const
  for (const state of [...ended, 'long ago' as const]) {
    const on = await openCase(desk)
    const { id } = await run(desk, on)
    const monthAgo = later(desk.clock.now(), -30 * days)
    const change =
      state === 'long ago' ? { intended_at: monthAgo } : { state, intended_at: later(monthAgo, 1) }
    await desk.db.updateTable('action_run').set(change).where('id', '=', id).execute()
  }
  expect(await runsOf()).toEqual({
    all: before.all + 6,
    verified: before.verified + 1,
    failed: before.failed + 2,
    unknown: before.unknown + 3,
  })
})

test('each action is shown with its own stop, by title, with who has to approve it', async () => {
  await stopAction(desk, emil, { action: 'export.cancel', reason })
  const { items, stop } = await listActionControls(desk, someAgent, {})
  await resumeAction(desk, emil, { action: 'export.cancel', reason })
  expect(stop).toBeNull()
  expect(items.map(({ title }) => title)).toEqual(items.map(({ title }) => title).toSorted())
  const shown = new Map(items.map((item) => [item.id, item]))
  expect(shown.get('export.requeue')?.stop).toBeNull()
  expect(shown.get('export.cancel')).toMatchObject({
    stop: { by: { name: 'Emil Engineer' }, reason },
    approval: { when: 'exp.size_mb > 500', role: 'engineer' },
    runs: { all: 0, verified: 0, failed: 0, unknown: 0 },
  })
})

test('what stops all actions is said before what stops one', async () => {
  const on = await openCase(desk)
  await stopAction(desk, emil, { action: 'export.requeue', reason: 'Only this one' })
  await stopAction(desk, emil, { action: null, reason })
  const shown = await preview(desk, on)
  await resumeAction(desk, emil, { action: null, reason })
  const left = await preview(desk, on)
  await resumeAction(desk, emil, { action: 'export.requeue', reason })
  expect(shown.guards.find(({ id }) => id === 'not-stopped')?.say).toBe(
    `All actions were stopped by Emil Engineer: “${reason}”`,
  )
  expect(left.guards.find(({ id }) => id === 'not-stopped')?.say).toBe(
    'Stopped by Emil Engineer: “Only this one”',
  )
})

test('an AI agent that may do nothing by itself is told to come back in an hour', async () => {
  const on = await openCase(desk)
  const verdicts = await judgeLimits(desk.db, {
    action: desk.actions.get('export.requeue'),
    scope: await lookAtAccount(desk, emil, on.ticketId),
    actor: someAiAgent({ actionsPerHour: 0 }),
    cooldownKey: null,
    now: desk.clock.now(),
  })
  const own = verdicts.find(({ id }) => id === 'ai-agent-hour')
  expect(own?.refusal).toMatchObject({
    reason: 'ai-agent.too-many-actions',
    extra: { retryAfterSeconds: 3600 },
  })
})
