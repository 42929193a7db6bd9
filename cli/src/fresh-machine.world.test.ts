import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  copyCheckout,
  endAll,
  freePorts,
  machinePath,
  oldNode,
  runOn,
  startOn,
} from './testing/fresh-machine.ts'
import type { Machine, Ran, Running } from './testing/fresh-machine.ts'

const isRoot = process.getuid?.() === 0
const canUnshare = spawnSync('unshare', ['-nm', 'true']).status === 0
/** The account of nobody, as whom nothing else of ours runs. */
const somebody = { uid: 65_534, gid: 65_534 }

const minutes = 60_000
vi.setConfig({ testTimeout: 30 * minutes })

const scratch = mkdtempSync(join(tmpdir(), 'firstline-fresh-'))
chmodSync(scratch, 0o755)
const installed = join(scratch, 'installed', 'firstline')
const npm = { npm_config_update_notifier: 'false' }
/** Where root's PostgreSQL and its data are, because it could not enter where they were. */
const elsewhere = new Set<string>()
afterAll(async () => {
  await endAll()
  for (const path of [scratch, ...elsewhere]) rmSync(path, { recursive: true, force: true })
})

beforeAll(async () => {
  copyCheckout(installed)
  await install(installed)
}, 30 * minutes)

/** As somebody with a network would; what was downloaded before is not downloaded again. */
async function install(folder: string, ...options: string[]): Promise<void> {
  const env = { ...process.env, PATH: machinePath, npm_config_prefer_offline: 'true' }
  const { code, text } = await runOn({ folder, env }, 'npm', 'ci', ...options)
  expect(code, text).toBe(0)
}

/** A copy of what was installed: by links, where nobody writes into a file of it. */
function copyTo(folder: string, how: 'links' | 'files' = 'links'): string {
  mkdirSync(join(folder, '..'), { recursive: true })
  const { status, stderr } = spawnSync('cp', [how === 'links' ? '-al' : '-a', installed, folder])
  expect(status, String(stderr)).toBe(0)
  return folder
}

function giveTo(folder: string): void {
  spawnSync('chown', ['-R', `${somebody.uid}:${somebody.gid}`, folder])
}

type Started = Running & { port: number }

async function start(machine: Machine, port?: number): Promise<Started> {
  const at = port ?? (await freePorts())
  const desk = { ...(await startOn(machine, at)), port: at }
  const data = join(machine.env?.FIRSTLINE_HOME ?? join(machine.folder, '.firstline'), 'postgres')
  if (lstatSync(data).isSymbolicLink()) elsewhere.add(readlinkSync(data))
  const copied = /PostgreSQL is copied to (\S+):/.exec(desk.text())?.[1]
  if (copied) elsewhere.add(copied)
  return desk
}

/** @returns its words */
async function stop(desk: Started): Promise<string> {
  await desk.stop()
  return desk.text()
}

/** Starts, leaves something there, ends when all of it is sealed. */
async function begin(machine: Machine, subject: string): Promise<{ said: string; port: number }> {
  const desk = await start(machine)
  expect(await desk.visit(subject, 'write')).toEqual({ tickets: 1, hasPage: true })
  await expect
    .poll(() => audit(machine, 'state'), { timeout: 10 * minutes, interval: 500 })
    .toMatchObject({ code: 0, text: expect.stringMatching(/^Not sealed +\d{1,2} events$/m) })
  return { said: await stop(desk), port: desk.port }
}

/** Starts again, perhaps on a machine that has changed, and finds it. */
async function find(machine: Machine, subject: string, port?: number): Promise<string> {
  const desk = await start(machine, port)
  expect(await desk.visit(subject)).toEqual({ tickets: 1, hasPage: true })
  return stop(desk)
}

/** Another command on the same data, beside a desk or without one. */
function audit(machine: Machine, what: 'state' | 'verify'): Promise<Ran> {
  return runOn(machine, 'npm', 'run', '-s', 'firstline', '--', 'audit', what)
}

async function verify(machine: Machine): Promise<void> {
  const { code, text } = await audit(machine, 'verify')
  expect(text).toMatch(/^As it was sealed: 1\d,\d{3} events in \d+ seals/m)
  expect(code).toBe(0)
}

/** Each is no language or no time zone of this machine, or both, or one that surprises. */
const odd = {
  turkish: { LANG: 'tr_TR.UTF-8', LC_ALL: 'xx_YY.KOI8', TZ: 'Asia/Kathmandu' },
  empty: { LANG: '', LC_ALL: '', TZ: '' },
  nowhere: { LANG: 'POSIX', LC_ALL: 'en_US.ISO-8859-1', TZ: 'Mars/Olympus' },
  file: { LANG: 'de_DE@euro', LANGUAGE: 'de:ja', TZ: ':/etc/localtime' },
  rule: { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TZ: 'XXX-14:45YYY,M1.1.0,M12.5.0' },
}

