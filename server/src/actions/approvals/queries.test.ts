import { beforeAll, describe, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { later, minutes, seconds } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createActionDesk, openCase, preview, run } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { requeueAs } from '#server/actions/testing/project.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { approveAction } from './approve-action.ts'
import { closeWaitingApprovals } from './close-waiting.ts'
import { expireApproval } from './expire-approval.ts'
import { getActionApproval, listActionApprovals, listTicketApprovals } from './queries.ts'
import { refuseActionApproval, withdrawActionApproval } from './refuse-action-approval.ts'
import { requestActionApproval, requestUndoApproval } from './request-action-approval.ts'

const desk = await createActionDesk(await createTestDesk())
const ada = await createPerson(desk)
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil Engineer' })

async function ask(on: Case, by: Actor = ada) {
  const shown = await preview(desk, on, 'export.requeue', by)
  const input = { ticketId: on.ticketId, token: shown.token!, reason: 'They need it today' }
  return requestActionApproval(desk, by, input)
}

const big = { sizeMb: 900 }
const ofTicket = async ({ ticketId }: Case, by: Actor = ada) =>
  (await listTicketApprovals(desk, by, { ticketId })).items
const waitingAt = async (at: Date) => {
  const then = { ...desk, clock: { ...desk.clock, now: () => at } }
  return (await listActionApprovals(then, emil, { state: 'waiting' })).items.map(({ id }) => id)
}

describe('a request for approval', () => {
  test('is shown with what it is about, and waits undecided', async () => {
    const on = await openCase(desk, big)
    const { id } = await ask(on)
    const asked = await getActionApproval(desk, emil, { approvalId: id })
    expect(asked).toMatchObject({
      state: 'waiting',
      ticket: { id: on.ticketId },
      account: { id: on.accountId, externalId: on.account },
      action: { id: 'export.requeue', version: 3, tier: 'safe' },
      role: 'engineer',
      decision: null,
      runId: null,
      undoes: null,
      hindrance: null,
      mayWithdraw: false,
    })
    expect(asked.guards.map((guard) => guard.id)).toEqual(['failed', 'not-looping', 'not-yet-so'])
    expect(Date.parse(asked.expiresAt) - Date.parse(asked.requestedAt)).toBe(15 * minutes)
  })

  test('is withdrawn by who asked for it, once', async () => {
    const on = await openCase(desk, big)
    const { id, mayWithdraw } = await ask(on)
    expect(mayWithdraw).toBe(true)
    const withdrawn = await withdrawActionApproval(desk, ada, { approvalId: id })
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      mayWithdraw: false,
      decision: { by: { id: ada.id }, at: desk.clock.now().toISOString(), reason: '' },
      hindrance: { reason: 'action-approval.not-waiting' },
    })
    await expect(withdrawActionApproval(desk, ada, { approvalId: id })).rejects.toMatchObject({
      reason: 'action-approval.not-waiting',
    })
  })

  test('is not refused by who asked for it, nor a second time', async () => {
    const engineer = await createPerson(desk, { role: 'engineer' })
    const { id } = await ask(await openCase(desk, big), engineer)
    const refuse = (by: Actor) =>
      refuseActionApproval(desk, by, { approvalId: id, reason: 'Not on a Friday' })
    await expect(refuse(engineer)).rejects.toMatchObject({ reason: 'action-approval.own' })
    expect(await refuse(emil)).toMatchObject({ state: 'refused' })
    await expect(refuse(emil)).rejects.toMatchObject({ reason: 'action-approval.not-waiting' })
  })

  test('ends when its time is over, not a moment before, and nobody decided that', async () => {
    const { id, expiresAt } = await ask(await openCase(desk, big))
    const at = new Date(expiresAt)
    desk.clock.set(later(at, -1))
    expect(await waitingAt(desk.clock.now())).toContain(id)
    await expireApproval(desk, { approval: id })
    expect((await getActionApproval(desk, emil, { approvalId: id })).state).toBe('waiting')
    desk.clock.set(at)
    expect(await waitingAt(at)).not.toContain(id)
    await expireApproval(desk, { approval: id })
    expect(await getActionApproval(desk, emil, { approvalId: id })).toMatchObject({
      state: 'expired',
      decision: { by: null, at: expiresAt },
    })
  })

  test('that is not there is nowhere', async () => {
    const approvalId = crypto.randomUUID()
    const reason = 'action-approval.not-found'
    for (const doing of [
      () => getActionApproval(desk, emil, { approvalId }),
      () => approveAction(desk, emil, { approvalId }),
      () => withdrawActionApproval(desk, emil, { approvalId }),
      () => expireApproval(desk, { approval: approvalId }),
    ])
      await expect(doing()).rejects.toMatchObject({ reason })
    await expect(ofTicket({ ticketId: approvalId } as Case)).rejects.toMatchObject({
      reason: 'ticket.not-found',
    })
  })
})

