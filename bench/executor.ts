/**
 * What the executor adds to a call: a confirmed action, with fresh reads, guards, limits, the intent
 * and the outcome on record, over the same HTTP call to the same target sent directly, by turns.
 *
 *   node bench/executor.ts [rounds]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { createSources } from '../server/src/accounts/create-sources.ts'
import { openProject } from '../server/src/open-project.ts'
import { confirmAction } from '../server/src/actions/run/confirm-action.ts'
import { previewAction } from '../server/src/actions/preview/preview-action.ts'
import { settleRun } from '../server/src/actions/run/settle-run.ts'
import { createActionStore } from '../server/src/actions/compile/store.ts'
import { projectFiles, requeueAs } from '../server/src/actions/testing/project.ts'
import { createTarget, shopTables } from '../server/src/actions/testing/target.ts'
import { system } from '../server/src/core/actor.ts'
import { ms, percentile, print } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

const rounds = Number(process.argv[2] ?? 200)
const actor = system('bench')
const action = requeueAs(
  'export.requeue',
  ['timeout: 250ms', 'timeout: 10s'],
  ['per: agent, max: 20', 'per: agent, max: 100000'],
  ['per: all, max: 1000', 'per: all, max: 100000'],
)

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 8 })
  const shop = new pg.Pool({ connectionString: desk.ownerUrl })
  shop.on('error', () => undefined) // the query under way fails with it
  await shop.query(shopTables)
  const target = await createTarget(shop)
  const project = await openProject(writeFolder(scratch.folder), silent)
  const env = { SHOP_URL: desk.ownerUrl, ADMIN_URL: target.url }
  const sources = createSources(desk, project, {}, env)
  const acting = {
    ...desk,
    sources,
    actions: createActionStore(project),
    secret: 'a secret of the benchmark, long enough to sign with',
  }
  const commit = () => shop.query(`insert into bench_commit values (1)`)
  await shop.query('create table bench_commit (n int)')

  const processor: number[] = []

  const call = async (n: number) => {
    const { account, exportId } = await openCase(n)
    return timed(() =>
      fetch(`${target.url}/admin/accounts/${account}/exports/${exportId}/requeue`, {
        method: 'POST',
        headers: { authorization: 'Bearer token', 'idempotency-key': exportId },
      }),
    )
  }
  const confirm = async (n: number) => {
    const { ticketId, exportId } = await openCase(n)
    const wish = { ticketId, action: 'export.requeue', input: { export_id: exportId } }
    const { token } = await previewAction(acting, actor, wish)
    let run = ''
    const spent = process.cpuUsage()
    const took = await timed(async () => {
      const done = await confirmAction(acting, actor, { ticketId, token: token!, reason: 'Bench' })
      if (done.state !== 'verifying') throw new Error(`The run is ${done.state}`)
      run = done.id
    })
    const { user, system: kernel } = process.cpuUsage(spent)
    processor.push((user + kernel) / 1_000)
    await settleRun(acting, { run })
    return took
  }

  async function openCase(n: number) {
    const name = String(n).padStart(8, '0')
    const [account, exportId] = [`acc_${name}`, `exp_${name}`]
    const { rows } = await shop.query(
      `with made as (insert into account (external_id, name) values ($1, 'Shop') returning id)
       insert into ticket (subject, channel, account_id, address_token, opened_at, updated_at)
       select 'Where?', 'email', id, $1, now(), now() from made returning id`,
      [account],
    )
    const fields = [exportId, account, 'kim@shop.example']
    await shop.query(`insert into shop.export values ($1, $2, 'failed', 1, 3, $3)`, fields)
    return { ticketId: rows[0].id as string, account, exportId }
  }

  const floor: number[] = []
  const commits: number[] = []
  const whole: number[] = []
  for (let n = 0; n < 10; n++) await Promise.all([call(n), confirm(1_000_000 + n)])
  processor.length = 0
  // by turns, so that what else the machine does falls on all
  for (let n = 100; n < 100 + rounds; n++) {
    floor.push(await call(n))
    commits.push(await timed(commit))
    whole.push(await confirm(1_000_000 + n))
  }
  project.stop()
  await Promise.all([shop.end(), sources.connections.stop(), target.close()])
  await desk.close()
  const row = (name: string, values: readonly number[]) => [
    name,
    ms(percentile(values, 0.5)),
    ms(percentile(values, 0.95)),
  ]
  const over = whole.map((value, n) => value - floor[n]!)
  print(
    `A confirmed action, ${rounds} runs`,
    ['', 'p50', 'p95'],
    [
      row('the call alone', floor),
      row('one commit to this disk', commits),
      row('the confirmed action', whole),
      row('over the call', over),
      row(
        'over the call and two commits',
        over.map((value, n) => value - 2 * commits[n]!),
      ),
      row('processor time of Node', processor),
    ],
  )
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function writeFolder(within: string): string {
  const folder = join(within, 'project')
  const files = { ...projectFiles, 'token.txt': 'token', 'actions/export.requeue.yaml': action }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
