import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { eventually } from '#server/testing/eventually.ts'

const run = promisify(execFile)
let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'firstline-embedded-'))
  chmodSync(root, 0o755)
  folder = join(root, 'postgres')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function ask<T>(url: string, question: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ answer: T }>(question)
  await client.end()
  return rows[0]?.answer
}

function postmasterPid(): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
}

/** A zombie whose parent has not looked yet is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('a process that ends without having left leaves no server behind, unless somebody uses it', async () => {
  const script = join(root, 'ends.mjs')
  const embedded = new URL('./embedded.ts', import.meta.url).href
  writeFileSync(
    script,
    `import { existsSync } from 'node:fs'
    const { startEmbedded } = await import(${JSON.stringify(embedded)})
    const starting = startEmbedded(process.argv[2])
    if (process.argv[3] === 'ready') await starting
    else while (!existsSync(process.argv[2] + '/postmaster.pid')) await new Promise(setImmediate)
    process.exit(1)`,
  )
  const one = await startEmbedded(folder)
  const pid = postmasterPid()
  spawnSync(process.execPath, [script, folder, 'ready'])
  const url = await one.database('mine')
  expect(await ask(url, 'select 1 as answer')).toBe(1)
  await one.leave()
  expect(isAlive(pid)).toBe(false)
  for (const when of ['ready', 'starting']) {
    spawnSync(process.execPath, [script, folder, when])
    await expect.poll(() => existsSync(join(folder, 'postmaster.pid'))).toBe(false)
  }
})

test('two users share one cluster, and the last one out stops it', async () => {
  const one = await startEmbedded(folder)
  const two = await startEmbedded(folder)
  const pid = postmasterPid()
  await one.leave()
  const url = await two.database('mine')
  expect(await ask(url, 'select 1 as answer')).toBe(1)
  await two.leave()
  expect(isAlive(pid)).toBe(false)
})

test('a cluster that was killed comes back with its data', async () => {
  const before = await startEmbedded(folder)
  const url = await before.database('mine')
  await ask(url, 'create table kept as select 7 as answer')
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  await eventually(() => expect(isAlive(pid)).toBe(false))
  const after = await startEmbedded(folder)
  expect(await ask(after.urlOf('mine'), 'select answer from kept')).toBe(7)
  await after.leave()
})

test('a cluster that is killed or stopped while it is used is started again', async () => {
  const users = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
  const url = await users[0].database('mine')
  await ask(url, 'create table kept as select 7 as answer')
  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    const pid = postmasterPid()
    process.kill(pid, signal)
    await eventually(() => expect(isAlive(pid)).toBe(false))
    await eventually(async () => expect(await ask(url, 'select answer from kept')).toBe(7))
  }
  const pid = postmasterPid()
  for (const user of users) await user.leave()
  expect(isAlive(pid)).toBe(false)
})

/** A desk that is killed lets its server go on. @returns the address of a database of it */
function killDesk(): string {
  const embedded = JSON.stringify(new URL('./embedded.ts', import.meta.url).href)
  const script = `import { startEmbedded } from ${embedded}
    const cluster = await startEmbedded(${JSON.stringify(folder)})
    console.log(await cluster.database('mine'))
    process.kill(process.pid, 'SIGKILL')`
  const args = ['--input-type=module-typescript', '--eval', script]
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim()
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('a server that ends and waits for a client that stays is ended by who starts, and said', async () => {
  const url = killDesk()
  const client = await connect(url)
  await client.query('create table kept as select 7 as answer')
  process.kill(postmasterPid(), 'SIGTERM') // its smart shutdown
  const refused = /shutting down/
  await eventually(() => expect(connect(url)).rejects.toThrow(refused))
  const said: string[] = []
  const desk = await startEmbedded(folder, { say: (line) => void said.push(line) })
  expect(said.join('\n')).toBe('  PostgreSQL still ends from before: it is waited for')
  expect(await ask(url, 'select answer from kept')).toBe(7)
  await Promise.all([client.end(), desk.leave()])
})

test('a server that accepts, says nothing and is killed then does not hold up who starts', async () => {
  killDesk()
  const pid = postmasterPid()
  const log = () => readFileSync(join(folder, 'server.log'), 'utf8')
  process.kill(pid, 'SIGSTOP') // connections are taken by the system, and nobody answers them
  const starting = startEmbedded(folder)
  try {
    // who waits for its answer for ever never comes to this
    await eventually(() => expect(log()).toContain('lock file "postmaster.pid"'))
  } finally {
    process.kill(pid, 'SIGKILL')
  }
  const desk = await starting
  expect(postmasterPid()).not.toBe(pid)
  await desk.leave()
})

test('what a killed server has left working is ended by who starts', async () => {
  const client = await connect(killDesk())
  const endless = client.query('do $$ begin loop end loop; end $$').catch(() => 'ended')
  process.kill(postmasterPid(), 'SIGKILL')
  const desk = await startEmbedded(folder)
  expect(await endless).toBe('ended')
  await Promise.all([client.end(), desk.leave()])
})

test('what a killed process left half initialised is removed', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']) // nobody's by now
  const forsaken = join(root, `postgres.init-${pid}-x1`)
  const ours = join(root, `postgres.init-${process.pid}-x1`)
  for (const draft of [forsaken, ours]) mkdirSync(draft)
  await (await startEmbedded(folder)).leave()
  expect([existsSync(forsaken), existsSync(ours)]).toEqual([false, true])
})

test('a folder that cannot be used is named, with what to set', async () => {
  const file = join(root, 'a-file')
  writeFileSync(file, '')
  await expect(startEmbedded(join(file, 'postgres'))).rejects.toThrow(
    `${file} cannot be written to (EEXIST): set FIRSTLINE_HOME to another folder`,
  )
})

test('leaving a cluster that is gone just leaves', async () => {
  const cluster = await startEmbedded(folder)
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  await eventually(() => expect(isAlive(pid)).toBe(false))
  await cluster.leave()
})

test('three processes at once from nothing find one cluster', async () => {
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    const cluster = await startEmbedded(${JSON.stringify(folder)})
    await cluster.database('mine')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await cluster.leave()
    console.log('left')`
  const args = ['--input-type=module-typescript', '--eval', script]
  const all = await Promise.all([1, 2, 3].map(() => run(process.execPath, args)))
  expect(all.map(({ stdout }) => stdout.trim())).toEqual(['left', 'left', 'left'])
})
