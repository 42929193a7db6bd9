import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { say } from '../testing/say.ts'
import { inEnvironment } from '../testing/in-environment.ts'
import { startShop } from '../testing/shop.ts'
import { initCommand } from './init.ts'
import { tryCommand } from './try.ts'

const home = mkdtempSync(join(tmpdir(), 'firstline-try-'))
chmodSync(home, 0o755)
const folder = join(home, 'project')
await say(initCommand, folder)
// an API that names the account nowhere but in its path, beside the starter's database
const openapi = readFileSync(join(folder, 'openapi.yaml'), 'utf8')
writeFileSync(
  join(folder, 'openapi.yaml'),
  openapi.replace(
    'paths:\n',
    `paths:
  /customers/{customer_id}/profile:
    get:
      operationId: getProfile
      parameters: [{ name: customer_id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: The profile } }
`,
  ),
)
writeFileSync(
  join(folder, 'sources/profile.yaml'),
  `apiVersion: firstline/v1
kind: Source
id: profile
title: Profile
connection: api
operation: getProfile
bind: { customer_id: scope.account_id }
account_column: id
single: true
`,
)
const shop = await startShop(join(home, 'postgres'))
inEnvironment(shop.env)
afterAll(async () => {
  await shop.stop()
  rmSync(home, { recursive: true, force: true })
})

const attempt = (...args: string[]) => say(tryCommand, ...args)
const one = ['--account', 'cus_1'] as const
const resend = 'order.resend-confirmation'

describe('a source', () => {
  test('is read for one account: the statement with its values, and rows as agents see them', async () => {
    const tried = await attempt('source', 'orders.recent', ...one, folder)
    expect(tried).toMatchObject({ status: 0, stderr: '' })
    expect(tried.stdout).toMatch('Harbour Ltd (cus_1)')
    expect(tried.stdout).toMatch(/→ SQL replica\n {4}statement: select id, customer_id/)
    expect(tried.stdout).toMatch('values: {"account_id":"cus_1"}')
    expect(tried.stdout).toMatch('← 4 rows')
    expect(tried.stdout).toMatch('k•••@harbour.example')
    expect(tried.stdout).not.toMatch('kim@')
    expect(tried.stdout).not.toMatch(shop.env.REPLICA_URL)
  })

  test('takes its parameters, and says which it needs', async () => {
    const args = ['source', 'orders.by_id', ...one, folder]
    const tried = await attempt(...args, '--param', 'id=ord_4')
    expect(tried.stdout).toMatch(/State +unpaid/)
    expect(await attempt(...args)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/orders\.by_id cannot be read.*\n {2}id: must have/),
    })
  })

  test('of an API that refuses shows what it said, and where the secret stood', async () => {
    const tried = await attempt('source', 'profile', ...one, folder)
    expect(tried).toMatchObject({ status: 0 })
    expect(tried.stdout).toMatch('→ GET api:/customers/cus_1/profile')
    expect(tried.stdout).toMatch('authorization: Bearer [env:API_TOKEN]')
    expect(tried.stdout).toMatch('← HTTP 404')
    expect(tried.stdout).not.toMatch('shop-token')
  })

  test('that nobody declares is said with the nearest name', async () => {
    expect(await attempt('source', 'orders.recnet', ...one, folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('did you mean “orders.recent”?'),
    })
  })

  test('is not read for an account that the directory does not know', async () => {
    const tried = await attempt('source', 'orders.recent', '--account', 'cus_9', folder)
    expect(tried).toMatchObject({ status: 1, stderr: expect.stringMatching('no such account') })
    expect(tried.stdout).not.toMatch('customer_order')
  })

  test('is one object for programs', async () => {
    const { stdout } = await attempt('source', 'orders.recent', ...one, '--json', folder)
    expect(JSON.parse(stdout)).toMatchObject({
      shape: 'firstline.try/1',
      account: { externalId: 'cus_1' },
      calls: [{ isAnswered: true }, { call: { method: 'SQL', url: 'replica' } }],
      result: { source: 'orders.recent', rows: { length: 4 } },
      refusal: null,
    })
  })
})

