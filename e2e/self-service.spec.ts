import type { Page } from '@playwright/test'
import { browserWithoutScripts, expectAccessible, signInAt } from './portal-customer.ts'
import { expect, test } from './test.ts'
import { breakSomething, sendExportMail } from './world.ts'
import { openDeskAs } from './workspace.ts'

test(
  'a customer finds the cause by themselves, comes back, and an agent asks nothing again',
  { tag: '@long' },
  async ({ browser }) => {
    const found = await breakSomething('mail_not_sent')
    await sendExportMail(found)
    const { contact, account_name } = await breakSomething('export_failed', found.account_id)
    const customer = await browserWithoutScripts(browser)
    await signInAt(customer, contact.email)

    await write(customer, 'Export email never arrived')
    await expect(customer.getByText('Which export do you mean?')).toBeVisible()
    await expectAccessible(customer)
    await customer
      .getByRole('radio', { name: /completed$/ })
      .last()
      .check()
    await customer.getByRole('button', { name: 'Continue' }).click()
    await expect(customer.getByText(/in your spam folder/)).toBeVisible()
    await customer.getByRole('radio', { name: 'Yes' }).check()
    await customer.getByRole('button', { name: 'Continue' }).click()
    await expect(customer.getByText(/^Good that it turned up/)).toBeVisible()
    await expectAccessible(customer)
    await customer.getByRole('button', { name: 'This solved it' }).click()
    await expect(customer.getByRole('heading', { name: 'Good that it is solved' })).toBeVisible()
    await expectAccessible(customer)
    await customer.getByRole('link', { name: 'My tickets', exact: true }).click()
    await expect(customer.getByText('You have no tickets yet.')).toBeVisible()

    // it comes back: another export, and its cause needs an agent
    const subject = `Export email never arrived ${crypto.randomUUID().slice(0, 8)}`
    await write(customer, subject)
    await customer
      .getByRole('radio', { name: /failed$/ })
      .first()
      .check()
    await customer.getByRole('button', { name: 'Continue' }).click()
    await expect(customer.getByRole('status')).toHaveText('We have your message.')

    const agent = await openDeskAs(browser, 'agent')
    await agent.goto('/tickets?view=open&order=newest')
    await agent.getByRole('link', { name: subject }).first().click()
    await expect(agent.getByRole('heading', { name: subject })).toBeVisible()
    await expect(agent.getByText(account_name).first()).toBeVisible()
    await expect(agent.getByText(/the cause “failed” was found/)).toBeVisible()
    await expect(agent.getByRole('region', { name: 'Cause' })).toBeVisible()

    const lead = await openDeskAs(browser, 'lead')
    await lead.goto('/scorecard')
    const solved = lead.getByRole('table', { name: 'Runbooks that customers tried by themselves' })
    const row = solved.getByRole('row').filter({ hasText: 'Export email not received' })
    await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible()
    await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible()
  },
)

async function write(customer: Page, subject: string): Promise<void> {
  await customer.getByRole('link', { name: 'New ticket' }).first().click()
  await customer.getByLabel('Subject').fill(subject)
  await customer.getByLabel('What is it about?').fill('I did not receive the export email.')
  await customer.getByRole('button', { name: 'Send' }).click()
}
