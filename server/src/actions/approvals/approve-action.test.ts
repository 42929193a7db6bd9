import type { ActionApproval } from '@firstline/contract/approvals'
import { beforeAll, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { days, later, minutes } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { appendEvents } from '#server/core/events.ts'
import { readAiActor } from '#server/team/ai-actor.ts'
import { handOverApiKey } from '#server/team/hand-over-api-key.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createTicket } from '#server/accounts/testing/factory.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { approveAction } from './approve-action.ts'
import { listActionApprovals } from './queries.ts'
import { refuseActionApproval, withdrawActionApproval } from './refuse-action-approval.ts'
import { expireApproval } from './expire-approval.ts'
import { requestActionApproval, requestUndoApproval } from './request-action-approval.ts'
import { readApproval } from './read-approval.ts'
import { runAction } from '#server/actions/run/run-action.ts'
import { listActionRuns } from '#server/actions/queries.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { stopAction } from '#server/actions/limits/stop-action.ts'
import {
  createActionDesk,
  eventsOf,
  openCase,
  preview,
  run,
} from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { recordStart, runbookRunAt } from '#server/actions/testing/runbook-run.ts'
import { requeueAs } from '#server/actions/testing/project.ts'
import { undoActionRun } from '#server/actions/run/undo-action-run.ts'

const desk = await createActionDesk(await createTestDesk())
const ada = await createPerson(desk)
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil Engineer' })
const lena = await createPerson(desk, { role: 'lead', name: 'Lena Lead' })

beforeAll(async () => {
  await desk.write('actions/wipe.yaml', requeueAs('wipe', ['tier: safe', 'tier: two_person']))
  await desk.write(
    'actions/for-leads.yaml',
    requeueAs('for-leads', ['role: engineer', 'role: lead']),
  )
  await desk.write(
    'actions/with-hard-undo.yaml',
    requeueAs('with-hard-undo', [
      '{ action: export.cancel, within: 10m }',
      '{ action: hard-undo, within: 5m }',
    ]),
  )
  await desk.write(
    'actions/hard-undo.yaml',
    requeueAs(
      'hard-undo',
      ['tier: safe', 'tier: two_person'],
      ["exp.status == 'failed'", "exp.status == 'queued'"],
      ["exp.status in ['queued','running','completed']", "exp.status == 'cancelled'"],
      ['run:\n  openapi: admin.yaml#requeueExport', 'run:\n  openapi: admin.yaml#cancelExport'],
    ),
  )
})

const big = { sizeMb: 900 }

async function ask(on: Case, action = 'export.requeue', by: Actor = ada): Promise<ActionApproval> {
  const shown = await preview(desk, on, action, by)
  const input = { ticketId: on.ticketId, token: shown.token!, reason: 'They need it today' }
  return requestActionApproval(desk, by, input)
}

function approve(approvalId: string, by: Actor = emil): Promise<ActionApproval> {
  return approveAction(desk, by, { approvalId })
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

test('who owned a key before it was handed over may still know it, and is not its second person', async () => {
  const [first, next] = [
    await createPerson(desk, { role: 'engineer', name: 'First owner' }),
    await createPerson(desk, { role: 'engineer', name: 'Next owner' }),
  ]
  const key = await keyOf(lena.id)
  const hand = (personId: string) =>
    handOverApiKey(desk, system('test'), { keyId: key.id!, personId })
  await hand(first.id)
  await hand(next.id)
  const asked = await ask(await openCase(desk, big), undefined, key)
  for (const person of [lena, first, next]) {
    expect(await refusalOf(approve(asked.id, person))).toBe('action-approval.own')
  }
  expect(await approve(asked.id, emil)).toMatchObject({ state: 'approved' })
})

/** Asked for at a ticket that goes on at another one, or both at once: never a request nobody can approve. */
test.each([['before'], ['at once']] as const)(
  'no approval is asked for on a ticket that is merged away %s',
  async (when) => {
    const on = await openCase(desk, big)
    const into = await createTicket(desk, on.account)
    const shown = await preview(desk, on, 'export.requeue', ada)
    const input = { ticketId: on.ticketId, token: shown.token!, reason: 'They need it today' }
    const asking = () => refusalOf(requestActionApproval(desk, ada, input))
    const merging = () => refusalOf(mergeTicket(desk, emil, { ticketId: on.ticketId, into }))
    const done =
      when === 'before'
        ? [await merging(), await asking()]
        : await Promise.all([merging(), asking()])
    expect([
      ['nothing refused it', 'ticket.merged'],
      ['merge.approval-open', 'nothing refused it'],
    ]).toContainEqual(done)
    const waiting = await listActionApprovals(desk, lena, { state: 'waiting' })
    const open = waiting.items.filter(({ ticket }) => ticket.id === on.ticketId)
    expect(open).toHaveLength(done[1] === 'nothing refused it' ? 1 : 0)
  },
)

test('a big export waits: nothing is called until somebody else has approved it', async () => {
  const on = await openCase(desk, big)
  const shown = await preview(desk, on, undefined, ada)
  expect(shown).toMatchObject({
    isRunnable: true,
    approval: { role: 'engineer', ttlSeconds: 15 * 60 },
  })
  const confirmed = run(desk, on, undefined, ada)
  expect(await refusalOf(confirmed)).toBe('action.needs-approval')

  const asked = await ask(on)
  expect(asked).toMatchObject({
    state: 'waiting',
    by: { id: ada.id },
    hindrance: { reason: 'action-approval.own' },
  })
  expect(desk.target.calls(on.exportId)).toEqual([])

  const approved = await approve(asked.id)
  expect(approved).toMatchObject({ state: 'approved', decision: { by: { id: emil.id } } })
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
  const made = await desk.db
    .selectFrom('action_run')
    .select(['actor_id', 'approval_id'])
    .where('id', '=', approved.runId!)
    .executeTakeFirstOrThrow()
  expect(made).toEqual({ actor_id: `person:${ada.id}`, approval_id: asked.id })
  expect(await eventsOf(desk, on)).toEqual([
    'action.approval_requested',
    'action.intended',
    'action.approval_approved',
    'action.accepted',
  ])
})

test('what is masked or redacted is nowhere in a request for approval', async () => {
  const on = await openCase(desk, big)
  await ask(on)
  const { items } = await listActionApprovals(desk, emil, {})
  const text = JSON.stringify([
    items,
    await desk.db.selectFrom('action_approval').selectAll().execute(),
    await desk.db.selectFrom('event').select('data').execute(),
  ])
  expect(text).not.toContain(on.email)
  expect(text).not.toContain('"size_mb":900')
})

test.each<[string, () => Promise<Actor>, string]>([
  ['who asked', async () => ada, 'permission.missing'],
  ['who asked, an engineer by now', async () => promoted(ada), 'action-approval.own'],
  ['an agent', () => createPerson(desk), 'permission.missing'],
  ['an API key', async () => keyOf(null), 'action-approval.role-missing'],
])('%s may not approve', async (_who, actor, reason) => {
  const on = await openCase(desk, big)
  const asked = await ask(on)
  expect(await refusalOf(approve(asked.id, await actor()))).toBe(reason)
  expect(desk.target.calls(on.exportId)).toEqual([])
})

function promoted(person: typeof ada): Actor {
  return { ...person, role: 'engineer' }
}

async function keyOf(owner: string | null, madeBy: string | null = null): Promise<Actor> {
  const permissions = ['action:run', 'action:approve', 'action:read'] as const
  const { id } = await desk.db
    .insertInto('api_key')
    .values({
      name: 'A script',
      hash: Buffer.from(crypto.randomUUID()),
      permissions: [...permissions],
      created_by: owner,
      created_by_key: madeBy,
      expires_at: later(desk.clock.now(), days),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { kind: 'integration', id, name: 'A script', permissions }
}

test('nobody approves what a key of their own asked for; another person does', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on, undefined, await keyOf(emil.id))
  expect(await refusalOf(approve(asked.id, emil))).toBe('action-approval.own')
  expect(await approve(asked.id, lena)).toMatchObject({ state: 'approved' })
})

test('a key is whoever made it, however many keys lie between; of an unknown maker it is nobody', async () => {
  const first = await keyOf(emil.id)
  const second = await keyOf(null, first.id)
  const { id } = await desk.db
    .insertInto('ai_agent')
    .values({
      name: 'Robo',
      hash: Buffer.from(crypto.randomUUID()),
      waits_for_person: false,
      calls_per_minute: 60,
      actions_per_hour: 60,
      created_at: desk.clock.now(),
      expires_at: later(desk.clock.now(), days),
      created_by_key: second.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const robo = (await readAiActor(desk.db, id, desk.clock.now()))!
  for (const asker of [second, robo]) {
    const asked = await ask(await openCase(desk, big), undefined, asker)
    expect(await refusalOf(approve(asked.id, emil))).toBe('action-approval.own')
    expect(await approve(asked.id, lena)).toMatchObject({ state: 'approved' })
  }
  const nobodys = await keyOf(null)
  const on = await openCase(desk, big)
  const asked = await ask(on, undefined, await keyOf(null, nobodys.id))
  for (const person of [emil, lena]) {
    expect(await refusalOf(approve(asked.id, person))).toBe('action-approval.asker-unknown')
  }
  expect(desk.target.calls(on.exportId)).toEqual([])
})

test('who owns a key counts as well as who made it', async () => {
  const key = await keyOf(emil.id)
  const owned = desk.db.updateTable('api_key').set({ owner_id: lena.id })
  await owned.where('id', '=', key.id!).execute()
  const asked = await ask(await openCase(desk, big), undefined, key)
  for (const person of [emil, lena]) {
    expect(await refusalOf(approve(asked.id, person))).toBe('action-approval.own')
  }
})

test('who let somebody in is not their second person for 30 days, nor they theirs, nor who they let in', async () => {
  const [host, guest, third] = [
    await createPerson(desk, { role: 'lead' }),
    await createPerson(desk, { role: 'engineer' }),
    await createPerson(desk, { role: 'engineer' }),
  ]
  await letIn(host, guest)
  await letIn(guest, third)
  for (const [asker, approver] of [
    [guest, host],
    [host, guest],
    [host, third],
    [third, host],
    [await keyOf(guest.id), host],
    [await keyOf(host.id), third],
  ] as const) {
    const asked = await ask(await openCase(desk, big), undefined, asker)
    expect(await refusalOf(approve(asked.id, approver))).toBe('action-approval.way-in')
    expect((await readApproval(desk, approver, asked.id)).hindrance?.reason).toBe(
      'action-approval.way-in',
    )
    expect(await approve(asked.id, emil)).toMatchObject({ state: 'approved' })
  }
  desk.clock.advance(30 * days)
  const asked = await ask(await openCase(desk, big), undefined, guest)
  expect(await approve(asked.id, host)).toMatchObject({ state: 'approved' })
})

async function letIn(host: Actor, guest: Actor): Promise<void> {
  const event = {
    name: 'person.invited',
    data: { person: guest.id!, role: 'agent', line: null },
  } as const
  await desk.db.transaction().execute((tx) => appendEvents(tx, host, desk.clock.now(), [event]))
}

test('the role is the least that may: an engineer does not approve what needs a lead', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on, 'for-leads')
  expect(await refusalOf(approve(asked.id, emil))).toBe('action-approval.role-missing')
  expect(await approve(asked.id, lena)).toMatchObject({ state: 'approved' })
})

test('two_person always needs one, whatever the condition says', async () => {
  const on = await openCase(desk, { sizeMb: 1 })
  expect(await refusalOf(run(desk, on, 'wipe', ada))).toBe('action.needs-approval')
  expect(await approve((await ask(on, 'wipe')).id)).toMatchObject({ state: 'approved' })
})

test('what needs no approval cannot be made to wait for one', async () => {
  expect(await refusalOf(ask(await openCase(desk)))).toBe('action.approval-not-needed')
})

test('of two who approve at once one wins, and the target is called once', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on)
  const answers = await Promise.all([
    refusalOf(approve(asked.id, emil)),
    refusalOf(approve(asked.id, lena)),
  ])
  expect(answers.toSorted()).toEqual(['action-approval.not-waiting', 'nothing refused it'])
  expect(desk.target.calls(on.exportId)).toHaveLength(1)
})

