import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createClient } from '@firstline/contract/client'
import { ensureApiKey, startDesk } from '@firstline/server/start'
import { afterAll, describe, expect, test } from 'vitest'
import { say } from '../testing/say.ts'
import { inEnvironment } from '../testing/in-environment.ts'
import { startShop } from '../testing/shop.ts'
import { actionCommand } from './action.ts'
import { checkCommand } from './check.ts'
import { initCommand } from './init.ts'
import { rulesCommand } from './rules.ts'
import { schemasCommand } from './schemas.ts'
import { testCommand } from './test.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'firstline-action-'))
chmodSync(home, 0o755)
const folder = join(home, 'project')

const made = await say(initCommand, folder)
const shop = await startShop(join(home, 'postgres'))
inEnvironment(shop.env)
const port = 6310 + (process.pid % 80)
const desk = await startDesk({
  FIRSTLINE_HOME: home,
  FIRSTLINE_PROJECT: folder,
  PORT: String(port),
  LOG_LEVEL: 'silent',
})
const key = await ensureApiKey(desk.app, undefined, {
  name: 'scripts',
  permissions: ['ticket:read', 'ticket:write', 'action:read', 'action:run', 'rule:read'],
})
const environment = { FIRSTLINE_URL: `http://localhost:${port}`, FIRSTLINE_KEY: key }
inEnvironment(environment)
afterAll(async () => {
  await desk.stop()
  await shop.stop()
  rmSync(home, { recursive: true, force: true })
})

let tickets = 0
async function openTicket(): Promise<string> {
  const headers = () => ({ authorization: `Bearer ${key}` })
  const api = createClient({ baseUrl: environment.FIRSTLINE_URL, headers })
  const body = {
    subject: `No mail ${++tickets}`,
    text: 'Where?',
    contactEmail: 'kim@harbour.example',
  }
  const ticket = await api.createTicket({ body })
  // the directory is asked beside the way of the mail
  const account = async () => (await api.getTicket({ params: { ticketId: ticket.id } })).account
  await expect.poll(account).toMatchObject({ externalId: 'cus_1' })
  return String(ticket.number)
}

const resend = 'order.resend-confirmation'
const act = (...args: string[]) => say(actionCommand, ...args)

describe('the starter folder', () => {
  test('passes check and test as it is, and is never written over', async () => {
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(await say(checkCommand, folder, '--strict')).toMatchObject({ status: 0 })
    expect(await say(testCommand, folder)).toMatchObject({ status: 0 })
    expect(existsSync(join(folder, '.gitignore'))).toBe(true)
    const again = await say(initCommand, folder)
    expect(again).toMatchObject({ status: 1, stderr: expect.stringMatching('is not empty') })
  })

  test('finds its schemas where its files say they are', async () => {
    const out = join(home, 'elsewhere')
    expect(await say(schemasCommand, '--out', out)).toMatchObject({ status: 0 })
    for (const [file, schema] of [
      ['firstline.yaml', '.schemas/firstline.json'],
      ['sources/orders.by_id.yaml', '../.schemas/source.json'],
      ['actions/order.resend-confirmation.yaml', '../.schemas/action.json'],
      ['runbooks/confirmation-not-received.md', '../.schemas/runbook.json'],
    ] as const) {
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(`$schema=${schema}`)
      const name = schema.split('/').at(-1)!
      const served = await fetch(`${environment.FIRSTLINE_URL}/schemas/${name}`)
      const there = readFileSync(join(folder, '.schemas', name), 'utf8')
      expect(await served.json()).toEqual(JSON.parse(there))
      expect(readFileSync(join(out, name), 'utf8')).toBe(there)
    }
  })
})

