import { describe, expect, it } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import type { Refusal } from '#server/core/errors.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { confirmAction } from './confirm-action.ts'
import {
  confirm,
  createActionDesk,
  credentialCanary,
  eventsOf,
  openCase,
  preview,
  run,
} from '#server/actions/testing/factory.ts'
import { recordStart, runbookRunAt } from '#server/actions/testing/runbook-run.ts'
import type { ActionTestDesk, Case } from '#server/actions/testing/factory.ts'
import { getActionRun, listActionRuns } from '#server/actions/queries.ts'
import { runAction } from './run-action.ts'
import { settleRun } from './settle-run.ts'
import { createTicket } from '#server/accounts/testing/factory.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { requeueAs } from '#server/actions/testing/project.ts'

const desk = await createActionDesk(await createTestDesk())

const otherAgent = { ...someAgent, id: '00000000-0000-7000-8000-00000000000b', name: 'Bo' } as Actor
const auditor = { ...someAgent, role: 'auditor' } as Actor

const statusOf = async ({ exportId }: Case) => {
  const { rows } = await desk.shop.query('select status from shop.export where id = $1', [exportId])
  return rows[0].status as string
}
const change = (on: Case, sets: string) =>
  desk.shop.query(`update shop.export set ${sets} where id = $1`, [on.exportId])
const runsOf = ({ ticketId }: Case) =>
  desk.db.selectFrom('action_run').selectAll().where('ticket_id', '=', ticketId).execute()

/** As the runbooks above leave it. */
describe('the runs of a ticket', () => {
  it('are its own, newest first', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'refuse')
    const first = await run(desk, on)
    await run(desk, await openCase(desk))
    desk.clock.advance(1)
    const second = await run(desk, on)
    const { items } = await listActionRuns(desk, someAgent, { ticketId: on.ticketId })
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id])
  })
})

describe('a confirmed action', () => {
  it('is refused on a ticket that was merged since its preview', async () => {
    const on = await openCase(desk)
    const asked = await preview(desk, on)
    const into = await createTicket(desk, on.account)
    await mergeTicket(desk, someAgent, { ticketId: on.ticketId, into })
    await expect(confirm(desk, on, asked)).rejects.toMatchObject({ reason: 'ticket.merged' })
    expect(await runsOf(on)).toEqual([])
  })

  it('and the merge of its ticket at once: one of the two is done', async () => {
    for (let round = 0; round < 8; round++) {
      const on = await openCase(desk)
      const into = await createTicket(desk, on.account)
      const asked = await preview(desk, on)
      const merging = () => mergeTicket(desk, someAgent, { ticketId: on.ticketId, into })
      const both = [confirm(desk, on, asked), merging()]
      const settled = await Promise.allSettled(round % 2 === 0 ? both : both.toReversed())
      const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(refused).toHaveLength(1)
      const runs = await runsOf(on)
      expect([runs.length, refused[0].reason]).toEqual(
        runs.length === 0 ? [0, 'ticket.merged'] : [1, 'merge.action-running'],
      )
    }
  })

  it('is on record, called with its own key, and verified by reading the system again', async () => {
    const on = await openCase(desk)
    const called = await run(desk, on)
    expect(called).toMatchObject({
      state: 'verifying',
      attempts: 1,
      answer: { status: 200 },
      by: { name: 'Ada Agent' },
    })
    expect(desk.target.calls(on.exportId)).toEqual([
      {
        method: 'POST',
        url: `/admin/accounts/${on.account}/exports/${on.exportId}/requeue`,
        key: called.id,
        authorization: `Bearer ${credentialCanary}`,
      },
    ])
    // it was answered as it was recorded, without being read
    expect(await getActionRun(desk, someAgent, { runId: called.id })).toEqual(called)
    await settleRun(desk, { run: called.id })
    const [settled] = await runsOf(on)
    expect(settled).toMatchObject({ state: 'verified', reading_is_true: true })
    expect(await statusOf(on)).toBe('queued')
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.accepted',
      'action.verified',
    ])
  })

  it('is decided on reads of its own, never on one that was under way before', async () => {
    class Busy extends Map<string, never> {
      override get = (): never => {
        throw new Error('joined a read of somebody else')
      }
    }
    const on = await openCase(desk)
    const busy = { ...desk, sources: { ...desk.sources, underWay: new Busy() } }
    expect(await run(busy, on)).toMatchObject({ state: 'verifying' })
  })

  it('is called as often as needed after errors, always with the same key', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'error after doing it', 'error')
    const called = await run(desk, on)
    expect(called).toMatchObject({ state: 'verifying', attempts: 3 })
    const keys = desk.target.calls(on.exportId).map((call) => call.key)
    expect(keys).toEqual([called.id, called.id, called.id])
    const { rows } = await desk.shop.query('select attempts from shop.export where id = $1', [
      on.exportId,
    ])
    expect(rows[0].attempts).toBe(2)
  })

  it('is failed, with what the target said, when the target refuses', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'refuse')
    expect(await run(desk, on)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: {
        reason: 'target.refused',
        detail: 'The target answered 422: We do not do this',
        said: { words: 'The target answered {0}: {1}', values: [422, 'We do not do this'] },
      },
    })
    expect(await eventsOf(desk, on)).toEqual(['action.intended', 'action.failed'])
  })

  it('is unknown when the target does not answer in time, however often', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'hang', 'hang', 'hang after doing it')
    const called = await run(desk, on)
    expect(called).toMatchObject({
      state: 'unknown',
      attempts: 3,
      error: { reason: 'target.timeout' },
    })
    await settleRun(desk, { run: called.id })
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.unknown',
      'action.verified',
    ])
  })

  it('is unknown, not failed, when a second attempt is refused after a first that may have worked', async () => {
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'hang', 'refuse')
    expect(await run(desk, on)).toMatchObject({
      state: 'unknown',
      error: { reason: 'target.refused' },
    })
  })

  it('is unknown when the connection breaks off, and when the answer is a redirect', async () => {
    const broken = await openCase(desk)
    desk.target.fail(broken.exportId, ...Array(3).fill('break off after doing it'))
    expect(await run(desk, broken)).toMatchObject({
      state: 'unknown',
      error: { reason: 'target.broken-off' },
    })
    const redirected = await openCase(desk)
    desk.target.fail(redirected.exportId, 'redirect')
    expect(await run(desk, redirected)).toMatchObject({
      state: 'unknown',
      error: { reason: 'target.redirected' },
    })
  })

  it('is not called when it cannot be recorded', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    await desk.shop.query('alter table event rename to event_away')
    try {
      await expect(confirm(desk, on, shown)).rejects.toThrow('event')
    } finally {
      await desk.shop.query('alter table event_away rename to event')
    }
    expect(desk.target.calls(on.exportId)).toEqual([])
    expect(await runsOf(on)).toEqual([])
  })
})

