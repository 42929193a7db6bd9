import { expect, test } from './test.ts'
import { breakSomething, receivedMail, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

test('answering takes the ticket, the list says who spoke last, and Tab leaves the list', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  const id = new URL(agent.url()).pathname.split('/').at(-1)
  const row = agent.locator(`[data-ticket="${id}"]`)
  await expect(row.getByText('Waits for an answer')).toBeAttached()

  await agent.keyboard.press('r')
  await agent.getByRole('textbox', { name: 'Reply' }).fill('We look into it right away.')
  await agent.keyboard.press('ControlOrMeta+Enter')
  await expect(row).toContainText('You: We look into it right away.')
  await expect(row.getByRole('img', { name: /^Assigned to / })).toBeVisible()
  await expect(row.getByText('Waits for an answer')).toHaveCount(0)
  await agent.goto(`/tickets/${id}?view=new`)
  await expect(agent.getByRole('link', { name: /^New / })).toBeVisible()
  await expect(row).toHaveCount(0)

  // one stop, then behind the list
  await agent.goto('/tickets?view=resolved')
  await agent.locator('[data-queue] a').first().waitFor()
  await agent.locator('[data-queue] a[tabindex="0"]').focus()
  await agent.keyboard.press('Tab')
  expect(await agent.evaluate(() => document.activeElement?.closest('[data-queue]'))).toBeNull()
})

test('a reply is taken back by key before it leaves, goes on being written, and leaves once', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  const writing = agent.getByRole('textbox', { name: 'Reply' })
  await agent.keyboard.press('r')
  await writing.fill('Too early, and wrong.')
  await agent.keyboard.press('ControlOrMeta+Enter')
  await agent.getByRole('button', { name: 'Undo' }).waitFor()
  await agent.keyboard.press('z')
  await expect(writing).toHaveValue('Too early, and wrong.')
  await expect(writing).toBeFocused()
  await expect(agent.getByRole('article', { name: /^Reply by/ })).toHaveCount(0)
  await writing.fill('We look into it now.')
  await agent.keyboard.press('ControlOrMeta+Enter')
  const mail = await receivedMail(made.contact.email, /^Re: /)
  expect(mail.text).toContain('We look into it now.')
  expect(mail.text).not.toContain('Too early')
  await expect(agent.getByText('Sent', { exact: true })).toBeVisible()
})

test('a snoozed ticket is out of the way by key, has its view, and is brought back by key', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  const id = new URL(agent.url()).pathname.split('/').at(-1)
  const row = agent.locator(`[data-ticket="${id}"]`)
  await agent.keyboard.press('s')
  await agent.getByRole('menuitem', { name: 'Until the customer writes' }).press('Enter')
  await expect(agent.getByText(/is snoozed until the customer writes/)).toBeVisible()
  await expect(row).toHaveCount(0)
  await agent.getByRole('link', { name: /^Snoozed / }).click()
  await row.click()
  await agent.getByRole('button', { name: 'Snooze' }).waitFor()
  await agent.keyboard.press('s')
  await agent.getByRole('menuitem', { name: 'Bring it back now' }).press('Enter')
  await expect(row).toHaveCount(0)
  await agent.getByRole('link', { name: /^Open \d/ }).click()
  await agent.getByRole('link', { name: 'Newest' }).click()
  await expect(row).toBeVisible()
})
