// npm run mutate AREA [count] [seed] [place]: makes one small fault after the other in an area of the code, runs
// the area's tests on each, and says which faults no test notices. It works in a copy of the tree. A place is a
// part of `file:line`, to try again what survived there.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { API } from 'typescript/unstable/sync'
import { createVitest } from 'vitest/node'
import type { TestCase, TestModule } from 'vitest/node'
import { mutationsOf } from './mutations.ts'
import type { Mutation } from './mutations.ts'

type Area = { /** Of the server's sources. */ files: RegExp; tests: readonly string[] }
type Fault = Mutation & { file: string; text: string }

const areas = new Map<string, Area>([
  ['statistics', { files: /^scorecard\/statistics\//, tests: ['src/scorecard/statistics/'] }],
  [
    'sums',
    { files: /^scorecard\/sums\//, tests: ['src/scorecard/sums/', 'src/scorecard/second-opinion'] },
  ],
  [
    'facts',
    {
      files: /^scorecard\/facts\/(facts|signals)-of-ticket/,
      tests: [
        'src/scorecard/facts/facts-of',
        'src/scorecard/facts/signals-of',
        'src/scorecard/second-opinion',
      ],
    },
  ],
  ['share', { files: /^scorecard\/share\/(?:share|add|skip)-/, tests: ['src/scorecard/share/'] }],
  [
    'limits',
    { files: /^actions\/limits\//, tests: ['src/actions/limits/', 'src/actions/run/run-action'] },
  ],
  [
    'compile',
    {
      files: /^actions\/compile\//,
      tests: [
        'src/actions/compile/',
        'src/actions/example',
        'src/actions/call/records-by-id',
        'src/actions/run/follow-job',
        'src/accounts/search-files',
      ],
    },
  ],
  ['approvals', { files: /^actions\/approvals\//, tests: ['src/actions/approvals/'] }],
  [
    'run',
    {
      files: /^actions\/run\//,
      tests: ['src/actions/run/', 'src/actions/approvals/', 'src/actions/limits/stop-action'],
    },
  ],
  [
    'opportunities',
    { files: /^scorecard\/opportunities\//, tests: ['src/scorecard/opportunities/'] },
  ],
  [
    'read',
    {
      files: /^scorecard\/read\//,
      tests: ['src/scorecard/read/', 'src/scorecard/second-opinion', 'src/scorecard/sums/'],
    },
  ],
  [
    'verb',
    {
      files: /^core\/(verb|record-events)\.ts/,
      tests: ['src/core/verb.test', 'src/core/request-key', 'src/core/react'],
    },
  ],
  [
    'judge',
    {
      files: /^channels\/judge/,
      tests: [
        'src/channels/judge-mail',
        'src/channels/parse-mail',
        'src/channels/read-bounce',
        'src/channels/receive.test',
        'src/channels/mail-cases',
      ],
    },
  ],
  [
    'courtesy',
    {
      files: /^tickets\/courtesy\/[^/]*$/,
      tests: ['src/tickets/courtesy/', 'src/tickets/judge-message'],
    },
  ],
])

const [name = '', count = '20', seed = '1', place = ''] = process.argv.slice(2)
const area = areas.get(name)
if (!area) throw new Error(`Say which area: ${[...areas.keys()].join(', ')}`)

const root = fileURLToPath(new URL('../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'firstline-mutate-'))
const server = `${copy}/server/`
copyTree()
const faults = sample(
  faultsOf(area).filter(({ file, line }) => `${file}:${line};`.includes(place)),
  Number(count),
  Number(seed),
)

/** A fault that makes a test wait for ever is noticed after this long. */
const patience = 90_000
/** Of the time of the slowest: test files that take no longer are asked first, others where these notice nothing. */
const quick = 1 / 4

let failures: string[] = []
const vitest = await createVitest('test', {
  root: server,
  watch: false,
  bail: 1,
  isolate: true,
  maxWorkers: 2,
  testTimeout: patience,
  hookTimeout: patience,
  reporters: [{ onTestCaseResult, onTestModuleEnd }],
})
try {
  const tests = await vitest.globTestSpecifications(area.tests.map((test) => server + test))
  const stages = await inStages(tests)
  let [tried, survivors] = [0, 0]
  let isStopped = false
  process.once('SIGINT', () => (isStopped = true)) // says what it knows after the fault under way
  for (const fault of faults) {
    if (isStopped) break
    const begin = performance.now()
    write(fault, fault.text.slice(0, fault.start) + fault.is + fault.text.slice(fault.end))
    const isNoticed = await isRed(ownFirst(stages, fault))
    write(fault, fault.text)
    tried++
    if (!isNoticed) survivors++
    const { file, line, was, is } = fault
    console.log(
      `${isNoticed ? 'noticed ' : 'SURVIVED'} ${file.slice(server.length)}:${line}  ${was} → ${is}` +
        `  (${((performance.now() - begin) / 1_000).toFixed(0)} s${isNoticed ? `: ${failures[0] ?? ''}` : ''})`,
    )
  }
  if (!(await isGreen(tests))) throw new Error('The tests fail without a fault: nothing is proved')
  const killed = tried - survivors
  console.log(
    `${name}: ${killed} of ${tried} faults noticed (${((100 * killed) / tried).toFixed(0)}%)`,
  )
} finally {
  await vitest.close()
  rmSync(copy, { recursive: true, force: true })
}

type Tests = Awaited<ReturnType<typeof vitest.globTestSpecifications>>

/** Runs all of them once without a fault, and puts the quick ones first. */
async function inStages(tests: Tests): Promise<Tests[]> {
  if (!(await isGreen(tests))) {
    throw new Error(`The tests fail before any fault is made:\n${failures.join('\n')}`)
  }
  const timeOf = ({ testModule }: Tests[number]) => testModule?.diagnostic().duration ?? 0
  const slowest = Math.max(...tests.map(timeOf))
  const isQuick = (test: Tests[number]) => timeOf(test) <= quick * slowest
  return [tests.filter(isQuick), tests.filter((test) => !isQuick(test))].filter(
    ({ length }) => length > 0,
  )
}

/** Before all others the tests that are called like the file. */
function ownFirst(stages: readonly Tests[], { file }: Fault): Tests[] {
  const isOwn = ({ moduleId }: Tests[number]) => moduleId === file.replace(/\.ts$/, '.test.ts')
  const others = stages.map((tests) => tests.filter((test) => !isOwn(test)))
  return [stages.flat().filter(isOwn), ...others].filter(({ length }) => length > 0)
}

async function isRed(stages: readonly Tests[]): Promise<boolean> {
  for (const tests of stages) if (!(await isGreen(tests))) return true
  return false
}

function write({ file }: Fault, text: string): void {
  writeFileSync(file, text)
  vitest.invalidateFile(file)
}

/** What git knows; the packages are those of the tree itself, except for its own. */
function copyTree(): void {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  for (const path of list.split('\0').filter(Boolean)) {
    if (!/^(contract|server|web|examples|docs|door|cli|scripts)\/|^[^/]+$/.test(path)) continue
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path))
  }
  mkdirSync(join(copy, 'node_modules/@firstline'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@firstline' || name === '.vite') continue
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  }
  symlinkSync(join(copy, 'contract'), join(copy, 'node_modules/@firstline/contract'))
  symlinkSync(join(root, 'server/node_modules'), join(server, 'node_modules'))
}

async function isGreen(tests: Tests): Promise<boolean> {
  if (tests.length === 0) throw new Error('No test is there to notice anything')
  failures = []
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests, true)
  // what an earlier run left is among them
  const asked = testModules.filter((module) =>
    tests.some(({ moduleId }) => moduleId === module.moduleId),
  )
  if (asked.length === 0) throw new Error('No test was run')
  // what a test threw comes without a prototype: it cannot be made a text of
  failures.push(...unhandledErrors.map((error) => inspect(error, { depth: 1 })))
  return unhandledErrors.length === 0 && asked.every((module) => module.ok())
}

/** Told as it happens: a file that was not begun, as another had failed, still says what it said before. */
function onTestCaseResult(test: TestCase): void {
  if (test.result().state === 'failed') failures.push(test.fullName)
}

function onTestModuleEnd(module: TestModule): void {
  failures.push(...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`))
}

function faultsOf({ files }: Area): Fault[] {
  const api = new API({ cwd: server })
  const config = `${copy}/tsconfig.node.json`
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
  if (!project) throw new Error(`${config} was not opened`)
  const found = readdirSync(`${server}src`, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        files.test(path) &&
        path.endsWith('.ts') &&
        !/\.test\.ts$|(courtesy|absence|trouble|works)-words\.ts$/.test(path),
    )
    .flatMap((path) => {
      const file = `${server}src/${path}`
      const source = project.program.getSourceFile(file)
      if (!source) throw new Error(`${file} was not read`)
      return mutationsOf(source).map((mutation) => ({ ...mutation, file, text: source.text }))
    })
  api.close()
  return found
}

/** The same faults for the same seed. */
function sample(all: readonly Fault[], size: number, from: number): Fault[] {
  let state = from
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  return all
    .map((fault) => ({ fault, order: next() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ fault }) => fault)
}
