import type { ActionRun } from '@firstline/contract/actions'
import { describe, expect, it } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { resumeAction, stopAction } from '#server/actions/limits/stop-action.ts'
import { chainFile, takeBackFile } from '#server/actions/testing/chain.ts'
import { confirm, createActionDesk, eventsOf, openCase } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { createPerson } from '#server/testing/people.ts'
import { interruptRuns } from './interrupt-runs.ts'
import { readRun, readRunsOfTicket } from './read-run.ts'
import { settleRun } from './settle-run.ts'
import { undoActionRun } from './undo-action-run.ts'
import { verifyActionRun } from './verify-action-run.ts'

const desk = await createActionDesk(await createTestDesk())
await desk.write('actions/export.take_back.yaml', takeBackFile)
await desk.write('actions/export.three.yaml', chainFile('export.three'))
const ada = await createPerson(desk)
const engineer = await createPerson(desk, { role: 'engineer' })

type Three = Case & { ids: [string, string, string] }

async function openThree(): Promise<Three> {
  const on = await openCase(desk)
  const ids: Three['ids'] = [on.exportId, `${on.exportId}_b`, `${on.exportId}_c`]
  for (const id of ids.slice(1)) {
    const values = [id, on.account, on.email]
    await desk.shop.query(`insert into shop.export values ($1, $2, 'failed', 1, 3, $3)`, values)
  }
  return { ...on, ids }
}

const previewThree = ({ ticketId, ids: [id_1, id_2, id_3] }: Three, action = 'export.three') =>
  previewAction(desk, ada, { ticketId, action, input: { id_1, id_2, id_3 } })

async function begin(on: Three, action?: string): Promise<ActionRun> {
  return confirm(desk, on, await previewThree(on, action), ada)
}

/** What the worker does, until nothing is left to do. */
async function settleAll(on: Case): Promise<void> {
  for (let before = ''; ;) {
    const runs = await readRunsOfTicket(desk, on.ticketId)
    const now = JSON.stringify(runs)
    if (now === before) return
    before = now
    for (const { id } of runs) await settleRun(desk, { run: id })
  }
}

async function statesOf({ ids }: Three): Promise<string[]> {
  const { rows } = await desk.shop.query(
    'select status from shop.export where id = any($1) order by id',
    [ids],
  )
  return rows.map(({ status }) => status as string)
}

const stepsOf = ({ steps = [] }: ActionRun) => steps.map(({ state }) => state)
const callsOf = ({ ids }: Three) => ids.map((id) => desk.target.calls(id).map(({ key }) => key))

