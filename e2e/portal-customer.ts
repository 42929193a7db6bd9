import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect } from './test.ts'
import { receivedMail } from './world.ts'

export async function browserWithoutScripts(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage()
}

/** As the customer does: the link comes by mail, and a mail scanner opens it first. */
export async function signInAt(customer: Page, email: string): Promise<void> {
  await customer.goto('/help')
  await customer.getByLabel('Your mail address').fill(email)
  await customer.getByRole('button', { name: 'Send me a link' }).click()
  await expect(customer.getByRole('status')).toContainText(email)
  const mail = await receivedMail(email, /^Sign in to Acme Help$/)
  const link = /https?:\/\/\S+\/help\/sign-in\/\S+/.exec(mail.text)?.[0] ?? ''
  for (const _ of [1, 2]) expect((await fetch(link, { redirect: 'manual' })).status).toBe(303)
  await customer.goto(link)
  expect(new URL(customer.url()).pathname).toBe('/help/link')
  await customer.getByRole('button', { name: 'Sign in now' }).click()
  await expect(customer.getByText(`Signed in as ${email}`)).toBeVisible()
}

/** In a window of its own: what looks for faults is a script. */
export async function expectAccessible(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('There is no browser')
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 360, height: 800 },
  })
  const copy = await context.newPage()
  await copy.goto(page.url())
  const { violations } = await new AxeBuilder({ page: copy }).analyze()
  expect(violations).toEqual([])
  await context.close()
}
