import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export type Counts = { passed: number; failed: number; skipped: number }

const crashed: Counts = { passed: 0, failed: 1, skipped: 0 }
const folder = mkdtempSync(join(tmpdir(), 'firstline-results-'))
/** Hundreds of processes read the same code: what Node made of it is kept for the next one. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const environment = { ...process.env, NODE_COMPILE_CACHE: compiled }

/** What takes minutes is run with the world: a contributor waits for the rest. Some belong to both. */
export const short = {
  tests: ['--project', '!proofs', '--project', '!alone'],
  journeys: ['--grep-invert', '@long(?! @short)'],
}
export const long = {
  tests: ['--project', 'proofs', '--project', 'alone'],
  journeys: ['--grep', '@long'],
}

/** Runs Vitest with these arguments and counts its tests. */
export async function runVitest(...options: readonly string[]): Promise<Counts> {
  const file = join(folder, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run('vitest', [...args, ...options])
  type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  const report = readReport<Report>(file)
  if (!report) return crashed
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = report
  return { passed, failed: atLeastOne(numFailedTests, code), skipped }
}

/** Runs the journeys in a browser and counts them; one that passed at the second try has failed. */
export async function runPlaywright(options: readonly string[]): Promise<Counts> {
  const file = join(folder, 'playwright.json')
  const code = await runAside('playwright', ['test', '--reporter=list,json', ...options], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  const stats = readReport<Report>(file)?.stats
  if (!stats) return crashed
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: atLeastOne(failed, code), skipped: stats.skipped }
}

/** The last line of a run counts all of its suites. */
export function sayCounts(began: number, suites: readonly Counts[]): void {
  const sum = (key: keyof Counts) => suites.reduce((total, suite) => total + suite[key], 0)
  console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s`)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

/** A runner that ended badly has failed, whatever it counted. */
function atLeastOne(failed: number, code: number): number {
  return code === 0 ? failed : Math.max(1, failed)
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

async function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: environment })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}

/** What it says is shown in one piece, when it has ended. */
async function runAside(command: string, args: readonly string[], more: object): Promise<number> {
  const env = { ...environment, ...more }
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const ended = once(child, 'close') as Promise<[number | null]>
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  process.stdout.write(`\n${out}`)
  process.stderr.write(err)
  return code ?? 1
}
