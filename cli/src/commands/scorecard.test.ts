import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scorecard } from '@firstline/contract/scorecard'
import { openDatabase } from '@firstline/server/database/open-database'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { say } from '../testing/say.ts'
import { importCommand } from './import.ts'
import { scorecardCommand } from './scorecard.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstline-cli-'))
chmodSync(folder, 0o755) // as root, PostgreSQL runs under another account
const home = join(folder, 'home')
// Held while the tests run, so that each command finds PostgreSQL running.
const database = await openDatabase({ FIRSTLINE_HOME: home }, { isMigrated: true })
afterAll(async () => {
  await database.leave()
  rmSync(folder, { recursive: true, force: true })
})

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const log = someLog('log.csv', [
  'ticket,time,status,team,type',
  '1,2024-03-01 10:00,New,Desk,login',
  '1,2024-03-01 11:00,Resolved,Desk,login',
  '2,2024-03-02 10:00,New,Desk,"bill\u001B[31ming"',
  '2,2024-03-02 12:00,Resolved,Platform,"bill\u001B[31ming"',
  '3,never,New,Desk,login',
  '4,2024-04-02 12:00,New,Desk,login',
])

function someLog(name: string, lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

const env = { DATABASE_URL: '', FIRSTLINE_HOME: home }
beforeEach(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
})
afterEach(() => void vi.unstubAllEnvs())

const scorecard = (...args: string[]) => say(scorecardCommand, ...args)

/** The real command, as a process of its own. */
function start(...args: string[]) {
  const options = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options)
  return { status, stdout, stderr }
}

describe('firstline scorecard', () => {
  test('without offsets, an hour that is skipped takes no time and one that comes twice takes two', async () => {
    const nights = someLog('nights.csv', [
      'ticket,time,status,team',
      '1,2026-03-29 01:30,New,Desk',
      '1,2026-03-29 03:30,Resolved,Desk',
      '2,2026-10-25 01:30,New,Desk',
      '2,2026-10-25 03:30,Resolved,Desk',
    ])
    const args = [nights, '--l1', 'Desk', '--time-zone', 'Europe/Berlin', '--json']
    const { stdout: out, stderr: err } = await scorecard(...args)
    expect(err).toBe('')
    // from 1:30 to 3:30 it is one hour in March and three in October
    const shown = JSON.parse(out) as { scorecard: Scorecard }
    expect(shown.scorecard.timeToResolution).toMatchObject({ medianHours: 1, p90Hours: 3 })
  })

  test('shows both numbers side by side, what was assumed and what was refused', async () => {
    const run = start('scorecard', log, '--from', 'event-log')
    const { status: code, stdout: out, stderr: err } = run
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/L1 RESOLUTION RATE +REOPEN RATE \(within 14 days\)/)
    expect(out).toMatch(/50\.00% +0\.00%\n +1 of 2 tickets resolved +0 of 2 mature resolutions/)
    expect(out).toContain('2024-W09')
    expect(out).toContain('more than one known team on a ticket means escalated')
    expect(out).toContain('unreadable-time: 1\n      line 6: "never"')
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
  })

  test('control characters of a file never reach the terminal', async () => {
    const { stdout: out } = await scorecard(log, '--from', 'event-log')
    expect(out).toContain('bill�[31ming')
    expect(out).not.toContain('\u001B')
  })

  test('--json is one object for programs', async () => {
    const run = await scorecard(log, '--from', 'event-log', '--json')
    const { status: code, stdout: out } = run
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      shape: 'firstline.scorecard/1',
      file: 'log.csv',
      reading: { columns: { case: 'ticket' }, statuses: { resolved: ['resolved'] } },
      rows: { read: 6, used: 5, refused: 1 },
      refusals: [{ reason: 'unreadable-time', count: 1, examples: [{ line: 6 }] }],
      scorecard: { l1: { count: 1, of: 2 }, reopen: { count: 0, of: 2 } },
    })
  })

  test('--rejects keeps every refused row', async () => {
    const rejects = join(folder, 'rejects.csv')
    await scorecard(log, '--from', 'event-log', '--rejects', rejects)
    expect(readFileSync(rejects, 'utf8')).toBe(
      'line,reason,detail,row\n6,unreadable-time,"""never""","3,never,New,Desk,login"\n',
    )
  })

  test('a wrong mapping: exit code 1, with the columns and the nearest spelling', async () => {
    const misspelt = ['--columns', 'case=tickt']
    const run = await scorecard(log, '--from', 'event-log', ...misspelt)
    const { status: code, stdout: out, stderr: err } = run
    expect([out, code]).toEqual(['', 1])
    expect(err).toContain('did you mean “ticket”?')
    expect(err).toContain('#3 status: "New", "Resolved"')
    expect(err).not.toContain('    at ')
  })

  test('wrong usage: exit code 2', async () => {
    expect(await scorecard(log, '--from', 'excel')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('servicenow, event-log'),
    })
    expect(await scorecard('--from', 'event-log')).toMatchObject({ status: 2 })
    const none = await scorecard(log, '--from', 'event-log', '--window-days', '0')
    expect(none.status).toBe(2)
  })

  test('no database: exit code 3, without a stack', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://localhost:1/none')
    const { status: code, stderr: err } = await scorecard(log, '--from', 'event-log')
    expect(code).toBe(3)
    expect(err).toMatch(/^The database cannot be used: .*ECONNREFUSED/)
    expect(err).not.toContain('    at ')
  })

  test('--help tells every option', async () => {
    const { stdout: out, status: code } = await scorecard('--help')
    expect(code).toBe(0)
    for (const option of ['--l1 ', '--l1-pattern', '--columns', '--resolved-status', '--json']) {
      expect(out).toContain(option)
    }
  })
})

describe('firstline import', () => {
  test('brings a history in once, and says so the second time', async () => {
    const named = (name: string) => [log, '--from', 'event-log', '--name', name]
    const first = start('import', ...named('old-desk'))
    expect([first.stderr, first.status]).toEqual(['', 0])
    expect(first.stdout).toContain('log.csv is in as “import:old-desk”\n3 tickets, 6 events')
    const second = await say(importCommand, ...named('old-desk'), '--json')
    expect(JSON.parse(second.stdout)).toMatchObject({ outcome: 'unchanged', cases: 3, events: 6 })
    const other = await say(importCommand, ...named('other'))
    expect([other.status, other.stderr]).toEqual([
      1,
      expect.stringContaining('in already, as “import:old-desk”'),
    ])
  })
})
