import { describe, expect, it } from 'vitest'
import { system } from '#server/core/actor.ts'
import { later } from '#server/core/clock.ts'
import { startWorker } from '#server/core/worker.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import {
  confirm,
  createActionDesk,
  eventsOf,
  openCase,
  preview,
  run,
} from '#server/actions/testing/factory.ts'
import type { ActionTestDesk, Case } from '#server/actions/testing/factory.ts'
import { readRun } from './read-run.ts'
import { recordCall } from './record-outcome.ts'
import { settleRun } from './settle-run.ts'
import { verifyActionRun } from './verify-action-run.ts'
import { until } from '#server/testing/eventually.ts'

const desk = await createActionDesk(await createTestDesk())

class Crash extends Error {}

const runOf = async ({ ticketId }: Case) => {
  const { id } = await desk.db
    .selectFrom('action_run')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return readRun(desk, id)
}
const change = (on: Case, sets: string) =>
  desk.shop.query(`update shop.export set ${sets} where id = $1`, [on.exportId])

async function crash(on: Case, where: 'intended' | 'called') {
  const at = async (point: string) => {
    if (point === where) throw new Crash()
  }
  const shown = await preview(desk, on)
  await expect(confirm({ ...desk, at }, on, shown)).rejects.toThrow(Crash)
  return runOf(on)
}

/** Sources that cannot be read, as when the replica is down. */
const blind = (): ActionTestDesk => {
  const sql = () => {
    throw new Error('connect ECONNREFUSED')
  }
  return {
    ...desk,
    sources: { ...desk.sources, connections: { ...desk.sources.connections, sql } },
  }
}

/** A real worker that knows the one task. */
async function withWorker(body: () => Promise<unknown>): Promise<void> {
  const worker = await startWorker({
    url: desk.url,
    db: desk.db,
    log: desk.log,
    tasks: { settle_action_run: (payload: { run: string }) => settleRun(desk, payload) },
    reactions: {},
    schedule: [],
  })
  try {
    await body()
  } finally {
    await worker.stop()
  }
}

/** When the run is read the next time. */
async function readingOf({ id }: { id: string }): Promise<Date | undefined> {
  const { rows } = await desk.shop.query(
    `select run_at from graphile_worker.jobs where key = 'action-run:${id}'`,
  )
  return rows[0]?.run_at
}

