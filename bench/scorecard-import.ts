/**
 * Rows per second of `firstline scorecard`, from a file of events to both numbers, against a floor
 * measured in the same run: PostgreSQL taking the same bytes by COPY and sorting them.
 *
 *   node bench/scorecard-import.ts [rows]
 */
import { createWriteStream, mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openDatabase, scorecardOfFile } from '@firstline/server/local'
import pg from 'pg'

const rows = Number(process.argv[2] ?? 200_000)
const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'))
chmodSync(folder, 0o755) // as root, PostgreSQL runs under another account
const file = join(folder, 'log.csv')
const database = await openDatabase({ FIRSTLINE_HOME: folder }, { isMigrated: false })
try {
  await pipeline(Readable.from(someHistory(rows)), createWriteStream(file))
  const floor = await seconds(() => copyAndSort(database.url))
  const choice = { format: 'event-log' as const, windowDays: 14, now: undefined }
  const measured = await seconds(() => scorecardOfFile(file, choice, async () => database.url))
  report({ rows, floor, measured })
} finally {
  await database.leave()
  rmSync(folder, { recursive: true, force: true })
}

/** Four rows a ticket, shuffled among 500 tickets at a time as a real log is. */
function* someHistory(count: number): Generator<string> {
  yield 'ticket,time,status,team,type\n'
  const statuses = ['New', 'In progress', 'Resolved', 'Closed']
  for (let row = 0; row < count; row++) {
    const block = Math.floor(row / 2_000)
    const ticket = block * 500 + ((row * 7) % 500)
    const step = Math.floor((row % 2_000) / 500)
    const time = new Date(Date.UTC(2025, 0, 1) + block * 3_600_000 + step * 7_200_000 + row)
    const team = step > 0 && ticket % 3 === 0 ? 'Platform' : 'Desk'
    yield `T-${ticket},${time.toISOString()},${statuses[step]},${team},type ${ticket % 25}\n`
  }
}

async function copyAndSort(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'create temp table floor (ticket text, at text, status text, team text, type text)',
  )
  await client.query(`copy floor from ${client.escapeLiteral(file)} with (format csv, header)`)
  await client.query(
    'select count(*) from (select * from floor order by ticket, at offset 0) as sorted',
  )
  await client.end()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function report({
  rows,
  floor,
  measured,
}: {
  rows: number
  floor: number
  measured: number
}): void {
  const perSecond = (took: number) => Math.round(rows / took).toLocaleString('en')
  console.log(`floor: COPY and sort      ${perSecond(floor)} rows/s`)
  console.log(`firstline scorecard       ${perSecond(measured)} rows/s`)
  console.log(`times the floor           ${(measured / floor).toFixed(1)}`)
  console.log(`most memory               ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}