test('what changed since cannot be approved: the request ends as stale', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on)
  await desk.shop.query('update shop.export set attempts = 3 where id = $1', [on.exportId])
  expect(await refusalOf(approve(asked.id))).toBe('action-approval.stale')
  expect(await refusalOf(approve(asked.id, lena))).toBe('action-approval.not-waiting')
  expect(desk.target.calls(on.exportId)).toEqual([])
  expect(await eventsOf(desk, on)).toContain('action.approval_stale')
})

test('its time is over after the TTL, whether or not the job has ended it', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on)
  await expireApproval(desk, { approval: asked.id }) // early: does nothing
  desk.clock.advance(15 * minutes)
  expect(await refusalOf(approve(asked.id))).toBe('action-approval.expired')
  await expireApproval(desk, { approval: asked.id })
  await expireApproval(desk, { approval: asked.id })
  expect(await eventsOf(desk, on)).toEqual(['action.approval_requested', 'action.approval_expired'])
})

test('who lost the role a moment ago does not approve, nor does who asked run any more', async () => {
  const on = await openCase(desk, big)
  const [asker, approver] = [
    await createPerson(desk),
    await createPerson(desk, { role: 'engineer' }),
  ]
  const asked = await ask(on, undefined, asker)
  await desk.db.updateTable('person').set({ role: 'agent' }).where('id', '=', approver.id).execute()
  expect(await refusalOf(approve(asked.id, approver))).toBe('action-approval.role-missing')
  await desk.db.updateTable('person').set({ role: 'auditor' }).where('id', '=', asker.id).execute()
  expect(await refusalOf(approve(asked.id))).toBe('permission.missing')
  const disabled = { disabled_at: desk.clock.now() }
  await desk.db.updateTable('person').set(disabled).where('id', '=', asker.id).execute()
  expect(await refusalOf(approve(asked.id))).toBe('action-approval.requester-gone')
  expect(desk.target.calls(on.exportId)).toEqual([])
})