describe('verification', () => {
  it('begins as soon as the target has said yes, and looks once more when its time is over', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'say yes and do nothing')
    const accepted = await run(desk, on)
    const called = desk.clock.now()
    expect(await readingOf(accepted)).toEqual(called)
    desk.clock.advance(58_000)
    await settleRun(desk, { run: accepted.id })
    // in three seconds it would be over
    expect(await readingOf(accepted)).toEqual(later(called, 60_000))
  })

  it('goes on until it is so', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'say yes and do nothing')
    const { id } = await run(desk, on)
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({ state: 'verifying' })
    await change(on, "status = 'running'")
    desk.clock.advance(59_000)
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({ state: 'verified', verification: { isTrue: true } })
  })

  it('is unknown when the target said yes and it was not seen in time, and verified when it comes late', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'say yes and do nothing')
    const { id } = await run(desk, on)
    desk.clock.advance(60_000)
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({
      state: 'unknown',
      error: { reason: 'verify.not-seen' },
    })
    const again = await preview(desk, on)
    expect(again.guards.find(({ id: guard }) => guard === 'outcome-known')?.isPassed).toBe(false)
    await expect(verifyActionRun(desk, someAgent, { runId: id })).rejects.toMatchObject({
      reason: 'action-run.too-early',
    })
    await change(on, "status = 'queued'")
    desk.clock.advance(6_000)
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({ state: 'verified', error: null })
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.accepted',
      'action.unknown',
      'action.verified',
    ])
  })

  it('is read on in pauses that grow, until it is given up; then a person decides', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'say yes and do nothing')
    const { id } = await run(desk, on)
    const pauses: number[] = []
    // as a worker takes it
    const takeNext = async () => {
      const { rows } = await desk.shop.query(
        `delete from graphile_worker._private_jobs where key = 'action-run:${id}' returning run_at`,
      )
      return rows[0]?.run_at as Date | undefined
    }
    desk.clock.advance(60_000)
    const hours = () => (desk.clock.now().getTime() - started) / 3_600_000
    const started = desk.clock.now().getTime()
    await takeNext()
    for (;;) {
      await settleRun(desk, { run: id })
      const next = await takeNext()
      if (!next) break
      pauses.push(next.getTime() - desk.clock.now().getTime())
      desk.clock.advance(pauses.at(-1)!)
    }
    expect(hours()).toBeGreaterThan(23.9)
    expect(hours()).toBeLessThan(24)
    expect(pauses.slice(0, 3)).toEqual([3_000, 6_300, 6_930])
    expect(Math.max(...pauses)).toBe(900_000)
    expect(pauses.length).toBeLessThan(160)
    expect(await runOf(on)).toMatchObject({ state: 'unknown' })
    expect(await verifyActionRun(desk, someAgent, { runId: id })).toMatchObject({
      state: 'failed',
      error: { reason: 'verify.not-so' },
    })
  })

  it('leaves the outcome unknown when the system cannot be read in time', async () => {
    const on = await openCase(desk)
    const { id } = await run(desk, on)
    await settleRun(blind(), { run: id })
    expect(await runOf(on)).toMatchObject({ state: 'verifying' })
    desk.clock.advance(60_000)
    await settleRun(blind(), { run: id })
    expect(await runOf(on)).toMatchObject({
      state: 'unknown',
      error: { reason: 'verify.unreadable' },
    })
  })

  it('is done by a worker without anybody asking', async () => {
    const on = await openCase(desk)
    const { id } = await run(desk, on)
    await withWorker(() => until(async () => (await readRun(desk, id)).state === 'verified'))
    expect(await eventsOf(desk, on)).toContain('action.verified')
  })

  it('happens once, whoever comes second', async () => {
    const on = await openCase(desk)
    const { id } = await run(desk, on)
    await Promise.all([1, 2, 3].map(() => settleRun(desk, { run: id })))
    await settleRun(desk, { run: id })
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.accepted',
      'action.verified',
    ])
  })
})

