/**
 * What one new ticket costs with everything it leads to: the verb, and the job of its reactions (type,
 * runbook, repeat, facts, sums). Commits, WAL and the processor time of PostgreSQL and of this process for
 * each, beside the same INSERTs issued directly in the same PostgreSQL.
 *
 *   node bench/ticket-handled.ts [tickets] [clients]
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createApp } from '../server/src/create-app.ts'
import { system } from '../server/src/core/actor.ts'
import { readConfig } from '../server/src/core/config.ts'
import { startWorker } from '../server/src/core/worker.ts'
import { reactionsOf, reactionsTo, reactionsTogether } from '../server/src/reactions.ts'
import { createTicket } from '../server/src/tickets/create-ticket.ts'
import { ms, print, timeEach, times } from './figures.ts'
import { insertTicket, text } from './insert-ticket.ts'
import { openDesk, withScratch } from './scratch.ts'
import { costOf, untilDone } from './server-cost.ts'
import type { Cost } from './server-cost.ts'

const [tickets = 300, clients = 8] = process.argv.slice(2).map(Number)

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 1, reactionsTo })
  const owner = new pg.Pool({ connectionString: desk.ownerUrl, max: clients })
  owner.on('error', () => undefined) // the query under way fails with it
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent', FIRSTLINE_HOME: scratch.folder })
  const app = await createApp(config, desk.url)
  const working = { ...app, db: app.jobDb }
  const worker = await startWorker({
    url: desk.url,
    db: working.db,
    log: app.log,
    tasks: {},
    reactions: reactionsOf(working),
    together: reactionsTogether(working),
    schedule: [],
  })
  const byDesk = async () => {
    await timeEach(tickets, clients, () =>
      createTicket(app, system('bench'), {
        contactEmail: `${randomUUID()}@customer.example`,
        subject: 'Export email missing',
        text,
      }),
    )
    await untilDone(owner)
  }
  const directly = async () =>
    void (await timeEach(tickets, clients, () => insertTicket(owner, [])))
  await byDesk()
  await directly()
  const floor = await costOf(scratch, owner, directly)
  const handled = await costOf(scratch, owner, byDesk)
  const row = (name: string, cost: Cost) => [
    name,
    ms((cost.seconds * 1000) / tickets),
    (cost.commits / tickets).toFixed(1),
    `${(cost.wal / tickets / 1024).toFixed(1)} KB`,
    ms(cost.cpuMs / tickets),
    ms(cost.nodeMs / tickets),
  ]
  print(
    `a new ticket with all it leads to, ${tickets} by ${clients} clients`,
    ['each', 'time', 'commits', 'WAL', 'CPU of PostgreSQL', 'of Node'],
    [
      row('desk', handled),
      row('same INSERTs', floor),
      [
        'ratio',
        times(handled.seconds / floor.seconds),
        times(handled.commits / floor.commits),
        times(handled.wal / floor.wal),
        times(handled.cpuMs / floor.cpuMs),
        times(handled.nodeMs / floor.nodeMs),
      ],
    ],
  )
  await worker.stop()
  await app.close()
  await owner.end()
  await desk.close()
})
