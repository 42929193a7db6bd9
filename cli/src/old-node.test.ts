import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test } from 'vitest'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'firstline-door-'))
const main = join(folder, 'cli/src/main.ts')
const brought = join(folder, 'node_modules/.bin')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'cli/src'), { recursive: true })
  cpSync(join(checkout, 'door'), join(folder, 'door'), { recursive: true })
  symlinkSync('../../door/firstline.ts', main)
  writeFileSync(
    join(folder, 'as-old.cjs'),
    `Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`,
  )
})

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('an old Node hands over to the one that npm brought, with arguments and exit code', () => {
  mkdirSync(brought, { recursive: true })
  const script = '#!/bin/sh\necho "$@"\nexit 7\n'
  writeFileSync(join(brought, 'node'), script, { mode: 0o755 })
  const asOld = join(folder, 'as-old.cjs')
  expect(run('-r', asOld, main, 'check', 'my shop')).toEqual({
    status: 7,
    stdout: `-r ${asOld} ${main} check my shop\n`,
    stderr: '',
  })
})

test('without it, a sentence says what to do', () => {
  expect(run('-r', join(folder, 'as-old.cjs'), main)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^Firstline needs Node 24 or later, .* run “npm ci” first.*\.\n$/,
    ),
  })
})

test('a package that is not installed is named, with what to do', () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'cli/src/firstline.ts'), `import 'a-new-one'`)
  expect(run(main)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'The package a-new-one is not installed: run “npm ci”.\n',
  })
})

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(isOld)

function isOld(node: string): boolean {
  if (!existsSync(node)) return false
  return Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]) < 24
}

test.skipIf(oldNode === undefined)('both doors open to the old Node of this machine', () => {
  const open = (door: string, ...args: string[]) =>
    spawnSync(oldNode!, [join(checkout, door), ...args], { encoding: 'utf8' })
  expect(open('cli/src/main.ts', '--version')).toMatchObject({ status: 0, stdout: '0.1.0\n' })
  expect(open('server/src/main.ts', '--role', 'king')).toMatchObject({
    status: 1,
    stderr: '--role is web, worker or all\n',
  })
})
