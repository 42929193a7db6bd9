import { ActionPreview, ActionRun, AvailableAction } from '@firstline/contract/actions'
import { describe, expect, it } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import {
  confirm,
  createActionDesk,
  openCase,
  preview,
  run,
} from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { previewAction } from './preview-action.ts'
import { listActionChoices, listActionRuns, listActions } from '#server/actions/queries.ts'
import { readRun } from '#server/actions/run/read-run.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { requeueAs } from '#server/actions/testing/project.ts'

const desk = await createActionDesk(await createTestDesk())

const previewOf = (on: Case, input: Record<string, unknown>, action = 'export.requeue') =>
  previewAction(desk, someAgent, { ticketId: on.ticketId, action, input })
/** Of a source that takes all its columns, so that only its answer tells which there are. */
async function withLooseSource(id: string, change: [string, string]): Promise<void> {
  const loose: [string, string][] = [
    ['source: exports.by_id, with', 'source: exports.loose, with'],
    ['verify: { source: exports.by_id', 'verify: { source: exports.loose'],
  ]
  await desk.write(`actions/${id}.yaml`, requeueAs(id, change, ...loose))
}
const against = (shown: ActionPreview) =>
  shown.guards.filter((guard) => !guard.isPassed).map((guard) => guard.id)

describe('a preview', () => {
  it('says what will happen, on whom, with which request, what was read, and the way back', async () => {
    const on = await openCase(desk)
    const shown = ActionPreview.parse(await preview(desk, on))
    expect(shown).toMatchObject({
      account: { externalId: on.account },
      request: {
        method: 'POST',
        url: `shop-admin:/admin/accounts/${on.account}/exports/${on.exportId}/requeue`,
        headers: { authorization: 'Bearer [file:token.txt]' },
      },
      reads: [
        {
          name: 'exp',
          row: { status: 'failed', requested_by: 'c•••@shop.example', size_mb: '•••' },
        },
      ],
      verify: { source: 'exports.by_id', withinSeconds: 60 },
      undo: { action: 'export.cancel', withinSeconds: 600 },
      needsReason: true,
      isRunnable: true,
      expiresAt: new Date(desk.clock.now().getTime() + 300_000).toISOString(),
    })
    expect(shown.sentences[0]).toContain(on.exportId)
    expect(shown.sentences).toHaveLength(4)
  })

  it('asks the target what it would do, and changes nothing there', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    expect(shown.guards.slice(0, 2)).toMatchObject([
      { id: 'failed', isPassed: true, holds: 'It has failed' },
      { id: 'not-looping', isPassed: true },
    ])
    expect(shown.guards[1]).not.toHaveProperty('holds')
    expect(shown.dryRun).toMatchObject({ isAccepted: true, answer: { body: { would: 'requeue' } } })
    expect(desk.target.dryRuns(on.exportId)).toHaveLength(1)
    expect(desk.target.calls(on.exportId)).toEqual([])
    const { rows } = await desk.shop.query('select status from shop.export where id = $1', [
      on.exportId,
    ])
    expect(rows).toEqual([{ status: 'failed' }])
  })

  it('cannot be confirmed when a guard refuses, and says which and why', async () => {
    const on = await openCase(desk, { status: 'running', attempts: 7 })
    const shown = await preview(desk, on)
    expect(against(shown)).toEqual(['failed', 'not-looping'])
    expect(shown.guards[0]).toMatchObject({
      say: 'Only a failed export can be requeued',
      isPassed: false,
    })
    expect(shown).toMatchObject({ isRunnable: false, token: null, expiresAt: null, dryRun: null })
    expect(desk.target.dryRuns(on.exportId)).toEqual([])
  })

  it('refuses when a field a guard reads is missing or empty', async () => {
    const on = await openCase(desk, { attempts: null })
    expect(against(await preview(desk, on))).toEqual(['not-looping'])
    await withLooseSource('export.odd', ['exp.attempts < 5', 'exp.tries < 5'])
    expect(against(await preview(desk, await openCase(desk), 'export.odd'))).toEqual([
      'not-looping',
    ])
  })

  it('cannot be confirmed when what it would bring about is the case already', async () => {
    const on = await openCase(desk)
    const changes: [string, string] = [
      "exp.status in ['queued','running','completed']",
      'exp.attempts >= 1',
    ]
    await desk.write('actions/vain.yaml', requeueAs('export.vain', changes))
    expect(against(await preview(desk, on, 'export.vain'))).toEqual(['not-yet-so'])
  })

  it('may verify by comparing with what was there before', async () => {
    const on = await openCase(desk)
    const changes: [string, string] = [
      "exp.status in ['queued','running','completed']",
      'exp.attempts > before.exp.attempts',
    ]
    await desk.write('actions/compare.yaml', requeueAs('export.compare', changes))
    const { id } = await run(desk, on, 'export.compare')
    await settleRun(desk, { run: id })
    expect(await readRun(desk, id)).toMatchObject({ state: 'verified' })
  })

  it('of what needs an approval cannot be confirmed', async () => {
    const on = await openCase(desk, { sizeMb: 501 })
    expect(against(await preview(desk, on))).toEqual(['approval'])
    await desk.write(
      'actions/two.yaml',
      requeueAs('export.two', ['tier: safe', 'tier: two_person']),
    )
    expect(against(await preview(desk, await openCase(desk), 'export.two'))).toEqual(['approval'])
    await withLooseSource('export.unsure', ['exp.size_mb > 500', 'exp.weight > 500'])
    expect(against(await preview(desk, await openCase(desk), 'export.unsure'))).toEqual([
      'approval',
    ])
  })
})

