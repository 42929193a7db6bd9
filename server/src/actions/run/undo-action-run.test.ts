import { expect, it } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { createActionDesk, eventsOf, openCase, run } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { readRun } from './read-run.ts'
import { settleRun } from './settle-run.ts'
import { undoActionRun } from './undo-action-run.ts'

const desk = await createActionDesk(await createTestDesk())

const undo = (runId: string, actor: Actor = someAgent) =>
  undoActionRun(desk, actor, { runId, reason: 'It was the wrong one' })

async function verifiedRun(on: Case) {
  const { id } = await run(desk, on)
  await settleRun(desk, { run: id })
  return readRun(desk, id)
}

it('a verified run is taken back by its own action, with a run, a call and a verification of its own', async () => {
  const on = await openCase(desk)
  const { id, undo: way } = await verifiedRun(on)
  expect(way).toMatchObject({ action: 'export.cancel', isOpen: true, runId: null })
  const back = await undo(id)
  expect(back).toMatchObject({
    state: 'verifying',
    undoes: id,
    action: { id: 'export.cancel' },
    input: { export_id: on.exportId },
  })
  await settleRun(desk, { run: back.id })
  expect((await readRun(desk, id)).undo).toMatchObject({ isOpen: false, runId: back.id })
  expect(desk.target.calls(on.exportId).map((call) => call.key)).toEqual([id, back.id])
  expect((await eventsOf(desk, on)).slice(3)).toEqual([
    'action.intended',
    'action.accepted',
    'action.verified',
    'action.undone',
  ])
})

it('the window of undoing closes', async () => {
  const on = await openCase(desk)
  const { id } = await verifiedRun(on)
  desk.clock.advance(600_001)
  expect((await readRun(desk, id)).undo).toMatchObject({ isOpen: false })
  await expect(undo(id)).rejects.toMatchObject({ reason: 'action-run.undo-closed' })
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
})

it('undoing has guards of its own and reads anew', async () => {
  const on = await openCase(desk)
  const { id } = await verifiedRun(on)
  await desk.shop.query("update shop.export set status = 'completed' where id = $1", [on.exportId])
  await expect(undo(id)).rejects.toMatchObject({
    reason: 'action.guard-refused',
    message: 'Only a waiting export can be cancelled. Nothing was done.',
  })
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
})

it('a run is taken back once, though two press at once', async () => {
  const on = await openCase(desk)
  const { id } = await verifiedRun(on)
  const results = await Promise.allSettled([undo(id), undo(id)])
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  const back = results.find((result) => result.status === 'fulfilled')!.value
  await settleRun(desk, { run: back.id })
  await expect(undo(id)).rejects.toMatchObject({ kind: 'conflict' })
  expect(desk.target.calls(on.exportId)).toHaveLength(2)
})

it('only a verified run with a way back is taken back, by who may run actions, with a reason', async () => {
  const on = await openCase(desk)
  const { id } = await run(desk, on)
  await expect(undo(id)).rejects.toMatchObject({ reason: 'action-run.not-verified' })
  await settleRun(desk, { run: id })
  await expect(undo(id, { ...someAgent, role: 'auditor' } as Actor)).rejects.toMatchObject({
    reason: 'permission.missing',
  })
  await expect(undoActionRun(desk, someAgent, { runId: id })).rejects.toMatchObject({
    reason: 'action.reason-missing',
  })
  const back = await undo(id)
  await settleRun(desk, { run: back.id })
  await expect(undo(back.id)).rejects.toMatchObject({ reason: 'action-run.no-undo' })
  const nothing = '00000000-0000-7000-8000-000000000000'
  await expect(undo(nothing)).rejects.toMatchObject({ reason: 'action-run.not-found' })
})

it('a run is not taken back on the account its ticket was given to since', async () => {
  const on = await openCase(desk)
  const other = await openCase(desk, { status: 'queued' })
  const { id } = await verifiedRun(on)
  await desk.db
    .updateTable('ticket')
    .set({ account_id: other.accountId })
    .where('id', '=', on.ticketId)
    .execute()
  await desk.shop.query('update shop.export set account_id = $2 where id = $1', [
    on.exportId,
    other.account,
  ])
  await expect(undo(id)).rejects.toMatchObject({ reason: 'ticket.account-changed' })
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
})
