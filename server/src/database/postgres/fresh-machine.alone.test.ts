import { execFile, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { makeScratchFolder } from './scratch-folder.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const canUnshare = spawnSync('unshare', ['-m', 'true']).status === 0
const nobody = { uid: 65534, gid: 65534 }

let root: string
let folder: string
let elsewhere: string[]

beforeEach(() => {
  elsewhere = []
  root = makeScratchFolder('firstline-fresh-')
  folder = join(root, 'postgres')
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const path of [root, ...elsewhere]) rmSync(path, { recursive: true, force: true })
})

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ answer: unknown }>(question)).rows[0]?.answer
  } finally {
    await client.end()
  }
}

/** Starts, asks, leaves. */
async function askOnce(question: string): Promise<unknown> {
  const cluster = await startEmbedded(folder)
  try {
    return await ask(await cluster.database('mine'), question)
  } finally {
    await cluster.leave()
    if (lstatSync(folder).isSymbolicLink()) elsewhere.push(readlinkSync(folder))
  }
}

const make = 'create table kept as select 7 as answer'
const find = 'select answer from kept'

describe.skipIf(!isRoot)('as root', () => {
  test('the data of a folder that others may not enter lies where PostgreSQL can, and is found again', async () => {
    chmodSync(root, 0o700)
    const [one, two] = await Promise.all([startEmbedded(folder), startEmbedded(folder)])
    elsewhere.push(readlinkSync(folder))
    await ask(await one.database('mine'), make)
    expect(await ask(await two.database('mine'), find)).toBe(7)
    for (const cluster of [one, two]) await cluster.leave()
    expect(readlinkSync(folder)).toMatch(/^\/var\/lib\/firstline\/[0-9a-f]{12}$/)
    chmodSync(root, 0o755)
    expect(await askOnce(find)).toBe(7)
  })

  test('data that lay there before is moved, but not under a server that runs', async () => {
    const before = await startEmbedded(folder)
    await ask(await before.database('mine'), make)
    chmodSync(root, 0o700)
    await expect(startEmbedded(folder)).rejects.toThrow(/PostgreSQL \(\d+\) still runs in /)
    expect(lstatSync(folder).isDirectory()).toBe(true)
    await before.leave()
    expect(await askOnce(find)).toBe(7)
    expect(lstatSync(folder).isSymbolicLink()).toBe(true)
  })

  test('a home that was removed and made again begins anew', async () => {
    const home = join(root, 'home')
    folder = join(home, 'postgres')
    chmodSync(root, 0o700)
    mkdirSync(home)
    await askOnce(make)
    renameSync(home, join(root, 'old'))
    mkdirSync(home)
    await expect(askOnce(find)).rejects.toThrow(/relation "kept" does not exist/)
  })

  test('who owns the data runs it: another start as that account finds it its own', async () => {
    await askOnce(make)
    const { status } = spawnSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, folder])
    expect(status).toBe(0)
    expect(await askOnce(find)).toBe(7)
    expect(statSync(folder)).toMatchObject(nobody)
  })

  test('data that root copied is given to the account', async () => {
    await askOnce(make)
    expect(spawnSync('chown', ['-R', '0:0', folder]).status).toBe(0)
    expect(await askOnce(find)).toBe(7)
  })

  test('a temporary folder that others may not enter is good enough for a test', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'firstline-closed-'))
    elsewhere.push(closed)
    vi.stubEnv('TMPDIR', closed)
    folder = join(makeScratchFolder('firstline-scratch-'), 'postgres')
    elsewhere.push(join(folder, '..'))
    expect(await askOnce('select 1 as answer')).toBe(1)
    expect(lstatSync(folder).isSymbolicLink()).toBe(false)
  })
})

// the checkout itself may lie where only root can read it
const canRead = spawnSync('test', ['-r', import.meta.filename], nobody).status === 0

describe.skipIf(!isRoot || !canRead)('as somebody else', () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    const cluster = await startEmbedded(process.argv[1]).catch(({ message }) => console.log(message))
    await cluster?.leave()`
  const args = ['--input-type=module-typescript', '--eval', script, '--']

  test("another account's data is refused in a sentence, not by PostgreSQL", async () => {
    await askOnce(make)
    const { stdout } = await run(process.execPath, [...args, folder], { ...nobody, cwd: '/' })
    expect(stdout).toMatch(/postgres belongs to another account \(\d+\): start as that one/)
  })
})

test('a folder may have spaces, umlauts, quotes and what a shell would read', async () => {
  folder = join(root, `Prüf stand "a" $HOME \`id\` it's`, 'postgres')
  await askOnce(make)
  expect(await askOnce(find)).toBe(7)
})

test.each<NodeJS.ProcessEnv>([
  { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR', TZ: 'Asia/Kathmandu', PGPORT: '6543', PGDATA: '/no' },
  { LANG: '', LC_ALL: 'xx_YY.KOI8', TZ: 'Mars/Olympus', PGSSLMODE: 'require', PGHOST: 'nowhere' },
])(
  'it starts in an environment of %j, and counts in UTC',
  async (odd) => {
    for (const [name, value] of Object.entries(odd)) vi.stubEnv(name, value)
    expect(await askOnce(`select current_setting('timezone') as answer`)).toBe('UTC')
    expect(await askOnce(`select upper('iß') || lower('I') as answer`)).toBe('Ißi')
  },
  180_000,
)

test.skipIf(!canUnshare)(
  'without room in /dev/shm it works with files instead',
  async () => {
    const script = `
      import pg from 'pg'
      import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
      const cluster = await startEmbedded(process.argv[1])
      const client = new pg.Client({ connectionString: await cluster.database('mine') })
      await client.connect()
      await client.query('create table many as select generate_series(1, 300000) as n')
      for (const setting of ['debug_parallel_query = on', 'parallel_setup_cost = 0'])
        await client.query('set ' + setting)
      const { rows } = await client.query('select count(*)::int, current_setting($1) from many a join many b using (n)', ['dynamic_shared_memory_type'])
      console.log(JSON.stringify(rows[0]))
      await client.end()
      await cluster.leave()`
    const small = 'mount -t tmpfs -o size=8k none /dev/shm && exec "$@"'
    const node = [process.execPath, '--input-type=module-typescript', '--eval', script, folder]
    const { stdout } = await run('unshare', ['-m', 'sh', '-c', small, 'sh', ...node], {
      cwd: import.meta.dirname,
    })
    expect(JSON.parse(stdout)).toEqual({ count: 300_000, current_setting: 'mmap' })
  },
  180_000,
)

test('a server that cannot start is not tried for minutes: its own words say why', async () => {
  await askOnce(make)
  appendFileSync(join(folder, 'postgresql.conf'), `\nwork_mem = 'much'\n`)
  if (isRoot) chownSync(join(folder, 'postgresql.conf'), statSync(folder).uid, -1)
  await expect(startEmbedded(folder)).rejects.toThrow(
    /did not start: .*invalid value for parameter "work_mem": "much".* \(log: .*server\.log\)/s,
  )
})
