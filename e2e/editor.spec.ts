import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const runbook = '/runbooks/verification-email-missing'

test(
  'a runbook is edited, checked, tried on a ticket and published; two editors lose nothing',
  { tag: '@long' },
  async ({ browser }) => {
    const engineer = await openDeskAs(browser, 'engineer')
    const lead = await openDeskAs(browser, 'lead')

    await openEditor(engineer)
    await breakAndMend(engineer)
    await engineer.getByLabel('Owner').fill('team-identity')
    await expect(engineer.locator('.cm-content')).toContainText('owner: team-identity')
    await allCasesPass(engineer)
    await tryOnTicket(engineer)

    // the second of two is told before saving, and at saving
    await engineer.getByLabel('Title').fill('Verification email does not come')
    await expect
      .poll(async () => (await engineer.request.get(`/api${runbook}/editing`)).text())
      .toContain('does not come')
    await openEditor(lead)
    await expect(lead.getByText(/is changing this too/)).toBeVisible()
    await lead.getByLabel('Title').fill('Verification mail missing')
    await engineer.keyboard.press('ControlOrMeta+s')
    await expect(engineer.getByText('Saved as draft v2').first()).toBeVisible()
    await expect(lead.getByText(/Version 2 was saved meanwhile/)).toBeVisible()
    await lead.keyboard.press('ControlOrMeta+s')
    await expect(lead.getByText(/saved version 2 meanwhile/)).toBeVisible()
    await expect(lead.locator('.cm-merge-a')).toContainText('does not come')
    await expect(lead.locator('.cm-merge-b')).toContainText('Verification mail missing')
    await lead.getByRole('button', { name: 'Save mine above theirs' }).click()
    await expect(lead.getByText('Saved as draft v3').first()).toBeVisible()

    await publish(lead)
    await compareAndRestore(lead)
  },
)

async function openEditor(page: Page): Promise<void> {
  await page.goto(`${runbook}/edit`)
  await expect(page.getByLabel('Title')).toBeVisible()
  await expect(page.locator('.cm-content')).toBeVisible()
}

/** In the source: the problem stands at its line and in the list, and publishing waits. */
async function breakAndMend(page: Page): Promise<void> {
  const source = page.getByLabel('Text of the runbook')
  await source.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n## no-such-cause\nWords')
  await expect(page.getByText(/There is no cause “no-such-cause”/)).toBeVisible()
  await expect(page.locator('.cm-lint-marker-error')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByText('Not saved')).toBeHidden()
}

async function allCasesPass(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Cases' }).click()
  await expect(page.getByText(/cases give their cause/)).toBeVisible()
  await expect(page.getByText('Failed')).toBeHidden()
}

async function tryOnTicket(page: Page): Promise<void> {
  const made = await breakSomething('webhook_stuck')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  const other = await page.context().newPage()
  await openTicketOf(other, made)
  const id = new URL(other.url()).pathname.split('/').at(-1)!
  const ticket = (await (await page.request.get(`/api/tickets/${id}`)).json()) as { number: number }
  await other.close()
  await page.getByRole('tab', { name: 'Try on a ticket' }).click()
  await page.getByLabel('Ticket', { exact: true }).fill(`#${ticket.number}`)
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await expect(page.getByRole('link', { name: new RegExp(`#${ticket.number} `) })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Causes' })).toBeVisible()
}

async function publish(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish version 3' })
  await dialog.getByLabel('What changed').fill('Says it as customers do')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Verification mail missing' })).toBeVisible()
}

async function compareAndRestore(page: Page): Promise<void> {
  await page.goto(`${runbook}?version=1`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Restore version 1 as a draft' }).click()
  await expect(page.getByText('Version 1 is now draft v4').first()).toBeVisible()
  await expect(page).toHaveURL(/version=4/)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Compare versions' }).click()
  await expect(page.locator('.cm-merge-a')).toContainText('Verification mail missing')
  await expect(page.locator('.cm-merge-b')).toContainText('Verification email')
}
