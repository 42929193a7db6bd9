import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Browser, Locator, Page } from '@playwright/test'
import type { Scorecard } from '../contract/src/scorecard.ts'
import { home, signIn } from './world.ts'
import type { Case, RoleName } from './world.ts'

/** The desk in a browser of its own. A role signs in once for all journeys: sign-in is rate-limited. */
export async function openDeskAs(browser: Browser, role: RoleName): Promise<Page> {
  const file = join(home, `session-${role}.json`)
  if (existsSync(file)) return (await browser.newContext({ storageState: file })).newPage()
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, role)
  await context.storageState({ path: file })
  return page
}

/** Waits for the customer's ticket to appear in the queue by itself, and opens it. */
export async function openTicketOf(page: Page, { complaint, account_name }: Case): Promise<void> {
  await page.goto('/tickets?view=open&order=newest')
  const row = page.getByRole('link', { name: complaint.subject }).filter({ hasText: account_name })
  await row.first().click()
  await expect(page.getByRole('heading', { name: complaint.subject })).toBeVisible()
}

/** Runs the runbook that matched, by key, choosing the case's record where there are several. */
export async function runRunbook(page: Page, { record_id }: Case): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Run runbook' })).toBeVisible()
  await page.keyboard.press('x')
  const choice = page.getByRole('radio', { name: new RegExp(record_id) })
  const cause = page.getByRole('region', { name: 'Cause' })
  await choice.or(cause).first().waitFor()
  if (await choice.isVisible()) await page.locator('label').filter({ hasText: record_id }).click()
  return cause
}

export async function answerNo(page: Page, question: RegExp): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('button', { name: 'No' }).click()
}

/** Previews an action and confirms it; waits until it is verified. */
export async function act(page: Page, name: RegExp, reason: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Reason').fill(reason)
  await sheet.getByRole('button', { name: 'Confirm' }).click()
  await expectVerified(page)
}

/** Its receipt says so; the account's own records may say "Verified" too. */
export async function expectVerified(page: Page): Promise<void> {
  const receipt = page.getByRole('article', { name: /^Action: / }).first()
  await expect(receipt.getByText('Verified')).toBeVisible()
}

export async function resolve(page: Page, summary: string, reply: string): Promise<void> {
  await page.getByRole('button', { name: 'Resolve' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What solved it').fill(summary)
  await dialog.getByLabel('Last reply').fill(reply)
  await dialog.getByRole('button', { name: 'Reply and resolve' }).click()
  await expect(dialog).toBeHidden()
}

/** The numbers as the scorecard page gets them. */
export async function readScorecard(page: Page): Promise<Scorecard> {
  const response = await page.request.get('/api/scorecard')
  expect(response.ok()).toBe(true)
  return (await response.json()) as Scorecard
}
