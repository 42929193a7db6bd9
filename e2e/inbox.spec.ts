import { expect, test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

test('who is named in a note is told at once, goes there by the inbox, and watches the ticket from then on', async ({
  browser,
}) => {
  const lead = await openDeskAs(browser, 'lead')
  await lead.goto('/notifications')
  await lead.getByRole('heading', { name: 'Inbox' }).waitFor()
  const inbox = lead.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ })
  const all = lead.getByRole('button', { name: 'Mark all as read' })
  const nothing = lead.getByText('Nothing is unread.')
  await expect(all.or(nothing).first()).toBeVisible()
  if (await all.isVisible()) await all.click()
  await expect(nothing).toBeVisible()
  await expect(inbox).toHaveAccessibleName('Inbox')

  const agent = await openDeskAs(browser, 'agent')
  const made = await breakSomething('mail_not_sent')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  await agent.keyboard.press('n')
  const note = agent.getByRole('textbox', { name: 'Note' })
  await agent.keyboard.type('Please look, @le')
  const option = agent.getByRole('option', { name: /^Lena/ })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await agent.keyboard.press('Enter')
  await expect(note).toHaveValue(/^Please look, @Lena \S+ $/)
  await agent.keyboard.type('before four')
  await agent.keyboard.press('ControlOrMeta+Enter')
  await expect(agent.getByRole('button', { name: /^Watched by Lena/ })).toBeVisible()

  await expect(inbox).toHaveAccessibleName(/1 unread/)
  const entry = lead.getByRole('link', { name: /named you in a note/ })
  await expect(entry).toContainText('before four')
  await entry.click()
  await expect(lead.getByRole('heading', { name: made.complaint.subject })).toBeVisible()
  await expect(inbox).toHaveAccessibleName('Inbox')
  await expect(lead.getByRole('button', { name: 'Watched by you' })).toBeVisible()

  await agent.keyboard.press('n')
  await agent.keyboard.type('It is done')
  await agent.keyboard.press('ControlOrMeta+Enter')
  await expect(inbox).toHaveAccessibleName(/1 unread/)
  await lead.keyboard.press('w')
  await expect(lead.getByRole('button', { name: 'Watch', exact: true })).toBeVisible()
  await inbox.click()
  await expect(lead.getByRole('link', { name: /You watch: .* wrote a note/ })).toBeVisible()
  await lead.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(lead.getByText('Nothing is unread.')).toBeVisible()
  await lead.getByRole('button', { name: 'Undo' }).click()
  await expect(inbox).toHaveAccessibleName(/1 unread/)
})
