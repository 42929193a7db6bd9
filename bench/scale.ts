/**
 * The work of a day on a desk of so many tickets: made by the desk's own verbs, copied a thousandfold by COPY, its
 * facts and sums made anew twice (the second time nothing may differ), its record sealed and verified. Then each
 * operation by its route, by 1 and by 8 clients, beside a floor in the same PostgreSQL: the fewest statements that
 * could answer it, by keys, written by somebody who knows them all. Statements are counted where the desk sends
 * them; commits, WAL and processor time by PostgreSQL, with all the jobs that follow.
 *
 *   node bench/scale.ts [100k|1m|10m …]
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ms, percentile, perSecond, print, sizesAsked, timeEach, times } from './figures.ts'
import { insertTicket } from './insert-ticket.ts'
import { withLargeDesk } from './large-desk.ts'
import type { Client } from './large-desk.ts'
import { withScratch } from './scratch.ts'
import type { Scratch } from './scratch.ts'
import { costOf, untilDone } from './server-cost.ts'

const rounds = 100

for (const size of sizesAsked()) {
  await withScratch((scratch) =>
    withLargeDesk(scratch, size, ({ owner, client }) => measure(scratch, owner, client, size)),
  )
}

type Operation = {
  name: string
  /** By the desk's own route. */
  work: (index: number) => Promise<unknown>
  floor: (index: number) => Promise<unknown>
  /** What follows is waited for, and belongs to what it costs. */
  isWriting?: boolean
}

async function measure(
  scratch: Scratch,
  owner: pg.Pool,
  client: Client,
  size: number,
): Promise<void> {
  const statements = countStatements()
  const rows: string[][] = []
  for (const { name, work, floor, isWriting = false } of await operations(owner, client)) {
    await timeEach(20, 1, floor)
    await timeEach(20, 1, work)
    const row = [name]
    for (const clients of [1, 8]) {
      const floors = await timeEach(rounds, clients, floor)
      const before = statements.count
      const measured: number[] = []
      const cost = await costOf(scratch, owner, async () => {
        measured.push(...(await timeEach(rounds, clients, work)))
        if (isWriting) await untilDone(owner)
      })
      const [half, most] = [percentile(measured, 0.5), percentile(measured, 0.95)]
      row.push(ms(half), ms(most), times(half / percentile(floors, 0.5)))
      if (clients === 1) continue
      const said = (statements.count - before) / rounds
      row.push(
        perSecond(rounds, cost.seconds),
        said.toFixed(1),
        (cost.commits / rounds).toFixed(1),
        `${(cost.wal / rounds / 1024).toFixed(1)} KB`,
        (cost.pages / rounds).toFixed(0),
        (cost.pagesRead / rounds).toFixed(1),
        ms(cost.cpuMs / rounds),
      )
    }
    rows.push(row)
  }
  const header = [
    'operation',
    '1: p50',
    'p95',
    '÷ floor',
    '8: p50',
    'p95',
    '÷ floor',
    'a second',
    'statements',
    'commits',
    'WAL',
    'pages',
    'not in memory',
    'CPU of PostgreSQL',
  ]
  print(`${size.toLocaleString('en')} tickets`, header, rows)
  console.log(
    `  memory of the desk and its clients: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`,
  )
}

/** Whatever this process asks PostgreSQL: the desk and the floors, which are not at work at the same time. */
function countStatements(): { count: number } {
  const said = { count: 0 }
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    said.count++
    return Reflect.apply(query, this, args)
  } as typeof query
  return said
}

async function operations(owner: pg.Pool, client: Client): Promise<Operation[]> {
  const { rows: some } = await owner.query<{ id: string; account: string }>(`
    select id, account_id as account from (
      (select id, account_id from ticket where state = 'resolved' order by md5(id::text) limit 300)
    ) its`)
  const { rows: waiting } = await owner.query<{ id: string; account: string }>(
    `select id, account_id as account from ticket where state = 'open' order by opened_at limit 300`,
  )
  const any = (index: number) => some[index % some.length]!
  const standing = (index: number) => waiting[index % waiting.length]!
  const keys = some.slice(0, 50).map(({ id }) => id)
  const fifty = () => owner.query('select * from ticket where id = any ($1::uuid[])', [keys])
  const text = 'We asked for an export this morning, and the link in the mail never came. '.repeat(
    5,
  )
  return [
    {
      name: 'a ticket comes in, with all it leads to',
      isWriting: true,
      work: () =>
        client('POST', '/api/tickets', {
          contactEmail: `${randomUUID()}@customer.example`,
          subject: 'Export email missing',
          text,
        }),
      floor: () => insertTicket(owner, []),
    },
    {
      name: 'reply',
      isWriting: true,
      work: (index) => client('POST', `/api/tickets/${standing(index).id}/replies`, { text }),
      floor: (index) => insertReply(owner, standing(index).id, text),
    },
    {
      name: 'open the workspace',
      work: (index) => client('GET', `/api/tickets/${any(index).id}/workspace`),
      floor: (index) => readTicket(owner, any(index).id),
    },
    {
      name: 'list of who waits',
      work: () => client('GET', '/api/tickets?view=new&limit=50'),
      floor: fifty,
    },
    {
      name: 'counts of all views',
      work: () => client('GET', '/api/ticket-counts'),
      floor: () => owner.query(`select count(*) from ticket where state = 'open'`),
    },
    {
      name: 'search a word of few tickets',
      work: () => client('GET', '/api/ticket-search?q=chargeback'),
      floor: fifty,
    },
    {
      name: 'search a word of most tickets',
      work: () => client('GET', '/api/ticket-search?q=export'),
      floor: fifty,
    },
    {
      name: 'history of the account',
      work: (index) => client('GET', `/api/tickets/${any(index).id}/past`),
      floor: (index) =>
        owner.query('select * from ticket where account_id = $1 order by number desc limit 50', [
          any(index).account,
        ]),
    },
    {
      name: 'scorecard, 26 weeks',
      work: () => client('GET', '/api/scorecard?weeks=26'),
      floor: () =>
        owner.query(`
          select count(*), count(*) filter (where not escalated) from ticket_fact
          where standing_at >= now() - interval '26 weeks'`),
    },
  ]
}

async function readTicket(owner: pg.Pool, id: string): Promise<void> {
  await owner.query('select * from ticket where id = $1', [id])
  await owner.query('select * from message where ticket_id = $1 order by at', [id])
  await owner.query('select * from event where ticket_id = $1 order by id', [id])
}

async function insertReply(owner: pg.Pool, ticket: string, text: string): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('update ticket set updated_at = now() where id = $1', [ticket])
    await client.query(
      `insert into message (ticket_id, kind, at, text, delivery) values ($1, 'reply', now(), $2, 'sent')`,
      [ticket, text],
    )
    await client.query(
      `insert into event (at, name, actor_kind, actor_id, ticket_id) values (now(), 'ticket.replied', 'system', 'bench', $1)`,
      [ticket],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
