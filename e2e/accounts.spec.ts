import { test } from './test.ts'
import type { Locator, Page } from '@playwright/test'
import { expect } from './patient.ts'
import {
  expectEnded,
  giveSignIn,
  invite,
  letIn,
  letLinksEnd,
  linkMailed,
  newcomer,
  openNew,
  password,
  signOut,
} from './people.ts'
import { codeNext, codeNow, wrongCode } from './totp.ts'
import { openDeskAs } from './workspace.ts'

const other = 'gravel otter hymn saffron'

test(
  'who is invited sets a password that is not weak by a link that works once, and comes in',
  { tag: '@long' },
  async ({ browser }) => {
    const ines = newcomer('Ines')
    const lead = await openDeskAs(browser, 'lead')
    await lead.goto('/team')
    await lead.getByRole('button', { name: 'Add a person' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.getByLabel('Name').fill(ines.name)
    await dialog.getByLabel('Email').fill(ines.email)
    await dialog.getByRole('button', { name: 'Add a person' }).click()
    await expect(dialog.getByRole('status')).toContainText(`got a mail to ${ines.email}`)
    const link = await linkMailed(ines, 'first')

    const page = await openNew(browser)
    await page.goto(link)
    await expect(page.getByRole('heading', { name: `Welcome, ${ines.name}` })).toBeVisible()
    await page.getByLabel('New password').fill('aaaaaaaaaaaa')
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByText(/guessed quickly.+three or four words/)).toBeVisible()
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByRole('status')).toContainText('Your password is set')
    await page.getByRole('link', { name: 'Go to sign-in' }).click()
    await giveSignIn(page, ines)
    await expect(page).toHaveURL(/tickets/)

    await page.goto(link)
    await expectDead(page)
  },
)

test(
  'a link of an invitation is dead once a newer one was made, and after its end',
  { tag: '@long' },
  async ({ browser }) => {
    const late = newcomer('Late')
    const lead = await openDeskAs(browser, 'lead')
    const { id } = await invite(lead, late, 'agent')
    const old = await linkMailed(late, 'first')
    await lead.goto('/team')
    await lead.getByRole('button', { name: `Password link for ${late.name}` }).click()
    await lead.getByRole('button', { name: 'Make link' }).click()
    await expect(lead.getByRole('dialog')).toContainText('on its way')
    const link = await linkMailed(late, 'first', old)
    const page = await openNew(browser)
    await page.goto(old)
    await expectDead(page)
    await page.goto('about:blank') // else only what stands behind the # changes
    await page.goto(link)
    await expect(page.getByLabel('New password')).toBeVisible()
    await letLinksEnd(id)
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(
      page.getByText('This link was used, replaced by a newer one, or is too old'),
    ).toBeVisible()
    await page.reload()
    await expectDead(page)
  },
)

test(
  'a forgotten password is reset by mail: other sessions end, an old link is dead',
  { tag: '@long' },
  async ({ browser }) => {
    const ruth = newcomer('Ruth')
    const signedIn = await letIn(browser, ruth, 'agent')
    await signedIn.goto('/tickets')
    const page = await openNew(browser)
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Email').fill('nobody@newcomers.example')
    await page.getByRole('button', { name: 'Send link' }).click()
    // no word of who signs in here
    await expect(page.getByRole('status')).toContainText('If somebody signs in with nobody@')
    await page.goto('/forgot-password')
    await page.getByLabel('Email').fill(ruth.email)
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByRole('status')).toContainText('a link is on its way')
    await page.goto(await linkMailed(ruth, 'reset'))
    await page.getByLabel('New password').fill(other)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByRole('status')).toContainText('signed out everywhere else')
    await expectEnded(signedIn)
    await page.getByRole('link', { name: 'Go to sign-in' }).click()
    await giveSignIn(page, ruth)
    await expect(page.getByRole('alert')).toBeVisible()
    await giveSignIn(page, ruth, other)
    await expect(page).toHaveURL(/tickets/)
  },
)

