import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ProcessesBusy, TookTooMuch, createProcessPool } from '#server/core/process-pool.ts'
import { lintInProcess, readInProcess, testInProcess } from './check-in-process.ts'
import { lintThoroughly } from './lint-runbook.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { parcelRunbook } from '#server/runbooks/testing/shop.ts'
import { eventually } from '#server/testing/eventually.ts'

const named = { sources: new Map(), actions: new Map(), types: new Set<string>() }

function runbook(parts: { checks: string[]; causes: string[]; fixtures?: string[] }) {
  const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('')
  return `---\napiVersion: firstline/v1\nkind: Runbook\nid: late\ntype: late\nowner: shop\nsymptom: [late]
checks:\n${list(parts.checks)}causes:\n${list(parts.causes)}${parts.fixtures ? `fixtures:\n${list(parts.fixtures)}` : ''}---\n`
}

const count = <T>(length: number, of: (index: number) => T) =>
  Array.from({ length }, (_, i) => of(i))
const ask = (index: number) => `c${index}: { ask: a, type: text }`

const manyKeys = runbook({
  checks: count(18_000, (i) => `k${i}: 1`),
  causes: ['a: { when: c1 }'],
})
const manyGiven = runbook({
  checks: [ask(0)],
  causes: [`a: { when: "c0 == 'x'", reply: r }`],
  fixtures: [`- { given: { ${count(9_000, (i) => `k${i}: 1`).join(', ')} }, expect: a }`],
})
const manyClauses = runbook({
  checks: count(30, ask),
  causes: count(60, (i) => {
    const clauses = count(
      18,
      (k) =>
        `(c${(i * 7 + k * 3) % 30} == 'v${(i * k) % 50}' || c${(i * 5 + k * 11) % 30} == 'w${i}')`,
    )
    return `a${i}: { when: "${clauses.join(' && ')}", reply: r }`
  }),
})
/** A part that reads thirty values at once would have more rows than there are atoms. */
const wideParts = runbook({
  checks: count(30, ask),
  causes: [
    `a: { when: "${count(30, (i) => `c${i}`).join(' + ')} == 'x'", reply: r }`,
    `b: { when: "${count(30, (i) => `c${i} in ['a','b','c','d','e','f','g']`).join(' || ')}", reply: r }`,
  ],
})

test.each([
  ['18,000 keys', manyKeys],
  ['9,000 values of a fixture', manyGiven],
  ['60 causes of 18 clauses each', manyClauses],
  ['parts that read thirty values', wideParts],
])('the desk goes on while a text of %s is linted', async (_what, source) => {
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const { problems, states } = await lintInProcess(source, named)
  clearInterval(counting)
  // a lint in this process would leave none
  expect(turns).toBeGreaterThan(3)
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.length).toBeLessThanOrEqual(201)
  expect(states?.possible ?? 0).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER)
})

test('what is too large is refused before it is read, and says how much that is', async () => {
  const source = runbook({ checks: count(21_000, (i) => `k${i}: 1`), causes: ['a: { when: x }'] })
  const refusal = {
    kind: 'invalid',
    reason: 'runbook.too-large',
    message: expect.stringMatching(/^It has 21,0\d\d entries; more than 20,000 are not read$/),
  }
  await expect(lintInProcess(source, named)).rejects.toMatchObject(refusal)
  await expect(readInProcess(source)).rejects.toMatchObject(refusal)
  await expect(testInProcess(source)).rejects.toMatchObject(refusal)
  expect(parseRunbook(source).problems).toMatchObject([{ reason: refusal.message }])
})

test("a process says what the desk's own would say", async () => {
  const parsed = parseRunbook(parcelRunbook)
  expect(await lintInProcess(parcelRunbook, named)).toEqual({
    content: parsed.content,
    ...lintThoroughly(parsed, named),
  })
  expect(await readInProcess(parcelRunbook)).toEqual({ content: parsed.content, problems: [] })
  expect((await testInProcess(parcelRunbook)).results.every(({ isPassed }) => isPassed)).toBe(true)
})

const odd = new URL('../testing/odd-process.ts', import.meta.url)
const limits = { processes: 1, waiting: 1, processorMs: 60_000, memoryMb: 64 }

test('a process that does not come to an end is ended, and the next question gets another', async () => {
  const pool = createProcessPool<string, string>(odd, { ...limits, processorMs: 500 })
  await expect(pool.ask('for ever')).rejects.toBeInstanceOf(TookTooMuch)
  expect(await pool.ask('echo')).toBe('echo')
})

test('a process that fails says so, and another takes its place', async () => {
  const pool = createProcessPool<string, string>(odd, limits)
  await expect(pool.ask('fail')).rejects.toThrow('failed as told')
  expect(await pool.ask('echo')).toBe('echo')
})

/** A thread at its limit took the desk with it: five times in a hundred. */
test('whoever eats memory ends alone, again and again', async () => {
  const pool = createProcessPool<string, string>(odd, { ...limits, processes: 2, waiting: 40 })
  const eaters = Array.from({ length: 8 }, () => pool.ask('eat').catch((error: unknown) => error))
  for (const end of await Promise.all(eaters)) expect(end).toBeInstanceOf(TookTooMuch)
  expect(await pool.ask('echo')).toBe('echo')
})

test('a process that ended while nobody asked it is replaced, and holds no secrets', async () => {
  const pool = createProcessPool<string, string>(odd, limits)
  const id = Number(await pool.ask('who'))
  process.kill(id, 'SIGKILL')
  await eventually(() => expect(isThere(id)).toBe(false))
  expect(await pool.ask('echo')).toBe('echo')
  const known = JSON.parse(await pool.ask('environment')) as Record<string, string>
  expect(Object.keys(known).filter((name) => name !== 'TZ' && name !== 'LANG')).toEqual([])
})

test('whatever it is at, it ends with the desk that asked it', async () => {
  const script = `
    const { createProcessPool } = await import('#server/core/process-pool.ts')
    const pool = createProcessPool(new URL('${odd}'), ${JSON.stringify(limits)})
    const id = await pool.ask('who')
    void pool.ask('for ever')
    setImmediate(() => setImmediate(() => console.log(id)))`
  const desk = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(desk.stdout, 'data')) as [Buffer]
  const id = Number(String(said))
  expect(isThere(id)).toBe(true)
  desk.kill('SIGKILL')
  await eventually(() => expect(isThere(id)).toBe(false))
})

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

test('more than may wait are refused, and those that wait come in turn', async () => {
  const pool = createProcessPool<string, string>(odd, limits)
  const first = pool.ask('one')
  const second = pool.ask('two')
  await expect(pool.ask('three')).rejects.toBeInstanceOf(ProcessesBusy)
  expect(await Promise.all([first, second])).toEqual(['one', 'two'])
  expect(await pool.ask('four')).toBe('four')
})