describe('nothing is done and nothing is called', () => {
  /** Why it was refused, and what the target and the record saw of it. */
  const refusalOf = async (on: Case, attempt: Promise<unknown>) => {
    const refusal = await attempt.then(
      () => ({ reason: 'it was done' }),
      (error: unknown) => error as Refusal,
    )
    const calls = desk.target.calls(on.exportId).length + (await runsOf(on)).length
    return { reason: refusal.reason, calls }
  }
  const nothingDone = (reason: string) => ({ reason, calls: 0 })

  it('without the permission', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    const order = {
      ...on,
      action: 'export.requeue',
      input: { export_id: on.exportId },
      reason: 'Because',
    }
    expect(await refusalOf(on, runAction(desk, auditor, order))).toEqual(
      nothingDone('permission.missing'),
    )
    expect(await refusalOf(on, confirm(desk, on, shown, auditor))).toEqual(
      nothingDone('permission.missing'),
    )
    expect(await refusalOf(on, preview(desk, on, 'export.requeue', auditor))).toEqual(
      nothingDone('permission.missing'),
    )
  })

  it('without a reason where one is required', async () => {
    const on = await openCase(desk)
    const { token } = await preview(desk, on)
    const attempt = confirmAction(desk, someAgent, { ticketId: on.ticketId, token: token! })
    expect(await refusalOf(on, attempt)).toEqual(nothingDone('action.reason-missing'))
  })

  it('when a guard no longer holds', async () => {
    const on = await openCase(desk)
    // ages are no change, so that only the guard can refuse
    await desk.write(
      'actions/by-age.yaml',
      requeueAs('export.by-age', ['exp.attempts < 5', 'exp.age_s < 0.0']),
    )
    const shown = await preview(desk, on, 'export.by-age')
    expect(shown).toMatchObject({ isRunnable: false, token: null })
    expect(desk.target.dryRuns(on.exportId)).toEqual([])
  })

  it('when the data has changed since the preview', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    await change(on, 'attempts = 2')
    expect(await refusalOf(on, confirm(desk, on, shown))).toEqual(
      nothingDone('action.preview-stale'),
    )
  })

  it('when the account no longer has the picked value', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    await change(on, "account_id = 'acc_elsewhere'")
    expect(await refusalOf(on, confirm(desk, on, shown))).toEqual(
      nothingDone('action.value-not-offered'),
    )
  })

  it('when the definition has changed since the preview', async () => {
    const on = await openCase(desk)
    await desk.write('actions/changing.yaml', requeueAs('export.changing'))
    const shown = await preview(desk, on, 'export.changing')
    await desk.write(
      'actions/changing.yaml',
      requeueAs('export.changing', ['version: 3', 'version: 4']),
    )
    expect(await refusalOf(on, confirm(desk, on, shown))).toEqual(
      nothingDone('action.preview-stale'),
    )
  })

  it('when a source the preview read has changed', async () => {
    const on = await openCase(desk)
    await desk.write(
      'sources/own.yaml',
      desk.sources.project
        .files('Source')
        .find((f) => f.id === 'exports.by_id')!
        .text.replace('id: exports.by_id', 'id: exports.own'),
    )
    const own = requeueAs(
      'export.own',
      ['source: exports.by_id, with', 'source: exports.own, with'],
      ['verify: { source: exports.by_id', 'verify: { source: exports.own'],
    )
    await desk.write('actions/own.yaml', own)
    const shown = await preview(desk, on, 'export.own')
    const text = desk.sources.project.files('Source').find((f) => f.id === 'exports.own')!.text
    await desk.write('sources/own.yaml', `${text}\n# changed\n`)
    expect(await refusalOf(on, confirm(desk, on, shown))).toEqual(
      nothingDone('action.preview-stale'),
    )
  })

  it('when the preview is five minutes old', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    const later = { ...desk, clock: { now: () => new Date(desk.clock.now().getTime() + 300_000) } }
    expect(await refusalOf(on, confirm(later as ActionTestDesk, on, shown))).toEqual(
      nothingDone('action.preview-stale'),
    )
  })

  it('on another ticket, by another person, or with a token that was touched', async () => {
    const on = await openCase(desk)
    const other = await openCase(desk)
    const shown = await preview(desk, on)
    expect(await refusalOf(on, confirm(desk, other, shown))).toEqual(
      nothingDone('action.preview-invalid'),
    )
    expect(await refusalOf(on, confirm(desk, on, shown, otherAgent))).toEqual(
      nothingDone('action.preview-foreign'),
    )
    const [payload, mac] = shown.token!.split('.')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    const forged = Buffer.from(
      JSON.stringify({ ...claims, input: { export_id: other.exportId } }),
    ).toString('base64url')
    for (const token of [
      `${forged}.${mac}`,
      `${payload}.${mac}x`,
      `${payload}`,
      `${payload}.${mac}.${mac}`,
    ]) {
      expect(await refusalOf(on, confirm(desk, on, { ...shown, token }))).toEqual(
        nothingDone('action.preview-invalid'),
      )
    }
    const signedElsewhere = { ...desk, secret: 'another secret, just as long as the first' }
    expect(await refusalOf(on, confirm(signedElsewhere, on, shown))).toEqual(
      nothingDone('action.preview-invalid'),
    )
  })

  it('as the outcome of a runbook that was followed on another ticket', async () => {
    const on = await openCase(desk)
    const runbookRunId = await runbookRunAt(desk, await openCase(desk))
    const { token } = await preview(desk, on)
    const order = { ticketId: on.ticketId, token: token!, reason: 'As it says', runbookRunId }
    expect(await refusalOf(on, confirmAction(desk, someAgent, order))).toEqual(
      nothingDone('run.not-found'),
    )
  })

  it('and one of this ticket is what it is the outcome of', async () => {
    const on = await openCase(desk)
    const runbookRunId = await runbookRunAt(desk, on, 'export-late')
    await recordStart(desk, on, runbookRunId)
    const { token } = await preview(desk, on)
    const order = { ticketId: on.ticketId, token: token!, reason: 'As it says', runbookRunId }
    const { id } = await confirmAction(desk, someAgent, order)
    expect(await runsOf(on)).toMatchObject([{ id, runbook_run_id: runbookRunId }])
  })

  it('when the ticket was given to another account', async () => {
    const on = await openCase(desk)
    const other = await openCase(desk)
    const shown = await preview(desk, on)
    await desk.db
      .updateTable('ticket')
      .set({ account_id: other.accountId })
      .where('id', '=', on.ticketId)
      .execute()
    expect(await refusalOf(on, confirm(desk, on, shown))).toEqual(
      nothingDone('action.value-not-offered'),
    )
  })
})

