import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import pg from 'pg'
import { startEmbedded } from '../server/src/database/postgres/embedded.ts'
import { expect } from './patient.ts'
import { home, ports, receivedMail } from './world.ts'
import { openDeskAs } from './workspace.ts'

/** Of everybody who is let in here. */
export const password = 'quartz lantern vole mitten'

// a person is let in once: another try lets in others
const round = Date.now().toString(36)

export type Newcomer = { name: string; email: string }

export function newcomer(name: string): Newcomer {
  return {
    name: `${name} Newman ${round}`,
    email: `${name.toLowerCase()}.${round}@newcomers.example`,
  }
}

/** A person of a role, in a browser of their own, by the link they were mailed. */
export async function letIn(browser: Browser, person: Newcomer, role: string): Promise<Page> {
  const lead = await openDeskAs(browser, 'lead')
  await invite(lead, person, role)
  await lead.context().close()
  const page = await openNew(browser)
  const token = new URL(await linkMailed(person, 'first')).hash.slice(1)
  await post(page, '/api/password-link/use', { token, password })
  await page.goto('/sign-in')
  await giveSignIn(page, person)
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

export async function invite(lead: Page, person: Newcomer, role: string): Promise<{ id: string }> {
  return (await post(lead, '/api/people', { ...person, role, line: 'L1' })) as { id: string }
}

async function post(page: Page, path: string, data: object): Promise<unknown> {
  const headers = { origin: `http://localhost:${ports.desk}` }
  const response = await page.request.post(path, { data, headers })
  expect(response.status(), await response.text()).toBe(200)
  return response.json()
}

export async function openNew(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

export async function giveSignIn(
  on: Page | Locator,
  { email }: Newcomer,
  given = password,
): Promise<void> {
  await on.getByLabel('Email').fill(email)
  await on.getByLabel('Password').fill(given)
  await on.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Newman/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
}

/** Without a click of theirs; and nothing that was on the screen is to be read any more. */
export async function expectEnded(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  expect((await page.request.get('/api/me')).status()).toBe(401)
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeVisible()
  // the page lies behind what nothing shines through
  const cover = page.locator('.fixed.inset-0').filter({ has: dialog })
  const color = await cover.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(color).toMatch(/^rgb\(/)
}

const subjects = { first: /^Your sign-in/, reset: /^Set a new password/ }

/** @param known the link that came before */
export async function linkMailed(
  { email }: Newcomer,
  purpose: keyof typeof subjects,
  known = '',
): Promise<string> {
  const link = async () => {
    const { text } = await receivedMail(email, subjects[purpose])
    return /\S+\/set-password#\S+/.exec(text)![0]
  }
  await expect.poll(link).not.toBe(known)
  return link()
}

/** As if the days a person's links live were over. */
export async function letLinksEnd(personId: string): Promise<void> {
  const cluster = await startEmbedded(join(home, 'postgres'))
  const client = new pg.Client({ connectionString: cluster.urlOf('firstline') })
  await client.connect()
  const past = `update password_link set expires_at = now() - interval '1 s' where person_id = $1`
  await client.query(past, [personId])
  await client.end()
  await cluster.leave()
}
