import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export type Counts = { passed: number; failed: number; skipped: number; failures: string[] }

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
  const report = readReport<VitestReport>(file)
  if (!report) return crashed(`vitest ${options.join(' ')} left no report`)
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = report
  return ended(`vitest ${options.join(' ')}`, code, {
    passed,
    failed: numFailedTests,
    skipped,
    failures: failuresOfVitest(report),
  })
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

function failuresOfVitest({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const tests = failed.map(
      (test) => `${name}: ${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`,
    )
    return status === 'failed' && tests.length === 0 ? [`${name}\n${message}`] : tests
  })
}

/** Runs the journeys in a browser and counts them; one that passed at the second try has failed. */
export async function runPlaywright(options: readonly string[]): Promise<Counts> {
  const file = join(folder, 'playwright.json')
  const code = await runAside('playwright', ['test', '--reporter=list,json', ...options], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const report = readReport<PlaywrightReport>(file)
  if (!report) return crashed(`playwright ${options.join(' ')} left no report`)
  const { stats, suites } = report
  return ended(`playwright ${options.join(' ')}`, code, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresOfPlaywright),
  })
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: Suite[]
}

type Suite = {
  suites?: Suite[]
  specs: {
    file: string
    title: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

function failuresOfPlaywright({ suites = [], specs }: Suite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const messages = results.map(({ error }) => error?.message ?? '')
        return `${file}: ${title} (${status})\n${messages.join('\n')}`
      }),
  )
  return [...own, ...suites.flatMap(failuresOfPlaywright)]
}

/** The last line of a run counts all of its suites; what failed is named just before, where an end of a log shows it. */
export function sayCounts(began: number, suites: readonly Counts[]): void {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    suites.reduce((total, suite) => total + suite[key], 0)
  for (const failure of suites.flatMap(({ failures }) => failures)) {
    console.log(`\n✗ ${failure.slice(0, 1_500)}`)
  }
  console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s`)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

function crashed(why: string): Counts {
  return { passed: 0, failed: 1, skipped: 0, failures: [why] }
}

/** A runner that ended badly has failed, whatever it counted. */
function ended(runner: string, code: number, counts: Counts): Counts {
  if (code === 0 || counts.failed > 0) return counts
  const failures = [...counts.failures, `${runner} ended with ${code}: why stands where it ran`]
  return { ...counts, failed: 1, failures }
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
