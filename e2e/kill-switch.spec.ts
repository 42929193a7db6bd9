import { expect, test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import { expectVerified, openDeskAs, openTicketOf, runRunbook } from './workspace.ts'

test('an action is stopped while somebody looks at its preview', async ({ browser }) => {
  const agent = await openDeskAs(browser, 'agent')
  const engineer = await openDeskAs(browser, 'engineer')
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  await runRunbook(agent, made)
  await agent
    .getByRole('button', { name: /Requeue/ })
    .first()
    .click()
  const sheet = agent.getByRole('dialog')
  await sheet.getByLabel('Reason').fill('The customer needs the file today')

  await engineer.goto('/actions?show=all')
  const row = engineer.getByRole('listitem').filter({ hasText: 'Requeue a failed export' })
  await row.getByRole('button', { name: 'Stop' }).click()
  await engineer.getByRole('dialog').getByLabel('Reason').fill('Exports are being moved')
  await engineer.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  await expect(row.getByText('Stopped by')).toBeVisible()

  await expect(sheet.getByRole('alert')).toContainText('Exports are being moved')
  await sheet.getByRole('button', { name: 'Confirm' }).click()
  await expect(sheet.getByText(/Nothing was done/).first()).toBeVisible()

  await row.getByRole('button', { name: 'Let it run again' }).click()
  await engineer.getByRole('dialog').getByLabel('Reason').fill('They are moved')
  await engineer.getByRole('dialog').getByRole('button', { name: 'Let it run again' }).click()
  await expect(row.getByText('Stopped by')).toBeHidden()
  await sheet.getByRole('button', { name: 'Confirm' }).click()
  await expectVerified(agent)
})
