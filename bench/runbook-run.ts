/**
 * How long starting a runbook with six checks takes, the checks reading six sources of a connected
 * PostgreSQL of which the slowest takes 200 ms: the whole verb, with the run, its findings and its
 * events stored. The floor, measured in the same run, is that slowest statement sent directly.
 *
 *   node bench/runbook-run.ts [rounds]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createSources } from '../server/src/accounts/create-sources.ts'
import { openProject } from '../server/src/open-project.ts'
import { system } from '../server/src/core/actor.ts'
import {
  declareRunbooks,
  followRunbookFiles,
} from '../server/src/runbooks/publish/load-runbooks.ts'
import { startRunbook } from '../server/src/runbooks/run/start-runbook.ts'
import { createTicket } from '../server/src/tickets/create-ticket.ts'
import { setTicketAccount } from '../server/src/tickets/set-ticket-account.ts'
import { ms, percentile, print, timeEach } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

const rounds = Number(process.argv[2] ?? 40)
const delays = [10, 20, 40, 80, 120, 200]
const slowest = Math.max(...delays)
const account = 'acc_0001'

const project = `apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Help }
connections: { shop: { kind: postgres, url: env:SHOP_URL } }
directory:
  connection: shop
  by_id: select '${account}' as account_id, 'Shop' as account_name, 'shop.example' as domain where :account_id = '${account}'
types: [{ id: how-to, title: How do I }]
`

const source = (delay: number) => `apiVersion: firstline/v1
kind: Source
id: part.d${delay}
title: Takes ${delay} ms
connection: shop
single: true
sql: select '${account}' as account_id, 'ok' as state, pg_sleep(${delay / 1000})::text as slept where :account_id = '${account}'
account_column: account_id
values: { state: [ok, broken] }
`

const runbook = `---
apiVersion: firstline/v1
kind: Runbook
id: six-checks
type: how-to
owner: team-parts
symptom: [six checks]
checks:
${delays.map((delay) => `  d${delay}: { source: part.d${delay} }`).join('\n')}
causes:
  fine: { when: "${delays.map((delay) => `d${delay}.state == 'ok'`).join(' && ')}", reply: fine }
  broken: { when: "!(${delays.map((delay) => `d${delay}.state == 'ok'`).join(' && ')})", reply: broken }
fixtures:
  - { given: { ${delays.map((delay) => `d${delay}: { state: ok }`).join(', ')} }, expect: fine }
  - { given: { d10: { state: broken } }, expect: broken }
---
## fine
All is well.

### Say
All is well.

## broken
Something is not.

### Say
We look into it.
`

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 8 })
  const folder = writeFolder(scratch.folder)
  const store = await openProject(folder, silent)
  declareRunbooks(store)
  const sources = createSources(desk, store, {}, { SHOP_URL: desk.ownerUrl })
  const stop = await followRunbookFiles({ ...desk, sources })
  if (store.problems().length > 0) throw new Error(JSON.stringify(store.problems()))

  const actor = system('bench')
  const tickets: string[] = []
  for (let n = 0; n < rounds + 3; n++) {
    const words = {
      contactEmail: `c${n}@shop.example`,
      subject: 'Six checks',
      text: 'Please look.',
    }
    const { id: ticketId } = await createTicket({ ...desk, sources }, actor, words)
    await setTicketAccount({ ...desk, sources }, actor, { ticketId, externalId: account })
    tickets.push(ticketId)
  }
  const start = async (n: number) => {
    const { state } = await startRunbook({ ...desk, sources }, actor, {
      ticketId: tickets[n]!,
      runbook: 'six-checks',
    })
    if (state !== 'cause_found') throw new Error(`The run is ${state}`)
  }
  await timeEach(3, 1, (n) => start(rounds + n))

  const pool = new pg.Pool({ connectionString: desk.ownerUrl, max: 1 })
  pool.on('error', () => undefined) // the query under way fails with it
  const ask = () => pool.query(`select pg_sleep(${slowest / 1000})`)
  const floor: number[] = []
  const whole: number[] = []
  // by turns, so that what else the machine does falls on both
  for (let n = 0; n < rounds; n++) {
    floor.push(...(await timeEach(1, 1, ask)))
    whole.push(...(await timeEach(1, 1, () => start(n))))
  }
  stop()
  store.stop()
  await Promise.all([pool.end(), sources.connections.stop()])
  await desk.close()
  const row = (name: string, values: number[]) => [
    name,
    ms(percentile(values, 0.5)),
    ms(percentile(values, 0.95)),
  ]
  const over = (share: number) => ms(percentile(whole, share) - percentile(floor, share))
  print(
    `A runbook with six checks, ${rounds} runs`,
    ['', 'p50', 'p95'],
    [
      row('the slowest check alone', floor),
      row('the run', whole),
      ['over it', over(0.5), over(0.95)],
    ],
  )
})

function writeFolder(within: string): string {
  const folder = join(within, 'project')
  const files: Record<string, string> = {
    'firstline.yaml': project,
    'runbooks/six-checks.md': runbook,
    ...Object.fromEntries(delays.map((delay) => [`sources/part.d${delay}.yaml`, source(delay)])),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
