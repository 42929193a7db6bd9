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
import { someAudit, someHistory } from './some-history.ts'

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
