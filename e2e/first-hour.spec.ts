import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expectWellMade } from './page-checks.ts'
import { expect, test } from './test.ts'
import { ports } from './world.ts'

const port = ports.desk + 600
const mailPort = port + 60
const home = mkdtempSync(join(tmpdir(), 'firstline-first-hour-'))
const desk = `http://localhost:${port}`
const mails: { to: string; subject: string }[] = []

const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope }, done) {
    let text = ''
    stream.on('data', (part: Buffer) => (text += part.toString()))
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address).join(', ')
      mails.push({ to, subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? '' })
      done()
    })
  },
})

mailServer.on('error', () => undefined) // a desk that was stopped says no goodbye

let running: ChildProcess
let said = ''

test.beforeAll(async () => {
  await new Promise<void>((listening) => mailServer.listen(mailPort, '127.0.0.1', listening))
  const { DATABASE_URL: _, FIRSTLINE_PROJECT: __, ...env } = process.env
  running = spawn(process.execPath, ['cli/src/main.ts', 'start', '--no-example'], {
    env: {
      ...env,
      PORT: String(port),
      FIRSTLINE_HOME: home,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.stdout?.on('data', (text: Buffer) => (said += text.toString()))
  await expect.poll(() => said, 'the start prints a code').toMatch(/Ctrl-C/)
})

test.afterAll(async () => {
  const ended = once(running, 'exit')
  running.kill('SIGTERM')
  await ended
  await new Promise<void>((closed) => mailServer.close(closed))
  rmSync(home, { recursive: true, force: true })
})

test('an empty desk is set up by who started it', { tag: '@long' }, async ({ page, request }) => {
  const code = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(said)?.[0] ?? ''
  await page.goto(desk)
  await expect(page).toHaveURL(/\/setup\/first$/)
  await page.getByLabel('Code').fill('0000-0000-0000-0000')
  await page.getByLabel('Your name').fill('Mira Holm')
  await page.getByLabel('Email').fill('mira@desk.example')
  await page.getByLabel('New password').fill('tangerine-kettle-voltage-42')
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await expect(page.getByText(/not the code of the desk/)).toBeVisible()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await expect(page).toHaveURL(/\/setup$/)
  await expect(page.getByText('0 of 7 done')).toBeVisible()

  // the code is used, and nobody comes in this way again
  const wish = { code, name: 'Eve', email: 'eve@desk.example', password: 'harbour lantern of owls' }
  const second = await request.post(`${desk}/api/setup/first-admin`, { data: wish })
  expect(second.status()).toBe(409)

  const mail = page.getByRole('listitem', { name: 'Outgoing mail' })
  await mail.getByRole('button', { name: 'Send a test mail to me' }).click()
  await expect(mail.getByText('Taken for mira@desk.example')).toBeVisible()
  await expect(mail.getByText(/The mail server said: 250/)).toBeVisible()
  expect(mails).toEqual([{ to: 'mira@desk.example', subject: expect.stringContaining('test') }])

  const sample = page.getByRole('listitem', { name: 'Sample ticket' })
  await sample.getByRole('button', { name: 'Create a sample ticket' }).click()
  await expect(sample.getByText('Done', { exact: true })).toBeVisible()
  const history = page.getByRole('listitem', { name: 'History' })
  await history.getByRole('button', { name: 'Skip: History' }).click()
  await expect(history.getByText('Skipped')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 of 7 done')).toBeVisible()
  await expect(history.getByText('Skipped')).toBeVisible()
  await expect(mail.getByText('Taken for mira@desk.example')).toBeVisible()

  await page.goto(`${desk}/tickets`)
  await page.getByRole('button', { name: 'Open the set-up' }).click()
  await sample.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { name: /Sample ticket/ })).toBeVisible()
})

test(
  'somebody asks what is known of them, then to be erased',
  { tag: '@long' },
  async ({ page }) => {
    test.setTimeout(300_000)
    await page.goto(desk)
    await page.getByLabel('Email').fill('mira@desk.example')
    await page.getByLabel('Password').fill('tangerine-kettle-voltage-42')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('link', { name: 'Privacy' }).click()
    await expect(page.getByText('Nobody has been erased, and nobody is to be.')).toBeVisible()
    await expect(page.getByRole('row', { name: /Mails as they came/ })).toContainText('For good')

    const address = page.getByLabel('Their address, whole')
    await address.fill('nobody@desk.example')
    await page.getByRole('button', { name: 'Look' }).click()
    await expect(page.getByText(/Nobody has written from nobody@desk.example/)).toBeVisible()
    await address.fill('Mira@Desk.example')
    await page.getByRole('button', { name: 'Look' }).click()
    const found = page.getByRole('list', { name: 'Who has this address' })
    await found.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(dialog.getByText('This is needed.')).toBeVisible()
    await dialog.getByLabel('Reason').fill('Asked for by phone')
    await dialog.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.tar$/)

    await found.getByRole('button', { name: 'Erase' }).click()
    await expect(
      dialog.getByText('There is no other administrator', { exact: false }),
    ).toBeVisible()
    await dialog.getByLabel('Reason').fill('Asked for by phone')
    await dialog.getByLabel('Type their address').fill('mira@other.example')
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await expect(dialog.getByText(/is not the address of this contact/)).toBeVisible()
    await dialog.getByLabel('Type their address').fill('mira@desk.example')
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await expect(dialog).toBeHidden()
    const erasures = page.getByRole('list', { name: 'Erasures' })
    await expect(erasures.getByText('Erased', { exact: true })).toBeVisible()
    await expect(erasures).not.toContainText('mira@desk.example')

    for (const path of ['/privacy', '/setup']) await expectWellMade(page, `${desk}${path}`)
  },
)