describe('limits', () => {
  it('let one of two who press at once win', async () => {
    const on = await openCase(desk)
    const [first, second] = await Promise.all([
      preview(desk, on),
      preview(desk, on, 'export.requeue', otherAgent),
    ])
    const results = await Promise.allSettled([
      confirm(desk, on, first),
      confirm(desk, on, second, otherAgent),
      confirm(desk, on, first),
    ])
    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect(desk.target.calls(on.exportId)).toHaveLength(1)
    expect(await runsOf(on)).toHaveLength(1)
  })

  it('hold the account until the run before has ended', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    let pressed: Promise<unknown> = Promise.resolve()
    const at = async () => {
      pressed = confirm(desk, on, shown, someAgent)
      await pressed.catch(() => undefined)
    }
    const again = await preview(desk, on)
    await confirm(
      { ...desk, at: async (point) => (point === 'intended' ? at() : undefined) },
      on,
      again,
    )
    await expect(pressed).rejects.toMatchObject({ reason: 'action.locked' })
    expect(desk.target.calls(on.exportId)).toHaveLength(1)
  })

  it('hold nothing where the action says so', async () => {
    await desk.write('actions/free.yaml', requeueAs('export.free', ['lock: account', 'lock: none']))
    const on = await openCase(desk)
    const { id } = await run(desk, on, 'export.free')
    expect(await runsOf(on)).toMatchObject([{ id, lock_key: null }])
  })

  it('confirm a preview once', async () => {
    const on = await openCase(desk)
    await desk.write(
      'actions/again.yaml',
      requeueAs('export.again', [
        '  cooldown: { key: [input.export_id], max: 1, window: 10m }\n',
        '',
      ]),
    )
    const shown = await preview(desk, on, 'export.again')
    desk.target.fail(on.exportId, 'refuse')
    expect(await confirm(desk, on, shown)).toMatchObject({ state: 'failed' })
    await expect(confirm(desk, on, shown)).rejects.toMatchObject({ reason: 'action.preview-stale' })
    expect(desk.target.calls(on.exportId)).toHaveLength(1)
  })

  it('let the same be done again after its cooldown, not before', async () => {
    const on = await openCase(desk)
    const { id } = await run(desk, on)
    await settleRun(desk, { run: id })
    await desk.shop.query("update shop.export set status = 'failed' where id = $1", [on.exportId])
    const cooling = await preview(desk, on)
    expect(cooling.guards.find((guard) => guard.id === 'cooldown')).toMatchObject({
      say: 'At most once in 10 min on the same export id',
      isPassed: false,
    })
    expect(cooling.token).toBeNull()
    desk.clock.advance(10 * 60_000)
    expect(await run(desk, on)).toMatchObject({ state: 'verifying' })
  })

  it('count what the target refused as not done', async () => {
    await desk.write(
      'actions/once.yaml',
      requeueAs('export.once', [
        '{ per: agent, max: 20, window: 1h }',
        '{ per: agent, max: 1, window: 1h }',
      ]),
    )
    const on = await openCase(desk)
    desk.target.fail(on.exportId, 'refuse', 'refuse')
    expect(await run(desk, on, 'export.once')).toMatchObject({ state: 'failed' })
    expect(await run(desk, on, 'export.once')).toMatchObject({ state: 'failed' })
    expect(await run(desk, on, 'export.once')).toMatchObject({ state: 'verifying' })
  })

  it('count what never reached the target as not done', async () => {
    const on = await openCase(desk)
    const shown = await preview(desk, on)
    const down = desk.withTarget('http://127.0.0.1:1')
    expect(await confirm(down, on, shown)).toMatchObject({
      state: 'failed',
      attempts: 3,
      error: { reason: 'target.unreachable' },
    })
    expect(await run(desk, on)).toMatchObject({ state: 'verifying' })
  })

  it('stop a person, and everybody, at the rate', async () => {
    await desk.write(
      'actions/rare.yaml',
      requeueAs(
        'export.rare',
        ['per: agent, max: 20', 'per: agent, max: 1'],
        ['per: all, max: 1000', 'per: all, max: 2'],
      ),
    )
    const [a, b, c] = [await openCase(desk), await openCase(desk), await openCase(desk)]
    const early = await preview(desk, b, 'export.rare')
    await run(desk, a, 'export.rare')
    await expect(confirm(desk, b, early)).rejects.toMatchObject({
      reason: 'action.rate-limited',
      kind: 'limited',
    })
    await run(desk, b, 'export.rare', otherAgent)
    const shown = await preview(desk, c, 'export.rare', {
      ...otherAgent,
      id: someAgent.id!.replace(/a$/, 'c'),
    } as Actor)
    expect(shown.guards.filter((guard) => !guard.isPassed).map((guard) => guard.id)).toEqual([
      'rate-all',
    ])
    expect(desk.target.calls(c.exportId)).toEqual([])
  })

  it('hold across nodes: of two who are the last that may, one runs', async () => {
    await desk.write(
      'actions/once.yaml',
      requeueAs('once', [
        '{ per: all, max: 1000, window: 1h }',
        '{ per: all, max: 1, window: 1h }',
      ]),
    )
    const pool = createPool(desk.url, desk.log, { max: 4 })
    const other = { ...desk, pool, db: createDatabase(pool) }
    const [here, there] = [await openCase(desk), await openCase(desk)]
    const previews = [await preview(desk, here, 'once'), await preview(other, there, 'once')]
    const answers = await Promise.allSettled([
      confirm(desk, here, previews[0]!),
      confirm(other, there, previews[1]!),
    ])
    await other.db.destroy()
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect([here, there].flatMap((on) => desk.target.calls(on.exportId))).toHaveLength(1)
  })

  it('hold across nodes: what kept failing on one is stopped on the other', async () => {
    const file = requeueAs('breaks', ['failures: 50', 'failures: 2'])
    await desk.write('actions/breaks.yaml', file)
    const pool = createPool(desk.url, desk.log, { max: 4 })
    const other = { ...desk, pool, db: createDatabase(pool) }
    const last = await openCase(desk)
    const early = await preview(other, last, 'breaks')
    for (const node of [desk, other]) {
      const on = await openCase(desk)
      desk.target.fail(on.exportId, 'refuse')
      expect(await run(node, on, 'breaks')).toMatchObject({ state: 'failed' })
    }
    for (const node of [desk, other]) {
      const refused = confirm(node, last, early)
      await expect(refused).rejects.toMatchObject({ reason: 'action.breaker-open' })
    }
    await other.db.destroy()
    expect(desk.target.calls(last.exportId)).toEqual([])
  })

  it('stop an action that keeps failing', async () => {
    await desk.write(
      'actions/broken.yaml',
      requeueAs('export.broken', ['failures: 50', 'failures: 2']),
    )
    const [a, b, c] = [await openCase(desk), await openCase(desk), await openCase(desk)]
    const early = await preview(desk, c, 'export.broken')
    for (const on of [a, b]) {
      desk.target.fail(on.exportId, 'refuse')
      await run(desk, on, 'export.broken')
    }
    await expect(confirm(desk, c, early)).rejects.toMatchObject({ reason: 'action.breaker-open' })
    desk.clock.advance(15 * 60_000)
    expect(await run(desk, c, 'export.broken')).toMatchObject({ state: 'verifying' })
  })
})

it('keeps secrets and masked values out of answers, rows, events and logs', async () => {
  const on = await openCase(desk, { sizeMb: 77.123456 })
  const logged: string[] = []
  const catching = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (...args: unknown[]) => logged.push(JSON.stringify(args)),
    ]),
  )
  const log = { ...desk.log, ...catching } as unknown as ActionTestDesk['log']
  const watched = { ...desk, log, sources: { ...desk.sources, log } }
  const shown = await preview(watched, on)
  desk.target.fail(on.exportId, 'repeat secrets')
  const called = await confirm(watched, on, shown)
  await settleRun(watched, { run: called.id })
  expect(called.answer?.body).toMatchObject({
    you: 'Bearer [redacted]',
    row: { requested_by: '[redacted]' },
  })
  expect(called.reads[0]?.row).toMatchObject({ requested_by: 'c•••@shop.example', size_mb: '•••' })
  const events = await desk.db
    .selectFrom('event')
    .selectAll()
    .where('ticket_id', '=', on.ticketId)
    .execute()
  const all = JSON.stringify([shown, called, await runsOf(on), events, logged])
  for (const secret of [credentialCanary, on.email, 'canary-colleague', '77.123456'])
    expect(all).not.toContain(secret)
})