describe('after a crash', () => {
  it('between intent and call, the run becomes unknown, and failed once a person has it read again', async () => {
    const on = await openCase(desk)
    const { id, state } = await crash(on, 'intended')
    expect(state).toBe('intended')
    expect(desk.target.calls(on.exportId)).toEqual([])
    await settleRun(desk, { run: id })
    expect((await runOf(on)).state).toBe('intended')

    desk.clock.advance(60_000)
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({
      state: 'unknown',
      error: { reason: 'run.interrupted' },
    })
    await settleRun(desk, { run: id })
    expect((await runOf(on)).state).toBe('unknown')

    await expect(verifyActionRun(desk, someAgent, { runId: id })).rejects.toMatchObject({
      reason: 'action-run.too-early',
    })
    desk.clock.advance(60_000)
    await settleRun(desk, { run: id })
    expect((await runOf(on)).state).toBe('unknown')
    expect(await verifyActionRun(desk, someAgent, { runId: id })).toMatchObject({
      state: 'failed',
      error: { reason: 'verify.not-so' },
    })
    expect(await eventsOf(desk, on)).toEqual(['action.intended', 'action.unknown', 'action.failed'])
  })

  it('between call and record, the run is verified by what the system shows, and not called again', async () => {
    const on = await openCase(desk)
    const { id } = await crash(on, 'called')
    desk.clock.advance(60_000)
    await settleRun(desk, { run: id })
    await settleRun(desk, { run: id })
    expect(await runOf(on)).toMatchObject({ state: 'verified' })
    expect(desk.target.calls(on.exportId)).toHaveLength(1)
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.unknown',
      'action.verified',
    ])
  })

  it('a worker takes the run over at its deadline without anybody asking', async () => {
    const on = await openCase(desk)
    const { id } = await crash(on, 'called')
    desk.clock.advance(60_000)
    await withWorker(() => until(async () => (await readRun(desk, id)).state === 'verified'))
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.unknown',
      'action.verified',
    ])
  })

  it('nothing else runs on the account until the deadline, and not the same action before it is known', async () => {
    const on = await openCase(desk)
    const { id } = await crash(on, 'intended')
    const blocked = async () => {
      const { guards, token } = await preview(desk, on)
      expect(token).toBeNull()
      return guards
        .filter((guard) => !guard.isPassed && guard.id !== 'cooldown')
        .map((guard) => guard.id)
    }
    expect(await blocked()).toEqual(['lock'])
    desk.clock.advance(60_000)
    await settleRun(desk, { run: id })
    expect(await blocked()).toEqual(['outcome-known'])
    desk.clock.advance(600_000)
    expect(await blocked()).toEqual(['outcome-known'])
    await verifyActionRun(desk, someAgent, { runId: id })
    expect(await run(desk, on)).toMatchObject({ state: 'verifying' })
  })

  it('an answer that comes after somebody settled the run changes nothing', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    const at = async (point: string) => {
      if (point !== 'called') return
      desk.clock.advance(60_000)
      const { id } = await runOf(on)
      await settleRun(desk, { run: id })
      await settleRun(desk, { run: id })
    }
    expect(await confirm({ ...desk, at }, on, shown)).toMatchObject({ state: 'verified' })
    const row = await desk.db
      .selectFrom('action_run')
      .selectAll()
      .where('ticket_id', '=', on.ticketId)
      .executeTakeFirstOrThrow()
    const outcome = { kind: 'refused' as const, attempts: 1, answer: null, error: null }
    await expect(
      recordCall(desk, system('actions'), { run: row, outcome, job: null }),
    ).rejects.toMatchObject({
      reason: 'action-run.settled',
    })
  })

  it.each([
    ['until', 0],
    ['beyond', 1],
  ])('a process that slept %s the deadline no longer calls', async (_, beyondMs) => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    const at = async (point: string) => {
      if (point !== 'intended') return
      const { call_deadline: deadline } = await desk.db
        .selectFrom('action_run')
        .select('call_deadline')
        .where('ticket_id', '=', on.ticketId)
        .executeTakeFirstOrThrow()
      desk.clock.advance(deadline.getTime() - desk.clock.now().getTime() + beyondMs)
    }
    expect(await confirm({ ...desk, at }, on, shown)).toMatchObject({ state: 'intended' })
    expect(desk.target.calls(on.exportId)).toEqual([])
  })
})

it('an unknown run stays unknown while it cannot be read, and a known one is not read again', async () => {
  const on = await openCase(desk)
  const { id } = await crash(on, 'called')
  desk.clock.advance(60_000)
  await settleRun(desk, { run: id })
  await expect(verifyActionRun(blind(), someAgent, { runId: id })).rejects.toMatchObject({
    reason: 'action-run.unreadable',
  })
  expect(await verifyActionRun(desk, someAgent, { runId: id })).toMatchObject({ state: 'verified' })
  await expect(verifyActionRun(desk, someAgent, { runId: id })).rejects.toMatchObject({
    reason: 'action-run.not-unknown',
  })
})

it('a run is not verified on another account, to which its ticket was given since', async () => {
  const on = await openCase(desk)
  const other = await openCase(desk, { status: 'queued' })
  const { id } = await run(desk, on)
  await desk.db
    .updateTable('ticket')
    .set({ account_id: other.accountId })
    .where('id', '=', on.ticketId)
    .execute()
  desk.clock.advance(60_000)
  await settleRun(desk, { run: id })
  expect(await runOf(on)).toMatchObject({ state: 'unknown' })
})