it('a target that is not set up, or down, is said before anybody confirms', async () => {
  const change: [string, string] = [
    'credential: file:token.txt',
    'credential: env:NOT_SET_ANYWHERE',
  ]
  await desk.write('actions/unset.yaml', requeueAs('export.unset', change))
  const unset = await preview(desk, await openCase(desk), 'export.unset')
  expect(against(unset)).toEqual(['target-agrees'])
  expect(unset.dryRun).toMatchObject({
    isAccepted: false,
    error: expect.stringContaining('env:NOT_SET_ANYWHERE'),
  })
  for (const url of ['nowhere', 'http://127.0.0.1:1', 'http://169.254.169.254/latest']) {
    const shown = await preview(desk.withTarget(url), await openCase(desk))
    expect(shown).toMatchObject({ token: null, dryRun: { isAccepted: false } })
  }
})

describe('the input', () => {
  it('must have the declared form', async () => {
    const on = await openCase(desk)
    for (const input of [
      {},
      { export_id: 7 },
      { export_id: '../../x' },
      { export_id: on.exportId, account_id: 'acc_other' },
    ]) {
      await expect(previewOf(on, input)).rejects.toMatchObject({
        reason: 'action.input-invalid',
        kind: 'invalid',
      })
    }
  })

  it('must be a value this very account has: another account’s id is refused', async () => {
    const on = await openCase(desk)
    const other = await openCase(desk)
    const attempt = previewOf(on, { export_id: other.exportId })
    await expect(attempt).rejects.toMatchObject({ reason: 'action.value-not-offered' })
    await expect(attempt).rejects.not.toMatchObject({
      message: expect.stringContaining(other.email),
    })
    expect(desk.target.dryRuns(other.exportId)).toEqual([])
  })

  it('is offered from the source, masked', async () => {
    const on = await openCase(desk)
    await openCase(desk)
    const asked = { ticketId: on.ticketId, action: 'export.requeue', field: 'export_id' }
    const { items } = await listActionChoices(desk, someAgent, asked)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      value: on.exportId,
      row: { requested_by: 'c•••@shop.example' },
    })
    const none = listActionChoices(desk, someAgent, { ...asked, field: 'account_id' })
    await expect(none).rejects.toMatchObject({ reason: 'action.no-choices' })
  })
})

it('what a read holds deeper is masked and redacted too, by its path', async () => {
  await desk.write(
    'sources/exports.deep.yaml',
    `apiVersion: firstline/v1
kind: Source
id: exports.deep
title: One export
connection: shop
single: true
params: { id: { type: string } }
sql: |
  select id, account_id, status, attempts, size_mb,
    jsonb_build_object('mail', requested_by, 'floor', 'the third floor') as by, jsonb_build_array(jsonb_build_object('to', requested_by)) as told
  from shop.export where account_id = :account_id and id = :id
account_column: account_id
mask: { by.mail: email, told.to: hidden }
`,
  )
  const changes: [string, string][] = [
    ['source: exports.by_id, with', 'source: exports.deep, with'],
    ['verify: { source: exports.by_id', 'verify: { source: exports.deep'],
    ['redact: [exp.size_mb]', 'redact: [exp.by.floor]'],
  ]
  await desk.write('actions/export.deep.yaml', requeueAs('export.deep', ...changes))
  const on = await openCase(desk)
  desk.target.fail(on.exportId, 'repeat secrets')
  const called = await run(desk, on, 'export.deep')
  expect(called.reads[0]?.row).toMatchObject({
    by: { mail: 'c•••@shop.example', floor: '•••' },
    told: [{ to: '•••' }],
  })
  expect(JSON.stringify(called)).not.toContain(on.email)
  expect(JSON.stringify(called)).not.toContain('third floor')
})

it('a misspelt action is told the nearest, a ticket without account that it has none', async () => {
  const on = await openCase(desk)
  await expect(previewOf(on, {}, 'export.requeu')).rejects.toMatchObject({
    reason: 'action.not-found',
    message: expect.stringContaining('export.requeue'),
  })
  await desk.db
    .updateTable('ticket')
    .set({ account_id: null })
    .where('id', '=', on.ticketId)
    .execute()
  await expect(previewOf(on, {})).rejects.toMatchObject({ reason: 'ticket.no-account' })
})

it('the actions of a ticket are listed with what stands in their way', async () => {
  const on = await openCase(desk)
  const list = async () => {
    const { items } = await listActions(desk, someAgent, { ticketId: on.ticketId })
    return Object.fromEntries(items.map((item) => [item.id, AvailableAction.parse(item)]))
  }
  expect((await list())['export.requeue']).toMatchObject({
    blocked: null,
    picks: [{ field: 'export_id', title: 'Export', source: 'exports.recent', column: 'id' }],
  })
  const called = ActionRun.parse(await confirm(desk, on, await preview(desk, on)))
  expect((await list())['export.cancel']?.blocked).toMatchObject({
    reason: 'action.locked',
    runId: called.id,
  })
  const { items } = await listActionRuns(desk, someAgent, { ticketId: on.ticketId })
  expect(items.map((item) => item.id)).toEqual([called.id])
})