describe('an action', () => {
  test('is prepared whole and not run: reads, guards, the call, the way to see it', async () => {
    const tried = await attempt('action', resend, ...one, '--input', 'order_id=ord_1', folder)
    expect(tried).toMatchObject({ status: 0, stderr: '' })
    expect(tried.stdout).toMatch("✓ paid  order.state == 'paid'")
    expect(tried.stdout).toMatch('It would send, and has not:')
    expect(tried.stdout).toMatch('→ POST api:/customers/cus_1/orders/ord_1/confirmation')
    expect(tried.stdout).toMatch('"ordered_by":"k•••@harbour.example"')
    // the dry run was really asked for
    expect(tried.stdout).toMatch('confirmation?dry_run=true')
    expect(tried.stdout).toMatch('It could be run now.')
  })

  test('that a guard refuses ends with 1, and asks for no dry run', async () => {
    const tried = await attempt('action', resend, ...one, '--input', 'order_id=ord_4', folder)
    expect(tried.status).toBe(1)
    expect(tried.stdout).toMatch('✗ Only a paid order has a confirmation')
    expect(tried.stdout).not.toMatch('dry_run')
  })

  test('with a value the account does not have is refused', async () => {
    expect(
      await attempt('action', resend, ...one, '--input', 'order_id=ord_9', folder),
    ).toMatchObject({ status: 1, stderr: expect.stringMatching('not among what this account has') })
  })
})

describe('a runbook', () => {
  const args = ['runbook', 'confirmation-not-received', ...one, folder]

  test('waits for the pick that is open, and says among what', async () => {
    const tried = await attempt(...args)
    expect(tried).toMatchObject({ status: 0, stderr: '' })
    expect(tried.stdout).toMatch(/pick order_id: open: one of ord_\d, ord_\d/)
    expect(tried.stdout).toMatch('It waits for a pick or an answer')
  })

  test('finds its cause from a pick and an answer, with what it offers', async () => {
    const tried = await attempt(...args, '--pick', 'order_id=ord_1', '--answer', 'spam=false')
    expect(tried.stdout).toMatch('Cause: lost')
    expect(tried.stdout).toMatch(`Offer: ${resend} {"order_id":"ord_1"}`)
  })

  test('is not answered what it does not ask', async () => {
    expect(await attempt(...args, '--answer', 'spma=false')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('asks no “spma”'),
    })
  })
})

describe('an address', () => {
  test('belongs to whom the directory says', async () => {
    const known = await attempt('address', 'kim@harbour.example', folder)
    expect(known.stdout).toMatch('Kim of Harbour Ltd (cus_1), found by email')
    const other = await attempt('address', 'lee@harbour.example', folder)
    expect(other.stdout).toMatch('Harbour Ltd (cus_1), found by domain')
    expect((await attempt('address', 'x@elsewhere.example', folder)).stdout).toMatch('Nobody')
  })
})

describe('the command line', () => {
  test.each([
    [['sources', 'x'], 'Say source, action, runbook or address'],
    [['source'], 'Which source?'],
    [['source', 'orders.recent', folder], '--account is missing'],
    [['source', 'orders.recent', ...one, '--pick', 'a=b', folder], '--pick says nothing'],
    [['source', 'orders.recent', ...one, '--param', 'b', folder], '--param is “b”'],
    [['source', 'orders.recent', ...one, '--began', 'soon', folder], '--began is “soon”'],
  ])('%j is wrong usage: %s', async (args, stderr) => {
    expect(await attempt(...args)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(stderr),
    })
  })

  test('a folder without a project is said', async () => {
    expect(await attempt('address', 'a@b.example', home)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('There is no firstline.yaml'),
    })
  })

  test('a system that does not answer ends with 3, and says why', async () => {
    const env = { ...process.env, API_URL: 'http://127.0.0.1:1' }
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const program = spawn(process.execPath, [main, 'try', 'source', 'profile', ...one, folder], {
      env,
    })
    const [stdout, status] = await Promise.all([
      text(program.stdout),
      new Promise((resolve) => program.once('close', resolve)),
    ])
    expect(status).toBe(3)
    expect(stdout).toMatch('✗ ')
  })
})

test('nothing of all this has called what changes something', () => {
  expect(shop.calls).toEqual([])
})
