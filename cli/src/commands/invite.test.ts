import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@firstline/server/database/open-database'
import { afterAll, expect, test, vi } from 'vitest'
import { say } from '../testing/say.ts'
import { inviteCommand } from './invite.ts'
import { passwordLinkCommand } from './password-link.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'firstline-invite-'))
chmodSync(home, 0o755)
vi.stubEnv('FIRSTLINE_HOME', home)
vi.stubEnv('DATABASE_URL', '')
// held while the tests run, so that each command finds PostgreSQL running
const database = await openDatabase(process.env, { isMigrated: true })
afterAll(async () => {
  await database.leave()
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

/** The real command, as a process of its own. */
function start(...args: string[]) {
  const options = { encoding: 'utf8', timeout: 300_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'invite', ...args], options)
  return { status, stdout, stderr }
}

test('a person is invited once, with a link to set their password', async () => {
  const first = start('lee@desk.example', '--name', 'Lee', '--role', 'admin')
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toMatch(
    /^lee@desk\.example sets a password .*:\nhttp:\S+\/set-password#[\w-]{43}\n$/,
  )
  expect(await say(inviteCommand, 'lee@desk.example', '--name', 'Lee')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Somebody already signs in with this address\n',
  })
})

test('what is wrong with an invitation is named', async () => {
  const wrong = await say(inviteCommand, 'not an address', '--name', 'Lee', '--role', 'king')
  expect(wrong.status).toBe(1)
  expect(wrong.stderr).toMatch(/email: [^\n]*\n[^\n]*role: /)
  expect(await say(inviteCommand, 'lee@desk.example')).toMatchObject({ status: 2 })
})

test('who is locked out gets a way back at the server', async () => {
  await say(inviteCommand, 'kim@desk.example', '--name', 'Kim')
  const made = await say(passwordLinkCommand, 'Kim@desk.example')
  expect(made).toMatchObject({ status: 0, stderr: '' })
  expect(made.stdout).toMatch(/within an hour:\nhttp:\S+\/set-password#[\w-]{43}\n$/)
  expect(await say(passwordLinkCommand, 'nobody@desk.example')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no such person\n',
  })
  expect(await say(passwordLinkCommand)).toMatchObject({ status: 2 })
})