describe('a chain', () => {
  it('shows every step before it is confirmed, and runs them one after the other, each verified before the next', async () => {
    const on = await openThree()
    const shown = await previewThree(on)
    expect(shown.steps?.map(({ request }) => request.url)).toEqual(
      on.ids.map((id) => `shop-admin:/admin/accounts/${on.account}/exports/${id}/requeue`),
    )
    expect(desk.target.seen.filter(({ url }) => url.includes(on.exportId))).toEqual([])
    const run = await confirm(desk, on, shown, ada)
    expect(stepsOf(run)).toEqual(['verifying', 'waiting', 'waiting'])
    expect(callsOf(on)).toEqual([[run.id], [], []])
    await settleRun(desk, { run: run.id })
    expect(stepsOf(await readRun(desk, run.id))).toEqual(['verified', 'verifying', 'waiting'])
    expect(callsOf(on)).toEqual([[run.id], [`${run.id}-2`], []])
    await settleAll(on)
    const done = await readRun(desk, run.id)
    expect(done).toMatchObject({ state: 'verified', isGoingBack: false })
    expect(stepsOf(done)).toEqual(['verified', 'verified', 'verified'])
    expect(callsOf(on)).toEqual([[run.id], [`${run.id}-2`], [`${run.id}-3`]])
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.accepted',
      'action.step_verified',
      'action.step_intended',
      'action.accepted',
      'action.step_verified',
      'action.step_intended',
      'action.accepted',
      'action.verified',
    ])
  })

  it('sends nothing after a step that is not seen to have worked', async () => {
    const on = await openThree()
    desk.target.fail(on.ids[1], 'say yes and do nothing')
    const { id } = await begin(on)
    await settleAll(on)
    expect(stepsOf(await readRun(desk, id))).toEqual(['verified', 'verifying', 'waiting'])
    desk.clock.advance(60_000)
    await settleAll(on)
    const unknown = await readRun(desk, id)
    expect(unknown.state).toBe('unknown')
    expect(stepsOf(unknown)).toEqual(['verified', 'unknown', 'waiting'])
    expect((await previewThree(on)).guards.find((g) => g.id === 'outcome-known')?.isPassed).toBe(
      false,
    )
    // it is so after all: too late for the third, and the others are taken back
    await desk.shop.query(`update shop.export set status = 'queued' where id = $1`, [on.ids[1]])
    await settleAll(on)
    expect(callsOf(on)[2]).toEqual([])
    expect(await statesOf(on)).toEqual(['cancelled', 'cancelled', 'failed'])
    const back = await readRun(desk, id)
    expect(back).toMatchObject({ state: 'failed', error: { reason: 'chain.undone' } })
    expect(stepsOf(back)).toEqual(['undone', 'undone', 'waiting'])
  })

  it('takes back what it did when a step is refused, the last first', async () => {
    const on = await openThree()
    desk.target.fail(on.ids[2], 'refuse')
    const { id } = await begin(on)
    await settleAll(on)
    const run = await readRun(desk, id)
    expect(run).toMatchObject({
      state: 'failed',
      isGoingBack: true,
      error: { reason: 'chain.undone' },
    })
    expect(run.error?.detail).toMatch(/^Step 3 of 3, “Requeue the third”: The target answered 422/)
    expect(stepsOf(run)).toEqual(['undone', 'undone', 'failed'])
    expect(await statesOf(on)).toEqual(['cancelled', 'cancelled', 'failed'])
    const order = desk.target.seen.filter(
      ({ url }) => url.includes(on.exportId) && url.includes('/cancel'),
    )
    expect(order.map(({ url }) => url.split('/').at(-2))).toEqual([on.ids[1], on.ids[0]])
    expect((await eventsOf(desk, on)).slice(-6)).toEqual([
      'action.step_undone',
      'action.intended',
      'action.accepted',
      'action.verified',
      'action.step_undone',
      'action.failed',
    ])
  })

  it('of which the first step is refused has failed, as any other action', async () => {
    const on = await openThree()
    desk.target.fail(on.ids[0], 'refuse')
    const run = await begin(on)
    expect(run).toMatchObject({ state: 'failed', error: { reason: 'target.refused' } })
    expect(stepsOf(run)).toEqual(['failed', 'waiting', 'waiting'])
    expect((await previewThree(on)).isRunnable).toBe(true)
  })

  it('that cannot be taken back whole is unknown and blocked until a person has looked', async () => {
    const on = await openThree()
    desk.target.fail(on.ids[2], 'refuse')
    const { id } = await begin(on)
    // the second cannot be cancelled any more
    desk.target.meanwhile(on.ids[2], async () => {
      await desk.shop.query(`update shop.export set status = 'completed' where id = $1`, [
        on.ids[1],
      ])
    })
    await settleAll(on)
    const stuck = await readRun(desk, id)
    expect(stuck).toMatchObject({ state: 'unknown', error: { reason: 'chain.half-done' } })
    expect(stepsOf(stuck)).toEqual(['verified', 'verified', 'failed'])
    expect(stuck.steps?.[1]?.undoError).toMatchObject({ reason: 'action.guard-refused' })
    const again = await previewThree(on)
    expect(again.guards.find((guard) => guard.id === 'outcome-known')?.isPassed).toBe(false)
    const seen = await verifyActionRun(desk, ada, { runId: id })
    expect(seen).toMatchObject({ state: 'failed', error: { reason: 'chain.half-done' } })
  })

  it('sends no further step when somebody has stopped it', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await stopAction(desk, engineer, { action: 'export.three', reason: 'Wrong plan' })
    await settleAll(on)
    await resumeAction(desk, engineer, { action: 'export.three', reason: 'Right again' })
    expect(callsOf(on).slice(1)).toEqual([[], []])
    const run = await readRun(desk, id)
    expect(run).toMatchObject({ state: 'failed', error: { reason: 'chain.undone' } })
    expect(stepsOf(run)).toEqual(['undone', 'waiting', 'waiting'])
  })

  it('whose definition has changed since sends no further step', async () => {
    await desk.write('actions/changing.yaml', chainFile('changing'))
    const on = await openThree()
    const { id } = await begin(on, 'changing')
    await desk.write('actions/changing.yaml', chainFile('changing', ['version: 1', 'version: 2']))
    await settleAll(on)
    expect(callsOf(on).slice(1)).toEqual([[], []])
    expect((await readRun(desk, id)).error?.detail).toMatch(/^Step 2 of 3.*has been changed/)
  })

  it('does not send a step whose effect is there already', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await desk.shop.query(`update shop.export set status = 'queued' where id = $1`, [on.ids[1]])
    await settleAll(on)
    expect(callsOf(on)[1]).toEqual([])
    expect((await readRun(desk, id)).error?.detail).toMatch(/is the case already/)
  })

  it('sends what an earlier step was answered, and shows where that will stand', async () => {
    const call = 'account_id: scope.account_id, export_id: input.id_2 }'
    const asked = `${call}\n      query: { dry_run: first.answer.changed }`
    await desk.write('actions/answered.yaml', chainFile('answered', [call, asked]))
    const on = await openThree()
    const [, second] = (await previewThree(on, 'answered')).steps ?? []
    expect(second).toMatchObject({ dependsOn: ['first.answer.changed'] })
    expect(second?.request.url).toMatch(/requeue\?dry_run=‹first.answer.changed›$/)
    const { id } = await begin(on, 'answered')
    await settleRun(desk, { run: id })
    expect(desk.target.dryRuns(on.ids[1]).map(({ url }) => url)).toEqual([
      `/admin/accounts/${on.account}/exports/${on.ids[1]}/requeue?dry_run=true`,
    ])
  })

  it('that lacks what an earlier step should have answered goes back', async () => {
    const call = 'account_id: scope.account_id, export_id: input.id_2 }'
    const asked = `${call}\n      query: { dry_run: first.answer.nothing }`
    await desk.write('actions/unanswered.yaml', chainFile('unanswered', [call, asked]))
    const on = await openThree()
    const { id } = await begin(on, 'unanswered')
    await settleAll(on)
    expect(callsOf(on)[1]).toEqual([])
    expect(desk.target.dryRuns(on.ids[1])).toEqual([])
    expect((await readRun(desk, id)).error?.detail).toMatch(/^Step 2 of 3.*has no value/)
    expect(await statesOf(on)).toEqual(['cancelled', 'failed', 'failed'])
  })

  it('asks anew whose record a later step is about, and leaves one that is another account’s by now', async () => {
    const call = `openapi: admin.yaml#requeueExport
      connection: shop-admin
      credential: file:token.txt
      params: { account_id: scope.account_id, export_id: input.id_2 }`
    const byId = `openapi: admin.yaml#requeueById
      connection: shop-admin
      credential: file:token.txt
      params: { export_id: before.exp_2.id }`
    await desk.write('actions/by_id.yaml', chainFile('by_id', [call, byId]))
    const [kept, lost] = [await openThree(), await openThree()]
    const { id } = await begin(kept, 'by_id')
    await settleAll(kept)
    expect((await readRun(desk, id)).state).toBe('verified')
    const run = await begin(lost, 'by_id')
    const moved = ['acc_somebody_else', lost.ids[1]]
    await desk.shop.query('update shop.export set account_id = $1 where id = $2', moved)
    await settleAll(lost)
    expect(callsOf(lost)[1]).toEqual([])
    const { error } = await readRun(desk, run.id)
    expect(error?.detail).toMatch(/^Step 2 of 3.*names no record that this account has now/)
  })

  it('counts once for its cooldown, and holds the account until it is done', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await settleRun(desk, { run: id })
    const during = await previewThree(on)
    expect(during.guards.find((guard) => guard.id === 'lock')?.isPassed).toBe(false)
    await settleAll(on)
    const after = await previewThree(on)
    expect(after.guards.find((guard) => guard.id === 'lock')?.isPassed).toBe(true)
    expect(after.guards.find((guard) => guard.id === 'cooldown')?.isPassed).toBe(false)
  })
})

