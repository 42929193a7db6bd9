import { describe, expect, it } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import {
  confirm,
  createActionDesk,
  eventsOf,
  openCase,
  preview,
  run,
} from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { recordStart, runbookRunAt } from '#server/actions/testing/runbook-run.ts'
import { readRun } from './read-run.ts'
import { settleRun } from './settle-run.ts'
import { confirmAction } from './confirm-action.ts'
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
  const undone = await desk.db
    .selectFrom('event')
    .select('data')
    .where('ticket_id', '=', on.ticketId)
    .where('name', '=', 'action.undone')
    .executeTakeFirstOrThrow()
  expect(undone.data).toMatchObject({ run: id })
})

it('of a run that a runbook led to, taking it back belongs to the same runbook', async () => {
  const on = await openCase(desk)
  const runbookRunId = await runbookRunAt(desk, on)
  await recordStart(desk, on, runbookRunId)
  const { token } = await preview(desk, on)
  const order = { ticketId: on.ticketId, token: token!, reason: 'As it says', runbookRunId }
  const { id } = await confirmAction(desk, someAgent, order)
  await settleRun(desk, { run: id })
  expect(await undo(id)).toMatchObject({ undoes: id, runbookRunId })
})

describe('what was before', () => {
  const noteYaml = (undo: string, more = '') => `
apiVersion: firstline/v1
kind: Action
id: note.set
title: Correct a note
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [export_id, status]
  properties: { export_id: { type: string, x-pick: exports.recent.id }, status: { type: string } }
read: { exp: { source: exports.by_id, with: { id: input.export_id } } }
limits: { timeout: 20s }
run:
  connection: shop
  account_column: account_id
  sql: update shop.export set status = :status where id = :id and account_id = :account_id returning account_id
  params: { id: input.export_id, status: input.status }
verify: { source: exports.by_id, cel: "exp.status == input.status", within: 3s }
undo: ${undo}
${more}
`
  const path = 'actions/note.set.yaml'
  const problemsOf = async (undo: string, more = '', source = 'exports.by_id') => {
    await desk.write(path, noteYaml(undo, more).replaceAll('exports.by_id', source))
    const problems = desk.sources.project.problems().filter((p) => p.file === path)
    return problems.map(({ reason }) => reason).join('; ')
  }

  it('is put back, as it was when the run began', async () => {
    const undone = '{ action: note.set, with: { status: before.exp.status }, within: 10m }'
    expect(await problemsOf(undone)).toBe('')
    const on = await openCase(desk, { status: 'the old one' })
    const shown = await previewAction(desk, someAgent, {
      ticketId: on.ticketId,
      action: 'note.set',
      input: { export_id: on.exportId, status: 'the new one' },
    })
    const { id } = await confirm(desk, on, shown)
    await settleRun(desk, { run: id })
    const back = await undo(id)
    expect(back.input).toEqual({ export_id: on.exportId, status: 'the old one' })
    await settleRun(desk, { run: back.id })
    expect((await readRun(desk, back.id)).state).toBe('verified')
    const { rows } = await desk.shop.query('select status from shop.export where id = $1', [
      on.exportId,
    ])
    expect(rows).toEqual([{ status: 'the old one' }])
  })

  it('is no way back where nobody knows it any more', async () => {
    const undone = '{ action: note.set, with: { status: before.exp.gone }, within: 10m }'
    expect(await problemsOf(undone, '', 'exports.loose')).toBe('')
    const on = await openCase(desk)
    const shown = await previewAction(desk, someAgent, {
      ticketId: on.ticketId,
      action: 'note.set',
      input: { export_id: on.exportId, status: 'the new one' },
    })
    const { id } = await confirm(desk, on, shown)
    await settleRun(desk, { run: id })
    await expect(undo(id)).rejects.toMatchObject({ reason: 'action.request-incomplete' })
  })

  it.each([
    ['{ status: before.epx.status }', '“before.epx.status” names nothing'],
    ['{ status: before.exp.sttaus }', '“before.exp.sttaus” names nothing'],
    ['{ status: before.exp }', '“before.exp” is a row, not a value'],
    ['{ stat: before.exp.status }', '“note.set” has no input “stat”'],
    ['{ status: before.exp.requested_by }', '“before.exp.requested_by” is masked'],
    ['{ status: exp.status }', '“exp” is not declared'],
  ])('%s is refused by check', async (mapping, reason) => {
    const undone = `{ action: note.set, with: ${mapping}, within: 10m }`
    expect(await problemsOf(undone)).toContain(reason)
  })

  it('that the action keeps from the record is refused too', async () => {
    const undone = '{ action: note.set, with: { status: before.exp.status }, within: 10m }'
    expect(await problemsOf(undone, 'audit: { redact: [exp.status] }')).toContain('is masked')
  })
})

it('a run can be taken back until the last moment of its window', async () => {
  const on = await openCase(desk)
  const { id } = await verifiedRun(on)
  desk.clock.advance(600_000)
  expect((await readRun(desk, id)).undo).toMatchObject({ isOpen: true })
  expect(await undo(id)).toMatchObject({ state: 'verifying', undoes: id })
})

it('a run that failed has nothing to take back, though it has ended', async () => {
  const on = await openCase(desk)
  desk.target.fail(on.exportId, 'refuse')
  const { id, state } = await run(desk, on)
  expect(state).toBe('failed')
  await expect(undo(id)).rejects.toMatchObject({ reason: 'action-run.not-verified' })
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
