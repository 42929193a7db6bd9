// node bench/history-import.ts [rows]: `firstline import` of a generated log into an empty desk, against
// plain COPY of the same rows into a table without an index, and of the events it makes into the record.
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { importHistory } from '../server/src/imports/import-history.ts'
import { perSecond, print, secondsOf } from './figures.ts'
import { openDesk, withScratch } from './scratch.ts'

const rows = Number(process.argv[2] ?? 200_000)

await withScratch(async (scratch) => {
  const log = join(scratch.folder, 'log.csv')
  const events = join(scratch.folder, 'events.copy')
  await pipeline(Readable.from(someHistory(rows)), createWriteStream(log))
  const desk = await openDesk(scratch, { connections: 4 })
  const client = new pg.Client({ connectionString: desk.url })
  await client.connect()
  await client.query(
    'create table floor (ticket text, time timestamptz, status text, team text, type text)',
  )
  const floor = await secondsOf(() =>
    pipeline(
      createReadStream(log),
      client.query(copyFrom('copy floor from stdin with (format csv, header)')),
    ),
  )
  let loaded = 0
  const began = performance.now()
  const took = await secondsOf(() =>
    importHistory(desk, [log], {
      origin: 'import:bench',
      onProgress: ({ phase }) => {
        if (phase === 'reading') loaded = performance.now() - began
      },
    }),
  )
  await pipeline(
    client.query(
      copyTo(
        'copy (select at, name, actor_kind, actor_id, ticket_id, data, origin, gen_random_uuid() from event) to stdout',
      ),
    ),
    createWriteStream(events),
  )
  const { rows: counted } = await client.query<{ count: number }>('select count(*)::int from event')
  const record = await secondsOf(() =>
    pipeline(
      createReadStream(events),
      client.query(
        copyFrom(
          'copy event (at, name, actor_kind, actor_id, ticket_id, data, origin, key) from stdin',
        ),
      ),
    ),
  )
  await client.end()
  await desk.close()
  const ratio = (seconds: number) => (seconds / took).toFixed(2)
  const line = (what: string, count: number, seconds: number) => [
    what, count.toLocaleString('en'), `${seconds.toFixed(1)} s`, perSecond(count, seconds), ratio(seconds),
  ] // prettier-ignore
  print(
    `a log of ${(statSync(log).size / 1e6).toFixed(0)} MB; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most; reading took ${(loaded / 1000).toFixed(1)} s`,
    ['', 'rows', 'wall', 'rate', 'import ÷ this'],
    [
      line('firstline import', rows, took),
      line('COPY of the rows, no index', rows, floor),
      line('COPY of its events into the record', counted[0]!.count, record),
    ],
  )
})

/** Four rows a ticket, shuffled among 500 tickets at a time as a real log is. */
function* someHistory(count: number): Generator<string> {
  yield 'ticket,time,status,team,type\n'
  const statuses = ['New', 'In progress', 'Resolved', 'Closed']
  for (let row = 0; row < count; row++) {
    const block = Math.floor(row / 2_000)
    const ticket = block * 500 + ((row * 7) % 500)
    const step = Math.floor((row % 2_000) / 500)
    const time = new Date(Date.UTC(2020, 0, 1) + block * 600_000 + step * 7_200_000 + row)
    const team = step > 0 && ticket % 3 === 0 ? 'Platform' : 'Desk'
    yield `T-${ticket},${time.toISOString()},${statuses[step]},${team},type ${ticket % 25}\n`
  }
}
