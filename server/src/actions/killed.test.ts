import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { readRunsOfTicket } from './read-run.ts'
import { settleRun } from './settle-run.ts'
import type { Doom } from './testing/doomed.ts'
import { createActionDesk, openCase, preview } from './testing/factory.ts'
import type { Case } from './testing/factory.ts'
import { verifyActionRun } from './verify-run.ts'

const desk = await createActionDesk(await createTestDesk())
const script = fileURLToPath(new URL('testing/doomed.ts', import.meta.url))

/** Another process confirms the action and is killed. */
async function confirmAndDie(on: Case, point: Doom['point'], whenCalled = () => false) {
  const { token } = await preview(desk, on)
  const now = desk.clock.now().toISOString()
  const doom: Doom = {
    place: desk.place,
    now,
    actor: someAgent,
    ticketId: on.ticketId,
    token: token!,
    point,
  }
  const child = spawn(process.execPath, [script, JSON.stringify(doom)], { stdio: 'inherit' })
  const exit = once(child, 'exit')
  if (point === null) {
    await vi.waitUntil(whenCalled, 15_000)
    child.kill('SIGKILL')
  }
  expect(await exit).toEqual([null, 'SIGKILL'])
}

const attemptsOf = async ({ exportId }: Case) => {
  const { rows } = await desk.shop.query('select attempts from shop.export where id = $1', [
    exportId,
  ])
  return rows[0].attempts as number
}

/** What the next process makes of it: the settling job at the deadline, then a reading. */
async function settle(on: Case) {
  const [run] = await readRunsOfTicket(desk, on.ticketId)
  desk.clock.advance(60_000)
  await settleRun(desk, { run: run!.id })
  await settleRun(desk, { run: run!.id })
  return readRunsOfTicket(desk, on.ticketId)
}

it('killed after the intent: nothing was done, it is on record, and a person may settle it', async () => {
  const on = await openCase(desk)
  await confirmAndDie(on, 'intended')
  const runs = await settle(on)
  expect(runs).toMatchObject([{ state: 'unknown', error: { reason: 'run.interrupted' } }])
  expect(desk.target.calls(on.exportId)).toEqual([])
  desk.clock.advance(60_000)
  const settled = await verifyActionRun(desk, someAgent, { runId: runs[0]!.id })
  expect(settled.state).toBe('failed')
})

it('killed while the target works: done once, on record, verified', async () => {
  const on = await openCase(desk)
  desk.target.fail(on.exportId, 'hang after doing it', 'hang after doing it', 'hang after doing it')
  await confirmAndDie(on, null, () => desk.target.calls(on.exportId).length > 0)
  await vi.waitUntil(async () => (await attemptsOf(on)) === 2, 5_000)
  expect(await settle(on)).toMatchObject([{ state: 'verified' }])
  expect(await attemptsOf(on)).toBe(2)
})

it('killed before the answer is recorded: done once, on record, verified', async () => {
  const on = await openCase(desk)
  await confirmAndDie(on, 'called')
  expect(await settle(on)).toMatchObject([{ state: 'verified' }])
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
  expect(await attemptsOf(on)).toBe(2)
})
