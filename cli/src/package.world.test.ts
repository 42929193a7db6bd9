import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildPackage, packPackage } from '../../scripts/package/build-package.ts'
import { endAll, freePorts, machinePath, oldNode, runOn, startOn } from './testing/fresh-machine.ts'

const minutes = 60_000
vi.setConfig({ testTimeout: 30 * minutes })

const scratch = mkdtempSync(join(tmpdir(), 'firstline-package-'))
chmodSync(scratch, 0o755) // PostgreSQL's account walks through it
const stage = join(scratch, 'stage')
const folder = join(scratch, 'Leerer Ordner ü')
const env = { PATH: `${join(process.execPath, '..')}:${machinePath}` }
const machine = { folder, env }

afterAll(async () => {
  await endAll()
  rmSync(scratch, { recursive: true, force: true })
})

let version = ''
beforeAll(async () => {
  version = (await buildPackage(stage)).version
  mkdirSync(folder)
  await npm('install', packPackage(stage, scratch))
}, 30 * minutes)

/** As somebody with a network would; what was downloaded before is not downloaded again. */
async function npm(...args: string[]): Promise<void> {
  const asSomebody = { folder, env: { ...process.env, ...env, npm_config_prefer_offline: 'true' } }
  const { code, text } = await runOn(asSomebody, 'npm', ...args, '--no-audit', '--no-fund')
  expect(code, text).toBe(0)
}

function firstline(...args: string[]) {
  return runOn(machine, 'npx', '--no-install', 'firstline', ...args)
}

test('has no TypeScript, no tests and no source maps', () => {
  const files = globSync('**/*', { cwd: join(folder, 'node_modules/firstline') })
  expect(files.length).toBeGreaterThan(1_000)
  expect(files.filter((file) => /\.tsx?$|\.test\.|\/testing\/|\.map$/.test(file))).toEqual([])
  expect(existsSync(join(folder, 'node_modules/typescript'))).toBe(false)
  expect(existsSync(join(folder, 'node_modules/vite'))).toBe(false)
})

test('does the work of a command line in an empty folder', async () => {
  expect(await firstline('--version')).toEqual({ code: 0, text: `${version}\n` })
  expect(await firstline('init', 'shop')).toMatchObject({ code: 0 })
  expect(await firstline('check', 'shop')).toMatchObject({
    code: 0,
    text: expect.stringMatching(/in force; 0 errors, 0 warnings$/m),
  })
  expect(await firstline('test', 'shop')).toMatchObject({ code: 0 })
  writeFileSync(
    join(folder, 'log.csv'),
    'ticket,at,activity\n1,2026-01-05T09:00:00Z,open\n1,2026-01-05T10:00:00Z,resolved\n',
  )
  const { code, text } = await firstline('scorecard', 'log.csv')
  expect(code, text).toBe(0)
  expect(await firstline('nothing')).toMatchObject({
    code: 2,
    text: expect.stringContaining('There is no command “nothing”.'),
  })
})

test('runs the desk with the example, and finds its data after it was installed anew', async () => {
  const command = ['npx', '--no-install', 'firstline', 'start']
  const port = await freePorts()
  const first = await startOn(machine, port, command)
  expect(await first.visit('kept', 'write')).toEqual({ tickets: 1, hasPage: true })
  await first.stop()
  const home = join(scratch, 'home/.local/share/firstline')
  expect(first.text()).toContain(`Data       ${home}`)
  expect(existsSync(join(home, 'postgres'))).toBe(true)

  rmSync(join(folder, 'node_modules'), { recursive: true })
  await npm('ci')
  const second = await startOn(machine, port, command)
  expect(await second.visit('kept')).toEqual({ tickets: 1, hasPage: true })
  await second.stop()
})

test('says which Node it needs to an old one', async () => {
  const bin = join(folder, 'node_modules/.bin/firstline')
  const old = await runOn(machine, join(oldNode(scratch), 'node'), bin, '--version')
  expect(old.code).toBe(1)
  expect(old.text).toMatch(
    /^Firstline needs Node 24 or later, and this is v2\d\.\S+\. Put a newer Node in front of PATH\.\n$/,
  )
})

test('a node of several says what it needs', async () => {
  const { code, text } = await runOn(
    machine,
    'npx',
    '--no-install',
    'firstline-node',
    '--role',
    'x',
  )
  expect(text).toContain('--role')
  expect(code).not.toBe(0)
})
