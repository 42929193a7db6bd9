// npm test: the checks, the unit and integration tests on real PostgreSQL, the journeys in a browser.
// The last line counts all of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'

type Counts = { passed: number; failed: number; skipped: number }

const crashed: Counts = { passed: 0, failed: 1, skipped: 0 }
const folder = mkdtempSync(join(tmpdir(), 'firstline-results-'))
const began = Date.now()
const suites: Counts[] = [await checks(), await units(), await journeys()]
const sum = (key: keyof Counts) => suites.reduce((total, suite) => total + suite[key], 0)

console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s`)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exitCode = sum('failed') > 0 ? 1 : 0

async function checks(): Promise<Counts> {
  const results = await runSteps(checkSteps, 2)
  const passed = results.filter((result) => result.isPassed).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

async function units(): Promise<Counts> {
  const file = join(folder, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run('vitest', args)
  type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  const report = readReport<Report>(file)
  if (!report) return crashed
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = report
  return { passed, failed: atLeastOne(numFailedTests, code), skipped }
}

async function journeys(): Promise<Counts> {
  const file = join(folder, 'playwright.json')
  const code = await run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  const stats = readReport<Report>(file)?.stats
  if (!stats) return crashed
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: atLeastOne(failed, code), skipped: stats.skipped }
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

async function run(command: string, args: readonly string[], env = {}): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}
