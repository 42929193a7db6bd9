import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyCheckout, freePorts, machinePath, runOn, startOn } from './testing/fresh-machine.ts'
import type { Machine, Running } from './testing/fresh-machine.ts'

const isRoot = process.getuid?.() === 0

const minutes = 60_000
vi.setConfig({ testTimeout: 20 * minutes })

const scratch = mkdtempSync(join(tmpdir(), 'firstline-fresh-'))
chmodSync(scratch, 0o755)
const installed = join(scratch, 'installed', 'firstline')
const npm = { npm_config_update_notifier: 'false' }
/** Where root's PostgreSQL has its data, because it could not enter where it was asked for. */
const elsewhere: string[] = []
const running = new Set<Running>()
afterAll(async () => {
  await Promise.all([...running].map((desk) => desk.stop()))
  for (const path of [scratch, ...elsewhere]) rmSync(path, { recursive: true, force: true })
})

beforeAll(async () => {
  copyCheckout(installed)
  await install(installed)
}, 20 * minutes)

/** As somebody with a network would; what was downloaded before is not downloaded again. */
async function install(folder: string): Promise<void> {
  const env = { ...process.env, PATH: machinePath, npm_config_prefer_offline: 'true' }
  const { code, text } = await runOn({ folder, env }, 'npm', 'ci')
  expect(code, text).toBe(0)
}

/** A copy of what was installed: by links, as nobody writes into a file of it. */
function copyTo(folder: string): string {
  mkdirSync(join(folder, '..'), { recursive: true })
  const { status, stderr } = spawnSync('cp', ['-al', installed, folder])
  expect(status, String(stderr)).toBe(0)
  return folder
}

async function start(machine: Machine, port?: number): Promise<Running & { port: number }> {
  const at = port ?? (await freePorts())
  const desk = { ...(await startOn(machine, at)), port: at }
  running.add(desk)
  const data = join(machine.env?.FIRSTLINE_HOME ?? join(machine.folder, '.firstline'), 'postgres')
  if (lstatSync(data).isSymbolicLink()) elsewhere.push(readlinkSync(data))
  return desk
}

async function stop(desk: Running): Promise<void> {
  running.delete(desk)
  await desk.stop()
}

/** Starts, leaves something there, ends; starts again and finds it. */
async function liveOn(machine: Machine, subject: string): Promise<string> {
  const first = await start(machine)
  expect(await first.visit(subject, 'write')).toEqual({ tickets: 1, hasPage: true })
  await stop(first)
  const second = await start(machine, first.port)
  expect(await second.visit(subject)).toEqual({ tickets: 1, hasPage: true })
  await stop(second)
  return second.text()
}

/** What other commands say of the same data, with no desk running. */
async function record(machine: Machine): Promise<string> {
  const { text } = await runOn(machine, 'npm', 'run', '-s', 'firstline', '--', 'audit', 'verify')
  return text
}

const odd = { LANG: 'tr_TR.UTF-8', LC_ALL: 'xx_YY.KOI8', TZ: 'Asia/Kathmandu' }

test.skipIf(!isRoot)(
  'as root in a folder that others may not enter, with spaces and umlauts, beside a second desk and under load',
  async () => {
    const home = join(scratch, 'closed')
    mkdirSync(home, { mode: 0o700 })
    const folder = copyTo(join(home, `Prüf stand "a" $HOME it's`, 'firstline'))
    const machine = { folder, env: { ...npm, ...odd } }
    const said = await liveOn(machine, 'closed')
    expect(said).toMatch(/Data .*its database in \/var\/lib\/firstline\/[0-9a-f]{12}/)
    expect(await record(machine)).toMatch(/as it was sealed|events/)

    // as many as wait at load 15, behind what people wait for
    const burning = Array.from({ length: 6 * availableParallelism() }, () =>
      spawn('nice', ['-n', '10', 'sh', '-c', 'while :; do :; done']),
    )
    try {
      const beside = { folder, env: { ...npm, FIRSTLINE_HOME: join(home, 'second desk') } }
      const [one, two] = await Promise.all([start(machine), start(beside)])
      expect(await one.visit('closed')).toMatchObject({ tickets: 1 })
      expect(await two.visit('closed')).toMatchObject({ tickets: 0 })
      await Promise.all([stop(one), stop(two)])
    } finally {
      for (const child of burning) child.kill('SIGKILL')
    }

    const vitest = join(folder, 'node_modules/.bin/vitest')
    const tests = await runOn(machine, vitest, 'run', 'server/src/core/verb.test.ts')
    expect(tests.code, tests.text).toBe(0)
  },
)
