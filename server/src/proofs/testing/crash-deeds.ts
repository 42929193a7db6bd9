import { randomUUID } from 'node:crypto'
import type { ActionPreview } from '@firstline/contract/actions'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { createActionDesk, openCase, preview, run } from '#server/actions/testing/factory.ts'
import type { ActionTestDesk, Case } from '#server/actions/testing/factory.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
import { chainFile, takeBackFile } from '#server/actions/testing/chain.ts'
import { requeueAs } from '#server/actions/testing/project.ts'
import { connectLedger, ledgerAction, ledgerTables } from '#server/actions/testing/statements.ts'
import type { PersonActor } from '#server/core/actor.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import type { Deed, Kind } from './crash-points.ts'

export type CrashDesk = ActionTestDesk & { ada: PersonActor; emil: PersonActor }

/** Something that is about to be done once, and how often it was. */
export type Prepared = {
  on: Case
  deed: Deed
  /** How often the customer's system has done it. */
  effects(): Promise<number>
  approvalId?: string
}

export async function createCrashDesk(): Promise<CrashDesk> {
  const desk = await createActionDesk(await createTestDesk())
  for (const statement of ledgerTables('postgres')) await desk.shop.query(statement)
  await desk.write('db-url.txt', desk.ownerUrl)
  await connectLedger(desk, 'postgres')
  const add = `sql: "update shop.ledger set state = 'closed', amount = amount + 1 where id = :id and account_id = :account_id returning account_id"`
  await desk.write(
    'actions/close.yaml',
    ledgerAction('close', `${add}\n  params: { id: input.entry }`, 'timeout: 10s'),
  )
  await desk.write('actions/two.yaml', requeueAs('two', ['tier: safe', 'tier: two_person']))
  await desk.write('actions/export.take_back.yaml', takeBackFile)
  await desk.write('actions/export.three.yaml', chainFile('export.three'))
  const ada = await createPerson(desk)
  return { ...desk, ada, emil: await createPerson(desk, { role: 'engineer', name: 'Emil' }) }
}

export const prepare: Record<Kind, (desk: CrashDesk) => Promise<Prepared>> = {
  async run(desk) {
    const on = await openCase(desk)
    const token = await tokenOf(() => preview(desk, on, 'export.requeue', desk.ada))
    const deed = { by: desk.ada, ticketId: on.ticketId, token }
    return { on, deed, effects: await attemptsSinceNow(desk, on) }
  },

  async undo(desk) {
    const on = await openCase(desk)
    const { id } = await run(desk, on, 'export.requeue', desk.ada)
    await settleRun(desk, { run: id })
    return { on, deed: { by: desk.ada, undoes: id }, effects: await attemptsSinceNow(desk, on) }
  },

  async approval(desk) {
    const on = await openCase(desk)
    const token = await tokenOf(() => preview(desk, on, 'two', desk.ada))
    const wish = { ticketId: on.ticketId, token, reason: 'As agreed' }
    const { id } = await requestActionApproval(desk, desk.ada, wish)
    const deed = { by: desk.emil, approvalId: id }
    return { on, deed, effects: await attemptsSinceNow(desk, on), approvalId: id }
  },

  async statement(desk) {
    const on = await openCase(desk)
    const entry = randomUUID().slice(0, 8)
    const values = [entry, on.account]
    await desk.shop.query(
      `insert into shop.ledger (id, account_id, state, amount) values ($1, $2, 'open', 0)`,
      values,
    )
    const wish = { ticketId: on.ticketId, action: 'close', input: { entry } }
    const token = await tokenOf(() => previewAction(desk, desk.ada, wish))
    const amount = async () => {
      const { rows } = await desk.shop.query('select amount from shop.ledger where id = $1', [
        entry,
      ])
      return Number(rows[0].amount)
    }
    return { on, deed: { by: desk.ada, ticketId: on.ticketId, token }, effects: amount }
  },

  async settlement(desk) {
    const on = await openCase(desk)
    const effects = await attemptsSinceNow(desk, on)
    const { id } = await run(desk, on, 'export.requeue', desk.ada)
    return { on, deed: { settles: id }, effects }
  },
}

/** A busy machine may not read in time: how a preview refuses then is not what is tried here. */
async function tokenOf(ask: () => Promise<ActionPreview>): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const { token, guards } = await ask()
    if (token) return token
    const refused = guards.filter(({ isPassed }) => !isPassed).map(({ say }) => say)
    if (attempt === 10) throw new Error(`No preview without a refusal: ${refused.join('; ')}`)
  }
}

async function attemptsSinceNow(desk: CrashDesk, { exportId }: Case) {
  const attempts = async () => {
    const { rows } = await desk.shop.query('select attempts from shop.export where id = $1', [
      exportId,
    ])
    return rows[0].attempts as number
  }
  const before = await attempts()
  return async () => (await attempts()) - before
}

/** A chain of three, whose first step was accepted; `refused`: whose second will be, so that it goes back. */
export async function beginChain(
  desk: CrashDesk,
  { isRefused }: { isRefused: boolean },
): Promise<Prepared & { runId: string; ids: string[] }> {
  const on = await openCase(desk)
  const ids = [on.exportId, `${on.exportId}_b`, `${on.exportId}_c`]
  for (const id of ids.slice(1)) {
    const values = [id, on.account, on.email]
    await desk.shop.query(`insert into shop.export values ($1, $2, 'failed', 1, 3, $3)`, values)
  }
  const [id_1, id_2, id_3] = ids
  const wish = { ticketId: on.ticketId, action: 'export.three', input: { id_1, id_2, id_3 } }
  const token = await tokenOf(() => previewAction(desk, desk.ada, wish))
  const { id } = await confirmAction(desk, desk.ada, {
    ticketId: on.ticketId,
    token,
    reason: 'All',
  })
  if (isRefused) {
    desk.target.fail(`${on.exportId}_b`, 'refuse')
    await settleRun(desk, { run: id })
  }
  // the one whose call the process is killed in
  const called = isRefused ? on.exportId : `${on.exportId}_b`
  const effects = await attemptsSinceNow(desk, { ...on, exportId: called })
  return { on: { ...on, exportId: called }, deed: { settles: id }, effects, runId: id, ids }
}