describe('an action from the command line', () => {
  test('is previewed in words, by the number of the ticket, and changes nothing', async () => {
    const ticket = await openTicket()
    const shown = await act('preview', resend, '--ticket', ticket, '--input', 'order_id=ord_1')
    expect(shown).toMatchObject({ status: 0, stderr: '' })
    expect(shown.stdout).toMatch('“Send the order confirmation again” on Harbour Ltd (cus_1)')
    expect(shown.stdout).toMatch('"ordered_by":"k•••@harbour.example"')
    const unpaid = await act('preview', resend, '--ticket', ticket, '--input', 'order_id=ord_4')
    expect(unpaid.status).toBe(1)
    expect(unpaid.stdout).toMatch('✗ Only a paid order has a confirmation')
    expect(shop.calls).toEqual([])
  })

  test('runs by the real program, and the exit code says that the system shows it', async () => {
    const ticket = await openTicket()
    const args = ['run', resend, '--ticket', ticket, '--input', 'order_id=ord_1']
    const program = spawn(process.execPath, [
      main,
      'action',
      ...args,
      '--reason',
      'Asked for',
      '--yes',
    ])
    const [stdout, stderr, status] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      new Promise((resolve) => program.once('close', resolve)),
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch('Verified: the system shows that it happened.')
    expect(shop.calls).toEqual(['Bearer shop-token /customers/cus_1/orders/ord_1/confirmation'])
    const again = await act(...args, '--reason', 'Once more', '--yes')
    expect(again).toMatchObject({
      status: 1,
      stdout: expect.stringMatching('It cannot be run now'),
    })
  })

  test('is not run unasked, without a reason, or on what the account does not have', async () => {
    const ticket = await openTicket()
    const args = ['run', resend, '--ticket', ticket, '--input', 'order_id=ord_2']
    const before = shop.calls.length
    expect(await act(...args, '--reason', 'Asked for')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching('say --yes'),
    })
    expect(await act(...args, '--yes')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('needs a reason'),
    })
    const foreign = ['run', resend, '--ticket', ticket, '--input', 'order_id=ord_x', '--yes']
    expect(await act(...foreign)).toMatchObject({ status: 1 })
    expect(await act('run', resend, '--ticket', '999999')).toMatchObject({
      status: 1,
      stderr: 'There is no ticket #999999\n',
    })
    expect(shop.calls).toHaveLength(before)
  })

  test('what the target refuses is failed, and what is not known yet is neither', async () => {
    const ticket = await openTicket()
    const args = ['--ticket', ticket, '--reason', 'Asked for', '--yes', '--json']
    shop.fail('refuse')
    const failed = await act('run', resend, ...args, '--input', 'order_id=ord_2')
    expect(failed.status).toBe(1)
    expect(JSON.parse(failed.stdout)).toMatchObject({
      state: 'failed',
      by: { kind: 'integration' },
    })
    shop.fail(null)
    await shop.sql('alter table customer_order rename to moved')
    const unread = await act('preview', resend, ...args, '--input', 'order_id=ord_3')
    expect(unread).toMatchObject({ status: 3, stdout: '' })
    await shop.sql('alter table moved rename to customer_order')
  })

  test('what a second person has to approve is asked for, and waits', async () => {
    const file = join(folder, 'actions', `${resend}.yaml`)
    const byTwo = readFileSync(file, 'utf8')
      .replace(`id: ${resend}`, 'id: order.resend-by-two')
      .replace('tier: safe', 'tier: two_person')
    writeFileSync(join(folder, 'actions', 'order.resend-by-two.yaml'), byTwo)
    await desk.app.sources.project.reload()
    const ticket = await openTicket()
    const before = shop.calls.length
    const asked = [
      '--ticket',
      ticket,
      '--input',
      'order_id=ord_3',
      '--reason',
      'Asked for',
      '--yes',
    ]
    const waiting = await act('run', 'order.resend-by-two', ...asked, '--wait', '0')
    expect(waiting).toMatchObject({
      status: 5,
      stdout: expect.stringMatching('Waits for the approval of a second person'),
    })
    expect(shop.calls).toHaveLength(before)
  })

  test('the exit code says that nobody knows whether it happened', async () => {
    const ticket = await openTicket()
    shop.fail('drop')
    const args = ['--ticket', ticket, '--input', 'order_id=ord_3', '--reason', 'Asked for', '--yes']
    const unknown = await act('run', resend, ...args, '--wait', '0')
    shop.fail(null)
    expect(unknown).toMatchObject({ status: 4, stdout: expect.stringMatching('known') })
  })

  test.each([
    [['run'], 'ACTION is missing'],
    [['do', resend], 'Say preview or run'],
    [['preview', resend], '--ticket is missing'],
    [['preview', resend, '--ticket', 'x'], 'it is a number or an id'],
    [['preview', resend, '--ticket', '1', '--wait', 'long'], 'it is a number of seconds'],
    [['preview', resend, '--tikcet', '1'], 'tikcet'],
  ])('%j is no command line', async (args, why) => {
    expect(await act(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(why) })
  })

  test('a desk that does not answer and a key nobody knows are told apart', async () => {
    inEnvironment({ FIRSTLINE_URL: 'http://localhost:1' })
    expect(await act('preview', resend, '--ticket', '1')).toMatchObject({ status: 3 })
    inEnvironment({ ...environment, FIRSTLINE_KEY: 'fl_nobody' })
    expect(await act('preview', resend, '--ticket', '1')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching('not known or was revoked'),
    })
    inEnvironment(environment)
  })
})

describe('a rule', () => {
  const file = join(home, 'rule.yaml')
  const head =
    'apiVersion: firstline/v1\nkind: Rule\nid: urgent\ntitle: No mail\nwhen: [ticket.received]\n'

  test('is tried on the newest tickets, and nothing is changed', async () => {
    const ticket = await openTicket()
    writeFileSync(
      file,
      `${head}if: ticket.subject.startsWith('No mail')\nthen: { priority: high }\n`,
    )
    const tried = await say(rulesCommand, 'try', file)
    expect(tried).toMatchObject({ status: 0, stderr: '' })
    expect(tried.stdout).toMatch(/^No mail: would have touched \d+ of the newest \d+ tickets\./)
    expect(tried.stdout).toMatch(new RegExp(`#${ticket} .*priority "high"`))
    const { stdout } = await say(rulesCommand, 'try', file, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ rule: { id: 'urgent' } })
  })

  test('that is none is refused with each fault; a file that is not there is wrong usage', async () => {
    writeFileSync(file, `${head}if: ticket.subjct == ''\nthen: { priority: high }\n`)
    const refused = await say(rulesCommand, 'try', file)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/6: “ticket” has no field “subjct”/)
    expect(await say(rulesCommand, 'try', join(home, 'nothing.yaml'))).toMatchObject({ status: 2 })
    expect(await say(rulesCommand, 'trie', file)).toMatchObject({ status: 2 })
  })
})