test('an approval cannot be used for anything but what was asked for, in whatever it differs', async () => {
  const [on, other] = [await openCase(desk, big), await openCase(desk, big)]
  const [row, theirs] = [await asked(on), await asked(other)]
  const given = { id: row.id, by: emil, reason: '' }
  const approval = { ...given, definition: row.definition, reads: row.reads_hash }
  const order = {
    ticketId: on.ticketId,
    accountId: on.accountId,
    action: 'export.requeue',
    input: { export_id: on.exportId },
    reason: row.reason,
    approval,
  }
  // the definition and what is read were judged before: those that do not fit are stale
  const altered = [
    {
      ticketId: other.ticketId,
      accountId: other.accountId,
      input: { export_id: other.exportId },
      approval: { ...approval, reads: theirs.reads_hash },
    },
    { reason: 'Another reason' },
    { undoes: (await run(desk, await openCase(desk), undefined, ada)).id },
    { runbookRunId: await startedAt(on) },
  ]
  for (const more of altered) {
    const refusal = await refusalOf(runAction(desk, ada, { ...order, ...more }))
    expect(refusal, JSON.stringify(more)).toBe('action-approval.altered')
  }
  expect(desk.target.calls(on.exportId)).toEqual([])
  expect(desk.target.calls(other.exportId)).toEqual([])
})

