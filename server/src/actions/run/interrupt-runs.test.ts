import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createActionDesk, openCase, run } from '#server/actions/testing/factory.ts'
import { interruptRuns } from './interrupt-runs.ts'
import { readRun } from './read-run.ts'
import { settleRun } from './settle-run.ts'

const desk = await createActionDesk(await createTestDesk())

test('of what was being called when a backup was made nobody knows the outcome; what had ended stays as it is', async () => {
  const ended = await run(desk, await openCase(desk))
  await settleRun(desk, { run: ended.id })
  const called = await run(desk, await openCase(desk))
  await desk.db
    .updateTable('action_run')
    .set({ state: 'intended' })
    .where('id', '=', called.id)
    .execute()
  expect(await interruptRuns(desk, system('restore'))).toBe(1)
  expect(await readRun(desk, ended.id)).toMatchObject({ state: 'verified' })
  expect(await readRun(desk, called.id)).toMatchObject({ state: 'unknown' })
})