test(
  'a role that needs a second step sets up codes first; codes and backup codes sign in, once each',
  { tag: '@long' },
  async ({ browser }) => {
    const odd = newcomer('Odd')
    const page = await letIn(browser, odd, 'auditor')
    // nothing of the desk is open before
    await expect(page).toHaveURL(/set-up-sign-in/)
    expect((await page.request.get('/api/tickets')).status()).toBe(403)
    await page.getByRole('button', { name: 'Set up' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByRole('img', { name: /authenticator app/ })).toBeVisible()
    const secret = await dialog.getByTestId('totp-key').innerText()
    const [backup = ''] = await dialog.getByRole('listitem').allInnerTexts()
    const code = dialog.getByLabel('Code from your authenticator app')
    await code.fill(wrongCode(secret))
    await dialog.getByRole('button', { name: 'Turn on' }).click()
    await expect(dialog.getByText('This code is not right')).toBeVisible()
    await code.fill(codeNow(secret))
    await dialog.getByRole('button', { name: 'Turn on' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Open the desk' }).click()
    await expect(page).toHaveURL(/tickets/)

    await signOut(page)
    await giveSignIn(page, odd)
    await page.getByLabel('Code from your authenticator app').fill(wrongCode(secret))
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('This code is not right')).toBeVisible()
    const once = codeNext(secret)
    await page.getByLabel('Code from your authenticator app').fill(once)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveURL(/tickets/)

    await signOut(page)
    await giveSignIn(page, odd)
    await page.getByLabel('Code from your authenticator app').fill(once)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('This code is not right, or was used already')).toBeVisible()
    await giveBackupCode(page, backup)
    await expect(page).toHaveURL(/tickets/)
    await signOut(page)
    await giveSignIn(page, odd)
    await giveBackupCode(page, backup)
    await expect(page.getByText('This code is not right, or was used already')).toBeVisible()
  },
)

test(
  'a passkey signs in without a password, until it is removed',
  { tag: '@long' },
  async ({ browser }) => {
    const pia = newcomer('Pia')
    const page = await letIn(browser, pia, 'agent')
    const device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto('/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name of the device').fill('Laptop of Pia')
    await dialog.getByLabel('Your password').fill('not the password')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByText('This is not your password.')).toBeVisible()
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Laptop of Pia')).toBeVisible()

    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page).toHaveURL(/tickets/)

    await page.goto('/security')
    await page.getByRole('button', { name: 'Remove Laptop of Pia' }).click()
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('You have no passkey yet.')).toBeVisible()
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('The passkey was not accepted')
  },
)

test(
  'who is disabled in the middle of work is out at once, and their keys sleep',
  { tag: '@long' },
  async ({ browser }) => {
    const noel = newcomer('Noel')
    const lead = await openDeskAs(browser, 'lead')
    const page = await letIn(browser, noel, 'lead')
    await page.goto('/team')
    await page.getByRole('button', { name: 'Create key' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(`Key of ${noel.name}`)
    await dialog.getByText('Send logs and traces').click()
    await dialog.getByRole('button', { name: 'Create key' }).click()
    const key = (await dialog.getByText(/^fl_/).innerText()).trim()
    await dialog.getByRole('button', { name: 'I have it' }).click()
    await page.goto('/tickets')
    await expect(page.getByRole('navigation').first()).toBeVisible()

    await lead.goto('/team')
    const row = rowOf(lead, 'People', noel.email)
    await row.getByRole('button', { name: /^Disable: / }).click()
    await expectEnded(page)
    expect((await page.request.get('/api/tickets')).status()).toBe(401)
    await expect(
      lead.getByText(`Asleep until somebody answers for it: Key of ${noel.name}`),
    ).toBeVisible()
    await expect(rowOf(lead, 'API keys', `Key of ${noel.name}`).getByText('Asleep')).toBeVisible()
    const sent = await page.request.post('/v1/logs', {
      data: { resourceLogs: [] },
      headers: { authorization: `Bearer ${key}` },
    })
    expect(sent.status()).toBe(401)
    // told why, where the password is right
    await giveSignIn(page.getByRole('dialog'), noel)
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('was disabled')

    await row.getByRole('button', { name: /^Enable again: / }).click()
    await expect(row.getByRole('button', { name: /^Disable: / })).toBeVisible()
    await giveSignIn(page.getByRole('dialog'), noel)
    await expect(page.getByRole('dialog')).toBeHidden()
  },
)

test(
  'signing out everywhere else ends the session in another browser, at once',
  { tag: '@long' },
  async ({ browser }) => {
    const sam = newcomer('Sam')
    const one = await letIn(browser, sam, 'agent')
    const two = await openNew(browser)
    await two.goto('/sign-in')
    await giveSignIn(two, sam)
    await expect(two).toHaveURL(/tickets/)
    await one.goto('/security')
    const sessions = one.getByRole('region', { name: 'Where you are signed in' })
    await expect(sessions.getByRole('listitem')).toHaveCount(2)
    await sessions.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(sessions.getByRole('listitem')).toHaveCount(1)
    await expectEnded(two)
    expect((await one.request.get('/api/me')).status()).toBe(200)
  },
)

async function expectDead(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
}

async function giveBackupCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a backup code' }).click()
  await page.getByLabel('Backup code').fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
}

function rowOf(page: Page, table: string, text: string): Locator {
  return page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text })
}