describe('requests for approval are listed', () => {
  test('those that wait oldest first, those decided newest first, of a ticket newest first', async () => {
    const [on, other] = [await openCase(desk, big), await openCase(desk, big)]
    const asked: string[] = []
    for (const at of [on, on, other, other]) {
      desk.clock.advance(1 * seconds)
      asked.push((await ask(at)).id)
    }
    const waiting = await waitingAt(desk.clock.now())
    expect(waiting.filter((id) => asked.includes(id))).toEqual(asked)
    expect((await ofTicket(on)).map(({ id }) => id)).toEqual([asked[1], asked[0]])
    for (const approvalId of [asked[1]!, asked[0]!]) {
      desk.clock.advance(1 * seconds)
      await withdrawActionApproval(desk, ada, { approvalId })
    }
    const { items } = await listActionApprovals(desk, emil, { state: 'decided' })
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual([asked[0], asked[1]])
    expect(items.every(({ state }) => state !== 'waiting')).toBe(true)
    const left = await waitingAt(desk.clock.now())
    expect(left.filter((id) => asked.includes(id))).toEqual(asked.slice(2))
  })
})

test('after a restore all that waited are ended, and none that was decided', async () => {
  const [waiting, decided] = [await openCase(desk, big), await openCase(desk, big)]
  const [{ id }, other] = [await ask(waiting), await ask(decided)]
  await withdrawActionApproval(desk, ada, { approvalId: other.id })
  const restorer = system('restore')
  expect(await closeWaitingApprovals(desk, restorer)).toBeGreaterThanOrEqual(1)
  expect(await getActionApproval(desk, emil, { approvalId: id })).toMatchObject({
    state: 'stale',
    decision: { by: { name: restorer.name } },
  })
  expect((await getActionApproval(desk, emil, { approvalId: other.id })).state).toBe('withdrawn')
  expect(await closeWaitingApprovals(desk, restorer)).toBe(0)
})

describe('taking a run back', () => {
  const two: [string, string] = ['tier: safe', 'tier: two_person']
  beforeAll(async () => {
    await desk.write(
      'actions/back.yaml',
      requeueAs(
        'back',
        two,
        ["exp.status == 'failed'", "exp.status == 'queued'"],
        ["exp.status in ['queued','running','completed']", "exp.status == 'cancelled'"],
        ['run:\n  openapi: admin.yaml#requeueExport', 'run:\n  openapi: admin.yaml#cancelExport'],
      ),
    )
    const undo: [string, string] = [
      '{ action: export.cancel, within: 10m }',
      '{ action: back, within: 60m }',
    ]
    await desk.write('actions/there.yaml', requeueAs('there', undo))
  })

  test('waits no longer than an approval may, though its window is longer', async () => {
    const on = await openCase(desk)
    const { id } = await run(desk, on, 'there', ada)
    await settleRun(desk, { run: id })
    const asked = await requestUndoApproval(desk, ada, {
      runId: id,
      reason: 'It was the wrong one',
    })
    expect(asked.undoes).toBe(id)
    expect(Date.parse(asked.expiresAt) - desk.clock.now().getTime()).toBe(15 * minutes)
    // what is true for the request may not be for the approval: its window is over by then
    desk.clock.advance(14 * minutes)
    expect(await approveAction(desk, emil, { approvalId: asked.id })).toMatchObject({
      state: 'approved',
      runId: expect.any(String),
    })
  })
})
