import type { Page } from '@playwright/test'
import { expect } from './patient.ts'
import { test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

// a person at two devices, and a colleague

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' })

/** When the server has it. */
async function type(page: Page, text: string): Promise<void> {
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('/drafts/reply') && response.ok(),
  )
  await reply(page).pressSequentially(text)
  await kept
}

async function begin(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click()
  await type(page, text)
}

test(
  'a draft follows its writer to another device, is shown to nobody else, and is gone everywhere once sent',
  { tag: '@long' },
  async ({ browser }) => {
    const desktop = await openDeskAs(browser, 'agent')
    const laptop = await openDeskAs(browser, 'agent')
    const emil = await openDeskAs(browser, 'engineer')
    const made = await breakSomething('mail_not_sent')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    await openTicketOf(desktop, made)
    await begin(desktop, 'We look')

    await openTicketOf(laptop, made)
    await expect(reply(laptop)).toHaveValue('We look')
    await expect(laptop.getByText('From another device')).toBeVisible()
    const row = (page: Page) => page.getByRole('row').filter({ hasText: made.account_name }).first()
    await expect(row(laptop).getByText('Draft', { exact: true })).toBeAttached()

    await openTicketOf(emil, made)
    await expect(emil.getByRole('button', { name: /^Reply/ }).first()).toBeVisible()
    await expect(reply(emil)).toBeHidden()
    await expect(row(emil).getByText('Draft', { exact: true })).toHaveCount(0)

    // written on in both places: nothing is lost
    await laptop.context().setOffline(true)
    await reply(laptop).fill('We look into it')
    await reply(desktop).press('End')
    await type(desktop, ' at it')
    await laptop.context().setOffline(false)
    const met = laptop.getByRole('alert', { name: 'You also wrote on another device' })
    await expect(met).toContainText('We look at it')
    await expect(reply(laptop)).toHaveValue('We look into it')
    await met.getByRole('button', { name: 'Take the other' }).click()
    await expect(reply(laptop)).toHaveValue('We look at it')

    await laptop.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(laptop.getByRole('article', { name: /^Reply by/ })).toHaveCount(1)
    await expect(reply(desktop)).toHaveValue('')
    await expect(row(laptop).getByText('Draft', { exact: true })).toHaveCount(0)
  },
)

test(
  'a browser that is killed while somebody types loses no more than the last second',
  { tag: '@long' },
  async ({ browser, browserName, playwright }) => {
    const made = await breakSomething('mail_not_sent')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    const next = await openDeskAs(browser, 'agent')
    const storageState = await next.context().storageState()
    const { launchOptions, baseURL } = test.info().project.use
    const killed = await playwright[browserName].launchServer({ ...launchOptions })
    const theirs = await playwright[browserName].connect(killed.wsEndpoint())
    const page = await (await theirs.newContext({ storageState, baseURL: baseURL! })).newPage()
    await openTicketOf(page, made)
    await begin(page, 'Half a sen')
    await type(page, 'tence')
    await killed.kill()

    await openTicketOf(next, made)
    await expect(reply(next)).toHaveValue(/^Half a sen/)
  },
)

test(
  'signing out leaves no word of a draft in the browser, and signing in brings it back',
  { tag: '@long' },
  async ({ browser }) => {
    const made = await breakSomething('mail_not_sent')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    const page = await openDeskAs(browser, 'agent')
    await openTicketOf(page, made)
    await begin(page, 'Only between us')
    // their session is the other journeys' too: the desk is asked in their name, and does not end it
    await page.route('**/api/auth/sign-out', (route) => route.fulfill({ json: {} }))
    await page.getByRole('button', { name: /Ada/ }).last().click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const words = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    await expect.poll(words).not.toContain('Only between us')
    await page.unroute('**/api/auth/sign-out')
    await openTicketOf(page, made)
    await expect(reply(page)).toHaveValue('Only between us')
  },
)