describe('a chain that was verified', () => {
  it('is taken back step by step, the last first, each verified before the next', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await settleAll(on)
    expect((await readRun(desk, id)).undo).toMatchObject({
      action: 'export.take_back',
      isOpen: true,
    })
    const back = await undoActionRun(desk, ada, { runId: id, reason: 'It was the wrong one' })
    expect(back).toMatchObject({ undoes: id, undoesStep: 3, state: 'verifying' })
    expect(await statesOf(on)).toEqual(['queued', 'queued', 'cancelled'])
    await settleAll(on)
    expect(await statesOf(on)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    const run = await readRun(desk, id)
    expect(stepsOf(run)).toEqual(['undone', 'undone', 'undone'])
    expect(run).toMatchObject({ state: 'verified', undo: null })
    const backs = (await readRunsOfTicket(desk, on.ticketId)).filter(({ undoes }) => undoes === id)
    const byStep = backs.toSorted((a, b) => (a.undoesStep ?? 0) - (b.undoesStep ?? 0))
    expect(byStep.map(({ undoesStep, by }) => [undoesStep, by.id])).toEqual([
      [1, ada.id],
      [2, ada.id],
      [3, ada.id],
    ])
    const events = await eventsOf(desk, on)
    expect(events.filter((name) => name === 'action.step_undone')).toHaveLength(3)
    expect(events.filter((name) => name === 'action.undone')).toHaveLength(1)
  })

  it('stays as far as it was taken back when a step cannot be, and can be taken up again', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await settleAll(on)
    await desk.shop.query(`update shop.export set status = 'running' where id = $1`, [on.ids[1]])
    await undoActionRun(desk, ada, { runId: id, reason: 'It was the wrong one' })
    await settleAll(on)
    expect(await statesOf(on)).toEqual(['queued', 'running', 'cancelled'])
    const run = await readRun(desk, id)
    expect(stepsOf(run)).toEqual(['verified', 'verified', 'undone'])
    expect(run.steps?.[1]?.undoError).toMatchObject({ reason: 'action.guard-refused' })
    await desk.shop.query(`update shop.export set status = 'queued' where id = $1`, [on.ids[1]])
    await undoActionRun(desk, ada, { runId: id, reason: 'Now it can be' })
    await settleAll(on)
    expect(stepsOf(await readRun(desk, id))).toEqual(['undone', 'undone', 'undone'])
  })

  it('restored from a backup half way sends nothing: a person has a look', async () => {
    const on = await openThree()
    const { id } = await begin(on)
    await interruptRuns(desk, engineer)
    await settleAll(on)
    expect(callsOf(on)).toEqual([[id], [], []])
    expect(await statesOf(on)).toEqual(['queued', 'failed', 'failed'])
    expect(await readRun(desk, id)).toMatchObject({
      state: 'unknown',
      error: { reason: 'run.interrupted' },
    })
  })
})
