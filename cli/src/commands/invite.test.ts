import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'firstline-invite-'))
chmodSync(home, 0o755)
afterAll(() => rmSync(home, { recursive: true, force: true }))

function invite(...args: string[]) {
  const env = { ...process.env, FIRSTLINE_HOME: home, DATABASE_URL: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'invite', ...args], {
    env,
    encoding: 'utf8',
    timeout: 300_000,
  })
  return { status, stdout, stderr }
}

test('a person is invited once, with a link to set their password', () => {
  const first = invite('lee@desk.example', '--name', 'Lee', '--role', 'admin')
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toMatch(
    /^lee@desk\.example sets a password .*:\nhttp:\S+\/set-password#[\w-]{43}\n$/,
  )
  expect(invite('lee@desk.example', '--name', 'Lee')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Somebody already signs in with this address\n',
  })
}, 300_000)

test('what is wrong with an invitation is named', () => {
  const wrong = invite('not an address', '--name', 'Lee', '--role', 'king')
  expect(wrong.status).toBe(1)
  expect(wrong.stderr).toMatch(/email: .*\n.*role: /s)
  expect(invite('lee@desk.example')).toMatchObject({ status: 2 })
}, 300_000)