async function asked(on: Case) {
  const { id } = await ask(on)
  return desk.db
    .selectFrom('action_approval')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function startedAt(on: Case): Promise<string> {
  const id = await runbookRunAt(desk, on, `book-${on.ticketId}`)
  await recordStart(desk, on, id)
  return id
}

test('a stopped action is not run by an approval; the request goes on waiting', async () => {
  const on = await openCase(desk, big)
  const asked = await ask(on, 'wipe')
  await stopAction(desk, emil, { action: 'wipe', reason: 'It wipes too much' })
  expect(await refusalOf(approve(asked.id, lena))).toBe('action.stopped')
  const { items } = await listActionApprovals(desk, emil, { state: 'waiting' })
  expect(items.map((item) => item.id)).toContain(asked.id)
  expect(desk.target.calls(on.exportId)).toEqual([])
})

test('one refuses with a reason, another withdraws, and neither can be approved any more', async () => {
  const on = await openCase(desk, big)
  const [refused, withdrawn] = [await ask(on), await ask(on)]
  const reason = 'Not on a Friday'
  const answer = await refuseActionApproval(desk, emil, { approvalId: refused.id, reason })
  expect(answer).toMatchObject({ state: 'refused', decision: { reason } })
  const foreign = withdrawActionApproval(desk, lena, { approvalId: withdrawn.id })
  expect(await refusalOf(foreign)).toBe('action-approval.foreign')
  await withdrawActionApproval(desk, ada, { approvalId: withdrawn.id })
  expect(await refusalOf(approve(refused.id))).toBe('action-approval.not-waiting')
  expect(await refusalOf(approve(withdrawn.id))).toBe('action-approval.not-waiting')
})

test('one preview asks once', async () => {
  const on = await openCase(desk, big)
  const shown = await preview(desk, on, undefined, ada)
  const input = { ticketId: on.ticketId, token: shown.token!, reason: 'They need it today' }
  await requestActionApproval(desk, ada, input)
  expect(await refusalOf(requestActionApproval(desk, ada, input))).toBe('action.preview-stale')
})

test('what a runbook wanted done is its outcome also when somebody had to approve it', async () => {
  const on = await openCase(desk, big)
  const runbookRunId = await runbookRunAt(desk, on)
  await recordStart(desk, on, runbookRunId)
  const { token } = await preview(desk, on, undefined, ada)
  const wish = { ticketId: on.ticketId, token: token!, reason: 'As it says', runbookRunId }
  const asked = await requestActionApproval(desk, ada, wish)
  expect(asked).toMatchObject({ runbookRunId })
  await approve(asked.id)
  const { items } = await listActionRuns(desk, ada, { ticketId: on.ticketId })
  expect(items).toMatchObject([{ runbookRunId, state: 'verifying' }])
})

test('taking back waits for approval too, no longer than its window', async () => {
  const on = await openCase(desk)
  const done = await run(desk, on, 'with-hard-undo', ada)
  await settleRun(desk, { run: done.id })
  const undo = { runId: done.id, reason: 'It was the wrong one' }
  expect(await refusalOf(undoActionRun(desk, ada, undo))).toBe('action.needs-approval')
  const asked = await requestUndoApproval(desk, ada, undo)
  expect(Date.parse(asked.expiresAt) - desk.clock.now().getTime()).toBe(5 * minutes)
  const approved = await approve(asked.id)
  await settleRun(desk, { run: approved.runId! })
  expect(await eventsOf(desk, on)).toContain('action.undone')
})
