import { expect } from './patient.ts'
import { test } from './test.ts'
import { openDeskAs } from './workspace.ts'

test('an engineer sees how the company’s systems answer, a lead tries a source, and the record knows', async ({
  browser,
}) => {
  const engineer = await openDeskAs(browser, 'engineer')
  await engineer.goto('/connections')
  const replica = engineer.getByRole('region', { name: 'Connection acme-replica' })
  await expect(replica).toContainText('env:ACME_REPLICA_URL')
  await replica.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(engineer.getByText(/Whoever may open accounts/)).toBeVisible()
  const yaml = engineer.getByRole('region', { name: 'sources/users.list.yaml:1' })
  await expect(yaml).toContainText('account_column: account_id')

  const lead = await openDeskAs(browser, 'lead')
  await lead.goto('/connections/acme-replica?source=users.list')
  const form = lead.getByRole('region', { name: 'Try with an account' })
  await form.getByLabel('Account id').fill('acc_nobody')
  await form.getByLabel('Why do you look?').fill('The panel of users is empty')
  await form.getByRole('button', { name: 'Try' }).click()
  await expect(form).toContainText('The directory knows no such account')
  await form.getByLabel('Account id').fill('dana@northwind.example')
  await form.getByRole('button', { name: 'Try' }).click()
  const answer = lead.getByRole('status', { name: 'What was asked and answered' })
  await expect(answer).toContainText('where u.account_id = $1')
  await expect(answer).toContainText('@northwind.example')
  await expect(answer).not.toContainText('dana@')

  const [users] = await lead.getByRole('listitem').filter({ hasText: 'users.list' }).all()
  await expect(users!).toContainText(/Answers/)
  await expect(users!).toContainText(/asked \d+ times? in 24 h, 0 errors/)
  await lead.goto('/record')
  await expect(lead.getByText('Tried a source with an account').first()).toBeVisible()
})