test.skipIf(!isRoot)(
  'as root in a folder that others may not enter, with spaces and umlauts, beside a second desk',
  async () => {
    const home = join(scratch, 'closed')
    mkdirSync(home, { mode: 0o700 })
    const folder = copyTo(join(home, `Prüf stand "a" $HOME it's`, 'firstline'))
    const machine = { folder, env: { ...npm, ...odd.turkish } }
    const { said, port } = await begin(machine, 'closed')
    expect(said).toMatch(/PostgreSQL is copied to \/var\/lib\/firstline\/postgresql-/)
    expect(said).toMatch(/Data .*its database in \/var\/lib\/firstline\/[0-9a-f]{12}/)
    expect(await find(machine, 'closed', port)).not.toContain('is copied')
    await verify(machine)

    const beside = { folder, env: { ...npm, FIRSTLINE_HOME: join(home, 'second desk') } }
    const [one, two] = await Promise.all([start(machine), start(beside)])
    expect(await one.visit('closed')).toMatchObject({ tickets: 1 })
    expect(await two.visit('closed')).toMatchObject({ tickets: 0 })
    await Promise.all([stop(one), stop(two)])

    // as CONTRIBUTING.md says it: npm puts the Node that it brought in front of this machine's
    const tests = await runOn(machine, 'npx', 'vitest', 'run', 'server/src/core/verb.test.ts')
    expect(tests.code, tests.text).toBe(0)
  },
)

test('an ordinary user, with an old Node in front, spaces and umlauts, and then on a busy machine', async () => {
  const home = join(scratch, 'Jörg Müller')
  mkdirSync(home)
  const folder = copyTo(join(home, 'meine Pläne', 'firstline'), 'files')
  if (isRoot) giveTo(home)
  const env = {
    ...odd.nowhere,
    PATH: `${oldNode(scratch)}:${machinePath}`,
    npm_config_cache: join(home, 'npm'),
  }
  const machine: Machine = { folder, env, ...(isRoot ? { account: somebody } : {}) }
  const { port } = await begin(machine, 'ordinary')
  const { uid } = statSync(join(folder, '.firstline/postgres'))
  expect(uid).toBe(isRoot ? somebody.uid : process.getuid?.())
  await verify(machine)

  const busy = burn()
  try {
    const slow = { ...machine, env: { ...env, ...odd.rule }, around: ['nice', '-n', '19'] }
    await find(slow, 'ordinary', port)
  } finally {
    for (const child of busy) child.kill('SIGKILL')
  }
})

/**
 * As many as wait at load 15, each in a session of its own, as what the kernel shares out by session
 * would else be shared among them.
 */
function burn(): ChildProcess[] {
  const count = Math.max(12, 6 * availableParallelism())
  return Array.from({ length: count }, () =>
    spawn('nice', ['-n', '19', 'sh', '-c', 'while :; do :; done'], { detached: true }),
  )
}

test.skipIf(!isRoot)(
  'a checkout that its account may not write to (as root), with FIRSTLINE_HOME elsewhere',
  async () => {
    const home = join(scratch, 'reader')
    mkdirSync(join(home, 'data'), { recursive: true })
    giveTo(home)
    const folder = copyTo(join(scratch, 'read-only', 'firstline'))
    const mayWrite = spawnSync('test', ['-w', folder], somebody).status === 0
    expect(mayWrite).toBe(false)
    const env = {
      ...odd.empty,
      FIRSTLINE_HOME: join(home, 'data'),
      npm_config_cache: join(home, 'npm'),
    }
    const machine = { folder, account: somebody, env }
    await begin(machine, 'read only')
    expect(existsSync(join(folder, '.firstline'))).toBe(false)
    await find({ ...machine, env: { ...env, ...odd.file } }, 'read only')
    await verify(machine)
  },
)

test.skipIf(!isRoot || !canUnshare)(
  'without a network after the install, and without room in /dev/shm (where root may unshare)',
  async () => {
    const folder = copyTo(join(scratch, 'island', 'firstline'))
    const alone = 'ip link set lo up && mount -t tmpfs -o size=1m none /dev/shm && exec "$@"'
    const around = ['unshare', '-nm', 'sh', '-c', alone, 'sh']
    const machine = { folder, env: { ...npm, ...odd.file }, around }
    const { said } = await begin(machine, 'island')
    expect(said).toContain('Firstline ')
    await verify(machine)
  },
)

test('npm ci --omit=dev is enough to run it, with an old Node in front', async () => {
  const folder = join(scratch, 'lean', 'firstline')
  copyCheckout(folder)
  const path = `${oldNode(scratch)}:${machinePath}`
  const machine = { folder, env: { ...npm, ...odd.rule, PATH: path } }
  await install(folder, '--omit=dev')
  await begin(machine, 'lean')
  await verify(machine)
  expect(await runOn(machine, 'npm', 'test')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/The tests need the packages for development too/),
  })
})
