import { readFileSync } from 'node:fs'
import { knownEvent } from '@firstline/contract/events'
import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const reason = `The address is needed ${Date.now()}`

test('a lead reads who unmasked what, takes it along, and finds the own reading on record', async ({
  browser,
}) => {
  const engineer = await openDeskAs(browser, 'engineer')
  const lead = await openDeskAs(browser, 'lead')
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(engineer, made)
  await unmask(engineer, made.contact.email)

  await lead.goto('/record')
  await choose(lead, 'About', 'Account')
  await choose(lead, 'By', 'Emil Rossi')
  const entry = lead.getByRole('article').filter({ hasText: reason })
  await expect(entry.getByText('Unmasked data of the account')).toBeVisible()
  await expect(entry.getByText('Person: Emil Rossi')).toBeVisible()
  // what was seen is named, never repeated
  await expect(entry).not.toContainText(made.contact.email)
  await entry.getByRole('link', { name: made.account_name }).click()
  await expect(lead).toHaveURL(/accountId=/)
  await expect(entry).toBeVisible()

  const lines = (await download(lead, 'NDJSON')).trim().split('\n')
  expect(lines.some((line) => line.includes(reason))).toBe(true)

  await lead.goto('/record?kind=audit')
  await expect(lead.getByText('Exported the record').first()).toBeVisible()
  await expect(lead.getByText('Read the record').first()).toBeVisible()
  await lead.getByRole('button', { name: 'Verify now' }).click()
  await expect(lead.getByText(/As it was sealed/)).toBeVisible()

  // who may see every page still finds what stands below them, in a low window too
  await lead.setViewportSize({ width: 1024, height: 600 })
  for (const name of [/find or do anything/i, /settings and sign-out/]) {
    await expect(lead.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  }
  await lead.goto('/import')
  const current = lead.locator('nav [aria-current="page"]')
  await expect(current).toHaveText('Import')
  await expect(current).toBeInViewport({ ratio: 1 })
})

test(
  'all that has happened in the example company until here is as the catalogue says',
  { tag: ['@long', '@short'] },
  async ({ browser }) => {
    const lead = await openDeskAs(browser, 'lead')
    const answer = await lead.request.get('/api/record/export?format=ndjson')
    const lines = (await answer.text()).trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as Entry)
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.filter((entry) => knownEvent(entry) === null)).toEqual([])
  },
)

type Entry = { name: string; data: unknown }

async function unmask(page: Page, email: string): Promise<void> {
  const panel = page.getByRole('region', { name: /^Users/ })
  await expect(panel).not.toContainText(email)
  await panel.getByRole('button', { name: 'Unmask' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Unmask' }).click()
  await expect(panel.getByRole('button', { name: 'Mask again' })).toBeVisible()
  const all = panel.getByRole('button', { name: /^Show all/ })
  if (await all.isVisible()) await all.click() // an account of many users
  await expect(panel).toContainText(email)
}

async function choose(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${filter}$`) }).click()
  await page.getByRole('option', { name: value, exact: true }).click()
}

async function download(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}
