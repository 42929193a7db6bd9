// node bench/history-import.ts [rows]: `firstline import` of a generated log into an empty desk, against
// plain COPY of the same rows into a table without an index, and of the events it makes into the record.
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { importHistory } from '../server/src/imports/record/import-history.ts'
import { perSecond, print } from './figures.ts'
import { openDesk, withScratch } from './scratch.ts'
import { someHistory } from './some-history.ts'

const eventColumns = 'at, name, actor_kind, actor_id, ticket_id, data, origin, key'
const rows = Number(process.argv[2] ?? 200_000)

await withScratch(async (scratch) => {
  const log = join(scratch.folder, 'log.csv')
  const events = join(scratch.folder, 'events.copy')
  await pipeline(Readable.from(someHistory(rows)), createWriteStream(log))
  const desk = await openDesk(scratch, { connections: 4 })
  const measure = (work: () => Promise<unknown>) => measured(scratch.folder, work)
  await onceConnected(desk.ownerUrl, (client) =>
    client.query(
      'create table floor (ticket text, time timestamptz, status text, team text, type text)',
    ),
  )
  const floor = await measure(() =>
    copyIn(desk.ownerUrl, log, 'floor from stdin with (format csv, header)'),
  )
  let loaded = 0
  const began = performance.now()
  const took = await measure(() =>
    importHistory(desk, [log], {
      origin: 'import:bench',
      onProgress: ({ phase }) => {
        if (phase === 'reading') loaded = performance.now() - began
      },
    }),
  )
  const count = await writeEvents(desk.ownerUrl, events)
  const record = await measure(() =>
    copyIn(desk.ownerUrl, events, `event (${eventColumns}) from stdin`),
  )
  await desk.close()
  const line = (what: string, counted: number, { seconds, processor }: Measured) => [
    what, counted.toLocaleString('en'), `${seconds.toFixed(1)} s`, perSecond(counted, seconds),
    (seconds / took.seconds).toFixed(2), `${processor.toFixed(1)} s`,
    (processor / took.processor).toFixed(2),
  ] // prettier-ignore
  print(
    `a log of ${(statSync(log).size / 1e6).toFixed(0)} MB; reading took ${(loaded / 1000).toFixed(1)} s`,
    ['', 'rows', 'wall', 'rate', '÷ import', 'processor', '÷ import'],
    [
      line('firstline import', rows, took),
      line('COPY of the rows, no index', rows, floor),
      line('COPY of its events into the record', count, record),
    ],
  )
})

type Measured = { seconds: number; processor: number }

/** Other programs take wall time away, but hardly processor time. */
async function measured(folder: string, work: () => Promise<unknown>): Promise<Measured> {
  const [began, own, sessions] = [performance.now(), process.cpuUsage(), secondsOfSessions(folder)]
  await work()
  const seconds = (performance.now() - began) / 1000
  await new Promise((done) => setTimeout(done, 200)) // until PostgreSQL has counted its sessions
  const { user, system } = process.cpuUsage(own)
  const processor = (user + system) / 1e6 + secondsOfSessions(folder) - sessions
  return { seconds, processor }
}

/** Processor time of PostgreSQL's sessions that have ended; only Linux tells. */
function secondsOfSessions(folder: string): number {
  if (process.platform !== 'linux') return Number.NaN
  const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const [, told = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = told.split(' ').slice(13, 15).map(Number)
  return (user! + system!) / 100
}

async function onceConnected<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function copyIn(url: string, file: string, into: string): Promise<void> {
  return onceConnected(url, (client) =>
    pipeline(createReadStream(file), client.query(copyFrom(`copy ${into}`))),
  )
}

function writeEvents(url: string, file: string): Promise<number> {
  return onceConnected(url, async (client) => {
    const out = client.query(
      copyTo(`copy (select ${eventColumns} from event order by id) to stdout`),
    )
    await pipeline(out, createWriteStream(file))
    const { rows: counted } = await client.query<{ count: number }>(
      'select count(*)::int from event',
    )
    return counted[0]!.count
  })
}
