/**
 * `firstline scorecard` as a command of its own, from a file of events to both numbers: rows a
 * second, processor time and most memory, against two floors measured in the same run: PostgreSQL
 * taking the same bytes by COPY and sorting them, and csv-parse reading the file for nothing.
 *
 *   node bench/scorecard-import.ts [rows] [ServiceNow audit as CSV or .csv.gz]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { perSecond, print, secondsOf, times } from './figures.ts'
import { withScratch } from './scratch.ts'

type Format = 'event-log' | 'servicenow'
type Used = { seconds: number; cpuSeconds: number; megabytes: number; rows: number }

const rows = Number(process.argv[2] ?? 200_000)
const real = process.argv[3]
/** As many as the published audit that the goal of five seconds is about. */
const auditRows = 141_712
const command = fileURLToPath(new URL('../cli/src/main.ts', import.meta.url))

await withScratch(async ({ folder, cluster }) => {
  const url = await cluster.database('floor')
  const generated = join(folder, 'log.csv')
  await pipeline(Readable.from(someHistory(rows)), createWriteStream(generated))
  const audit = join(folder, 'audit.csv')
  await pipeline(Readable.from(someAudit(auditRows)), createWriteStream(audit))
  const table: string[][] = []
  for (const [file, format] of [
    [generated, 'event-log'],
    [audit, 'servicenow'],
    [real, 'servicenow'],
  ] as const) {
    if (file === undefined || !existsSync(file)) {
      console.log(`skipped: ${file ? `there is no ${file}` : 'no ServiceNow audit was named'}`)
      continue
    }
    const floors = {
      copy: await secondsOf(() => copyAndSort(url, file)),
      parse: await secondsOf(() => parseOnly(file)),
    }
    table.push(lineOf(file, await useOf(folder, file, format), floors))
  }
  const header = [
    'file',
    'rows',
    'wall',
    'processor',
    'memory',
    'rows/s',
    'COPY, sort',
    'times that',
    'csv-parse alone',
    'times that',
  ]
  print('firstline scorecard', header, table)
})

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

/** Rows as wide as those of ServiceNow's audit of incidents: 36 columns, a tenth of them used. */
function* someAudit(count: number): Generator<string> {
  const used = [
    'number', 'incident_state', 'sys_mod_count', 'sys_updated_at', 'opened_at', 'category',
    'assignment_group', 'assigned_to', 'contact_type', 'reassignment_count',
  ] // prettier-ignore
  const others = Array.from({ length: 26 }, (_, index) => `u_other_${index}`)
  yield `${[...used, ...others].join(',')}\n`
  const rest = others.map((_, index) => `Some value ${index}`).join(',')
  const states = ['New', 'Active', 'Awaiting User Info', 'Resolved', 'Closed']
  const start = Date.UTC(2016, 1, 29)
  for (let row = 0; row < count; row++) {
    const ticket = Math.floor(row / 5)
    const group = `Group ${row % 5 > 1 && ticket % 3 === 0 ? 70 : ticket % 60}`
    const [opened, updated] = [0, (row % 5) * 9].map((hours) =>
      dayFirst(new Date(start + ticket * 600_000 + hours * 3_600_000)),
    )
    yield (
      `INC${ticket},${states[row % 5]},${row % 5},${updated},${opened},Category ${ticket % 50},${group},` +
        `Resolver ${ticket % 200},Phone,0,${rest}\n`
    )
  }
}

function dayFirst(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T')
  return `${date.split('-').toReversed().join('/')} ${clock.slice(0, 5)}`
}

async function parseOnly(file: string): Promise<void> {
  const bytes = createReadStream(file)
  const parser = (file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes).pipe(parse())
  await parser.forEach(() => undefined)
}

/** What the command needed, as it says itself at its end. */
async function useOf(home: string, file: string, format: Format): Promise<Used> {
  const report = `process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write(
    '\\n' + JSON.stringify({ cpuSeconds: (u.userCPUTime + u.systemCPUTime) / 1e6, megabytes: u.maxRSS / 1024 })) })`
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(report)}`,
      command,
      'scorecard',
      file,
      '--from',
      format,
      '--json',
    ],
    { env: { ...process.env, DATABASE_URL: '', FIRSTLINE_HOME: home } },
  )
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  const seconds = (performance.now() - began) / 1000
  if (child.exitCode !== 0) throw new Error(errors)
  const { cpuSeconds, megabytes } = JSON.parse(errors.slice(errors.lastIndexOf('\n'))) as Omit<
    Used,
    'seconds' | 'rows'
  >
  const scorecard = JSON.parse(output) as { rows: { read: number } }
  return { seconds, cpuSeconds, megabytes, rows: scorecard.rows.read }
}

/** Every line as one value, sorted: the same bytes, with no thought about their columns. */
async function copyAndSort(url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create temp table floor (line text)')
  const bytes = createReadStream(file)
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  // no line of these files has such a character
  const copy = client.query(
    copyFrom(String.raw`copy floor from stdin with (format csv, delimiter E'\x01', quote E'\x02')`),
  )
  await pipeline(plain, copy)
  await client.query('select count(*) from (select * from floor order by line offset 0) as sorted')
  await client.end()
}

function lineOf(file: string, used: Used, floor: { copy: number; parse: number }): string[] {
  return [
    basename(file),
    used.rows.toLocaleString('en'),
    `${used.seconds.toFixed(1)} s`,
    `${used.cpuSeconds.toFixed(1)} s`,
    `${Math.round(used.megabytes)} MB`,
    perSecond(used.rows, used.seconds),
    perSecond(used.rows, floor.copy),
    times(used.seconds / floor.copy),
    `${floor.parse.toFixed(1)} s`,
    times(used.seconds / floor.parse),
  ]
}
