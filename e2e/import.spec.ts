import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import {
  zendeskAuthorization,
  zendeskKey,
  zendeskRoute,
} from '../server/src/imports/vendors/testing/zendesk-desk.ts'
import { startStandIn } from '../server/src/imports/vendors/testing/stand-in.ts'
import { ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

/** Ten tickets of ten weeks ago: seven stayed with the first line, one came back. */
function someLog(): string {
  const day = 86_400_000
  const begin = Date.now() - 70 * day
  const at = (ticket: number, hours: number) =>
    new Date(begin + ticket * day + hours * 3_600_000).toISOString()
  const rows = Array.from({ length: 10 }, (_, ticket) => {
    const team = ticket < 7 ? 'Service Desk' : 'Platform'
    const row = (hours: number, status: string, group: string) =>
      `OLD-${ticket},${at(ticket, hours)},${status},${group},printers`
    const again = ticket === 0 ? [row(30, 'Open', team), row(40, 'Resolved', team)] : []
    return [row(0, 'New', 'Service Desk'), row(5, 'Resolved', team), ...again]
  }).flat()
  return ['Ticket No,Changed,Status,Group,Category', ...rows, 'OLD-99,never,New,x,y', ''].join('\n')
}

test(
  'a file dropped in the browser becomes the Monday page',
  { tag: '@long' },
  async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'firstline-e2e-import-'))
    const file = join(folder, 'old-desk.csv')
    writeFileSync(file, someLog())
    const page = await openDeskAs(browser, 'lead')
    await page.goto('/import')
    await page.getByLabel('Choose files').first().setInputFiles(file)

    // understood without a word, and a person says which team is the first line
    await expect(page.getByText('OLD-0', { exact: true })).toBeVisible()
    await page.getByText('Service Desk', { exact: true }).first().click()
    await expect(page.getByText(/unreadable-time: 1/)).toBeVisible()
    await page.getByRole('button', { name: 'Import', exact: true }).click()

    await expect(page.getByText('10 tickets from 22 rows, 1 refused.')).toBeVisible()
    await page.getByRole('button', { name: 'Show on the scorecard' }).first().click()
    await expect(page.getByRole('heading', { name: 'Scorecard', level: 1 })).toBeVisible()
    await expect(page.getByRole('listitem').getByText('Imported: old-desk')).toBeVisible()
    await expect(page.getByText('70.0%').first()).toBeVisible()
    rmSync(folder, { recursive: true, force: true })
  },
)

test(
  'another desk is read through its interface, looked at, and becomes the Monday page',
  { tag: '@long' },
  async ({ browser }) => {
    const otherDesk = await startStandIn(zendeskAuthorization, zendeskRoute, ports.otherDesk)
    const page = await openDeskAs(browser, 'lead')
    await page.goto('/import')
    await page.getByRole('button', { name: /Desk/ }).click()
    await page.getByRole('option', { name: 'Zendesk' }).click()
    await page.getByLabel('Address').fill(otherDesk.url)
    await page.getByLabel('Changed since').fill('2026-03-01')
    await fetchWith(page, 'ada@example.com:of-last-year')
    await expect(page.getByText(/refuses the key \(401\)/)).toBeVisible()

    otherDesk.faults.push({ status: 429, headers: { 'retry-after': '1' } })
    await fetchWith(page, zendeskKey)
    await page.getByRole('button', { name: 'Check how it is read' }).click()
    await expect(page.getByRole('heading', { name: otherDesk.url })).toBeFocused()
    await page.getByText('Front desk', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText(/\d+ tickets from \d+ rows, 0 refused/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Show on the scorecard' }).first().click()
    await expect(page.getByRole('listitem').getByText('Imported: zendesk')).toBeVisible()
    await otherDesk.stop()
  },
)

async function fetchWith(page: Page, key: string): Promise<void> {
  await page.getByLabel('Key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Fetch' }).click()
}
