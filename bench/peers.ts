/**
 * The work of a day beside another desk on the same machine, in the same PostgreSQL, with as many tickets of as many
 * messages: Redmine, of Debian's packages `redmine-pgsql` and `puma` (which serves it). Both are asked by their own
 * JSON routes with a key, by 1 and by 8 clients.
 *
 *   node bench/peers.ts [100k|1m …]
 */
import { randomUUID } from 'node:crypto'
import { present } from '@firstline/contract/present'
import pg from 'pg'
import { isRedmineHere, startRedmine } from '../server/src/beside/testing/redmine-server.ts'
import { ms, percentile, print, secondsOf, sizesAsked, timeEach, times } from './figures.ts'
import { createClient, withLargeDesk } from './large-desk.ts'
import type { Client } from './large-desk.ts'
import { withScratch } from './scratch.ts'
import type { Scratch } from './scratch.ts'
import { untilDone } from './server-cost.ts'

const rounds = 60
const works = ['create a ticket', 'list', 'open', 'search a word', 'reply'] as const
type Work = (typeof works)[number]
type Works = Record<Work, (index: number) => Promise<unknown>>
/** Each 1 and 8 clients, of each the median and p95. */
type Figures = Map<Work, { one: number[]; eight: number[] }>

const text = 'We asked for an export this morning, and the link in the mail never came. '.repeat(5)

if (!isRedmineHere) throw new Error('Redmine is not here: apt-get install redmine-pgsql puma')
for (const size of sizesAsked()) {
  await withScratch(async (scratch) => {
    let own: Figures | undefined
    await withLargeDesk(scratch, size, async ({ owner, client }) => {
      own = await figuresOf(await ownWorks(owner, client))
      await untilDone(owner)
    })
    const peer = await measureRedmine(scratch, size)
    if (own) printBeside(own, peer, size)
  })
}

async function ownWorks(owner: pg.Pool, client: Client): Promise<Works> {
  const { rows: past } = await owner.query<{ id: string }>(
    `select id from ticket where state = 'resolved' order by md5(id::text) limit 300`,
  )
  const { rows: standing } = await owner.query<{ id: string }>(
    `select id from ticket where state = 'open' order by opened_at limit 300`,
  )
  return {
    'create a ticket': () =>
      client('POST', '/api/tickets', {
        contactEmail: `${randomUUID()}@customer.example`,
        subject: 'Export email missing',
        text,
      }),
    list: () => client('GET', '/api/tickets?view=new&limit=50'),
    open: (index) => client('GET', `/api/tickets/${past[index % past.length]!.id}/workspace`),
    'search a word': () => client('GET', '/api/ticket-search?q=chargeback'),
    reply: (index) =>
      client('POST', `/api/tickets/${standing[index % standing.length]!.id}/replies`, { text }),
  }
}

async function measureRedmine(scratch: Scratch, size: number): Promise<Figures> {
  const databaseUrl = await scratch.cluster.database('redmine')
  const redmine = await startRedmine({ databaseUrl, webServer: 'puma' })
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  owner.on('error', () => undefined)
  try {
    const seconds = await secondsOf(() => fillRedmine(owner, size))
    console.log(`Redmine: ${size.toLocaleString('en')} issues in ${seconds.toFixed(0)} s`)
    const client = createClient(redmine.url, { 'x-redmine-api-key': redmine.keys.stella })
    const { rows } = await owner.query<{ id: number; project: number; tracker: number }>(`
      select id, project_id as project, tracker_id as tracker from issues order by md5(id::text) limit 300`)
    const any = (index: number) => rows[index % rows.length]!
    return await figuresOf({
      'create a ticket': () =>
        client('POST', '/issues.json', {
          issue: {
            project_id: any(0).project,
            tracker_id: any(0).tracker,
            subject: 'Export email missing',
            description: text,
          },
        }),
      list: () => client('GET', '/issues.json?limit=50&sort=updated_on:desc&status_id=open'),
      open: (index) => client('GET', `/issues/${any(index).id}.json?include=journals`),
      'search a word': () => client('GET', '/search.json?q=chargeback&issues=1&limit=50'),
      reply: (index) => client('PUT', `/issues/${any(index).id}.json`, { issue: { notes: text } }),
    })
  } finally {
    await owner.end()
    await redmine.stop()
  }
}

/** As many issues, each with three notes of as many words; one in a hundred has the word that is looked for. */
async function fillRedmine(owner: pg.Pool, size: number): Promise<void> {
  await owner.query(
    `insert into issues (tracker_id, project_id, subject, description, status_id, priority_id, author_id,
       created_on, updated_on, lft, rgt, root_id)
     select tracker.id, project.id, 'Question ' || n || ' about an invoice', $2,
       case when n % 167 = 0 then opened.id else closed.id end, priority.id, author.id,
       now() - n * interval '10 minutes', now() - n * interval '10 minutes', 1, 2, n
     from generate_series(1, $1::int) n,
       (select id from trackers order by id limit 1) tracker, (select id from projects order by id limit 1) project,
       (select id from issue_statuses where not is_closed order by id limit 1) opened,
       (select id from issue_statuses where is_closed order by id limit 1) closed,
       (select id from enumerations where type = 'IssuePriority' and is_default limit 1) priority,
       (select id from users where login = 'carl') author`,
    [size, text],
  )
  await owner.query('update issues set root_id = id')
  await owner.query(
    `insert into journals (journalized_id, journalized_type, user_id, notes, created_on, private_notes)
     select issues.id, 'Issue', author.id, $1 || case when issues.id % 100 = 0 then ' a chargeback' else '' end,
       issues.created_on + turn * interval '1 hour', false
     from issues, generate_series(1, 3) turn, (select id from users where login = 'stella') author`,
    [text],
  )
  await owner.query('vacuum analyze')
}

async function figuresOf(all: Works): Promise<Figures> {
  const figures: Figures = new Map()
  for (const name of works) {
    await timeEach(10, 1, all[name])
    const one = await timeEach(rounds, 1, all[name])
    figures.set(name, { one, eight: await timeEach(rounds, 8, all[name]) })
  }
  return figures
}

function printBeside(own: Figures, peer: Figures, size: number): void {
  const cells = (ours: number[], theirs: number[]) => {
    const [half, other] = [percentile(ours, 0.5), percentile(theirs, 0.5)]
    return [
      ms(half),
      ms(percentile(ours, 0.95)),
      ms(other),
      ms(percentile(theirs, 0.95)),
      times(other / half),
    ]
  }
  const rows = works.map((name) => {
    const [ours, theirs] = [present(own.get(name)), present(peer.get(name))]
    return [name, ...cells(ours.one, theirs.one), ...cells(ours.eight, theirs.eight)]
  })
  const columns = ['p50', 'p95', 'Redmine: p50', 'p95', 'Redmine ÷ Firstline']
  print(
    `${size.toLocaleString('en')} tickets`,
    [
      'by their JSON routes',
      ...columns.map((name) => `1: ${name}`),
      ...columns.map((name) => `8: ${name}`),
    ],
    rows,
  )
}
