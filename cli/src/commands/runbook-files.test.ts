import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@firstline/server/database/open-database'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkCommand } from './check.ts'
import { pullCommand } from './pull.ts'
import { pushCommand } from './push.ts'
import { testCommand } from './test.ts'
import { say } from '../testing/say.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const example = fileURLToPath(new URL('../../../examples/acme/firstline', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'firstline-runbooks-'))
const folder = join(home, 'project')
const other = join(home, 'other')
const here = { DATABASE_URL: '', FIRSTLINE_KEY: '' }
const webhook = 'runbooks/webhook-not-delivered.md'
chmodSync(home, 0o755)
afterAll(() => rmSync(home, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(example, folder, { recursive: true })
})

const commands = { check: checkCommand, test: testCommand, pull: pullCommand, push: pushCommand }

function firstline(name: keyof typeof commands, ...args: string[]) {
  return say(commands[name], ...args)
}

function change(file: string, from: string, to: string, where = folder) {
  const text = readFileSync(join(where, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(where, file), text.replace(from, to))
}

describe('check', () => {
  test('finds nothing wrong with the example', async () => {
    const args = [main, 'check', folder, '--strict']
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 })
    const { status, stdout, stderr } = run
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout:
        '11 actions, 1 OpenAPI document, 1 project, 4 rules, 3 runbooks, 18 sources in force; 0 errors, 0 warnings\n',
      stderr: '',
    })
  })

  test('names file, line and column of each fault, the concrete state, and the nearest spelling', async () => {
    change(webhook, "hook.state == 'stuck' && hook", "hook.state != 'failed' && hook")
    change(
      'runbooks/verification-email-missing.md',
      'user: { source: users.by_id',
      'user: { source: users.byid',
    )
    change('sources/users.list.yaml', 'connection: acme-replica', 'connection: acme-repica')
    const { status, stdout } = await firstline('check', folder)
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^runbooks\/webhook-not-delivered\.md:\d+:11: error: “pending” and “stuck” both match: .*hook\.state = 'pending'/m,
    )
    expect(stdout).toMatch(
      /^runbooks\/verification\S+:\d+:19: error: There is no source “users\.byid” \(did you mean “users\.by_id”\?\)$/m,
    )
    expect(stdout).toMatch(/^sources\/users\.list\.yaml:\d+: error: .*acme-repica/m)
  })

  test('asks the declared systems, and says which did not answer', async () => {
    const { status, stdout } = await firstline('check', folder, '--live', '--json')
    expect(status).toBe(1)
    const report = JSON.parse(stdout) as { shape: string; isFine: boolean; live: object[] }
    expect(report).toMatchObject({ shape: 'firstline.check/1', isFine: false })
    for (const name of ['source exports.by_id', 'connection acme-admin']) {
      expect(report.live).toContainEqual(expect.objectContaining({ name, isReachable: false }))
    }
  })

  test('needs a folder with firstline.yaml', async () => {
    expect(await firstline('check', home)).toMatchObject({
      status: 1,
      stderr: `There is no firstline.yaml in ${home}\n`,
    })
  })
})

test('running the fixtures says which gives another cause, and why', async () => {
  expect(await firstline('test', folder)).toMatchObject({
    status: 0,
    stdout: '30 of 30 fixtures of 3 runbooks as expected\n',
  })
  change(webhook, "hook.state == 'stuck' && hook", "hook.state == 'delivered' && hook")
  const { status, stdout } = await firstline('test', folder)
  expect(status).toBe(1)
  expect(stdout).toMatch(
    /^runbooks\/webhook\S+:\d+: failed: This state should be stuck, but no cause matches \(stuck: .*hook\.state = 'stuck'/m,
  )
  expect(stdout).toContain('28 of 30 fixtures')
})

describe('push and pull', () => {
  // held open, so that not every command starts a PostgreSQL of its own
  let leave: () => Promise<void>
  beforeAll(async () => {
    for (const [name, value] of Object.entries({ ...here, FIRSTLINE_HOME: home })) {
      vi.stubEnv(name, value)
    }
    leave = (await openDatabase(process.env, { isMigrated: true })).leave
  })
  // one runbook is enough to carry
  beforeEach(() => {
    for (const file of ['export-email-not-received', 'verification-email-missing']) {
      rmSync(join(folder, `runbooks/${file}.md`))
    }
  })
  afterAll(async () => {
    await leave()
    vi.unstubAllEnvs()
  })

  test('carry runbooks both ways, and let nobody overwrite another unseen', async () => {
    const first = await firstline('push', folder, '--publish', '--note', 'First')
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toContain(`${webhook}: published as version 1`)

    cpSync(folder, other, { recursive: true })
    expect(await firstline('pull', other)).toMatchObject({ status: 0 })
    change(webhook, 'Webhook not delivered', 'Webhook lost', other)
    expect((await firstline('push', other, '--publish', '--note', 'Shorter')).stdout).toContain(
      `${webhook}: published as version 2`,
    )

    change(webhook, 'Webhook not delivered', 'No webhook came')
    const second = await firstline('push', folder)
    expect(second.status).toBe(1)
    expect(second.stdout).toMatch(/refused: Firstline command line saved version 2 after version 1/)
    expect(second.stdout).toMatch(/^-title: Webhook lost\n\+title: No webhook came$/m)

    const pulled = await firstline('pull', folder)
    expect(pulled.status).toBe(1)
    expect(pulled.stdout).toContain(`${webhook}: left as it is`)
    expect(await firstline('pull', folder, '--force')).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, webhook), 'utf8')).toContain('title: Webhook lost')
    expect((await firstline('push', folder)).stdout).toContain(`${webhook}: is version 2 already`)
  }, 600_000)

  test('publish nothing that has problems, and need a note', async () => {
    change(webhook, "hook.state == 'stuck' && hook", "hook.state != 'failed' && hook")
    const pushed = await firstline(
      'push',
      folder,
      '--publish',
      '--note',
      'Wider',
      '--only',
      'webhook-not-delivered',
    )
    expect(pushed.status).toBe(1)
    expect(pushed.stdout).toMatch(/refused: /)
    expect(await firstline('push', folder, '--publish')).toMatchObject({ status: 2 })
    expect(await firstline('push', folder, '--only', 'nobody')).toMatchObject({ status: 2 })
  }, 600_000)
})
