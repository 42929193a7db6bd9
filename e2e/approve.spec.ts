import { expect, test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import { expectVerified, openDeskAs, openTicketOf } from './workspace.ts'

test('an engineer approves in another browser what an agent asked for', async ({ browser }) => {
  const agent = await openDeskAs(browser, 'agent')
  const engineer = await openDeskAs(browser, 'engineer')
  const made = await breakSomething('cache_stale')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)

  await agent.getByRole('button', { name: 'Actions', exact: true }).click()
  await agent.getByRole('menuitem', { name: /cached figures/ }).click()
  const sheet = agent.getByRole('dialog')
  await expect(sheet.getByText('Needs the approval of: an engineer')).toBeVisible()
  await sheet.getByLabel('Reason').fill('Their report shows last week')
  await sheet.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(agent.getByText('Waits for the approval of an engineer')).toBeVisible()

  // who asked cannot approve; the engineer's way there says that something waits
  await engineer.goto('/tickets')
  await expect(engineer.getByRole('link', { name: 'Actions 1 waits for you' })).toBeAttached()
  await engineer.getByRole('link', { name: /^Actions/ }).click()
  const request = engineer.getByRole('article', { name: /cached figures/ })
  await expect(request.getByText('Their report shows last week')).toBeVisible()
  await request.getByRole('button', { name: 'Approve and run' }).click()
  await expect(request).toBeHidden()

  const receipt = agent.getByRole('article', { name: /^Action: Clear/ })
  await expect(receipt.getByText(/approved by/)).toBeVisible()
  await expect(receipt.getByText('Verified')).toBeVisible()
})

test('a preview that no longer holds is refused; what was done is undone by key', async ({
  browser,
}) => {
  const [agent, other] = [await openDeskAs(browser, 'agent'), await openDeskAs(browser, 'agent')]
  const made = await breakSomething('email_suppressed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  await other.goto(agent.url())

  // two look at the same preview: the second finds that the first has done it
  for (const page of [agent, other]) {
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    await page
      .getByRole('menuitem', { name: /Allow email to the person/ })
      .first()
      .click()
    await page.getByRole('dialog').locator('label').filter({ hasText: made.record_id }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('They can receive mail again')
  }
  await agent.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await expectVerified(agent)
  await other.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await expect(other.getByText('Something changed since you looked.')).toBeVisible()

  await agent.getByRole('heading', { name: made.complaint.subject }).click()
  await agent.keyboard.press('u')
  await agent.getByRole('dialog').getByLabel('Reason').fill('It was the wrong address')
  await agent.getByRole('dialog').getByRole('button').last().click()
  await expect(agent.getByText('Undone')).toBeVisible()
})
