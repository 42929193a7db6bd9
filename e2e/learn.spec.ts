import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { breakSomething, receivedMail, writeToSupport } from './world.ts'
import type { Case } from './world.ts'
import { act, openDeskAs, openTicketOf, resolve, runRunbook } from './workspace.ts'

test('what L1 could not resolve comes back as a runbook, and the next one is resolved at L1', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const engineer = await openDeskAs(browser, 'engineer')

  const first = await customerComplains()
  await escalateWithIds(agent, first)
  await returnWithLesson(engineer, first)
  await publishDraft(engineer)
  // the agent has it back, with what it was
  await openTicketOf(agent, first)
  await expect(agent.getByText('dropped after the deploy').first()).toBeVisible()

  const next = await customerComplains()
  await openTicketOf(agent, next)
  await runRunbook(agent, next)
  await act(agent, /Send the export email again/, 'As the runbook says since the last one')
  await receivedMail(next.contact.email, /export is ready/i)
  await resolve(agent, 'Sent the missing mail again', 'The mail with your link is on its way.')
  const { resolutions } = await ticketShown(agent)
  expect(resolutions.at(-1)).toMatchObject({ line: 'L1', runbook: { version: 2 } })
})

async function customerComplains(): Promise<Case> {
  const made = await breakSomething('mail_not_sent')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  return made
}

async function escalateWithIds(agent: Page, made: Case): Promise<void> {
  await openTicketOf(agent, made)
  const cause = await runRunbook(agent, made)
  await cause.getByRole('button', { name: /Escalate to|Hand over/ }).click()
  const dialog = agent.getByRole('dialog')
  await expect(
    dialog
      .getByText(made.record_id)
      .or(dialog.locator(`input[value="${made.record_id}"]`))
      .first(),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await expect(dialog).toBeHidden()
  await expect(agent.getByText(/escalated/i).first()).toBeVisible()
}

async function returnWithLesson(engineer: Page, made: Case): Promise<void> {
  await engineer.goto('/escalations')
  await engineer.getByRole('link', { name: made.complaint.subject }).first().click()
  await expect(engineer.getByText(made.record_id).first()).toBeVisible()
  await engineer
    .getByLabel('What it was')
    .fill('The mail job was dropped after the deploy of exports 4.2.')
  await engineer.getByLabel('How you fixed it').fill('Sent the mail again with export.resend.')
  await engineer.locator('label').filter({ hasText: 'A runbook' }).click()
  await engineer.getByLabel('Minutes spent').fill('12')
  await expect(engineer.getByText('export.resend').last()).toBeVisible()
  await engineer.getByRole('button', { name: 'Return' }).click()
}

async function publishDraft(engineer: Page): Promise<void> {
  await engineer
    .getByRole('link', { name: /^Read / })
    .first()
    .click()
  await engineer.getByRole('button', { name: 'Publish' }).first().click()
  const dialog = engineer.getByRole('dialog')
  await dialog.getByLabel('What changed').fill('Resend it when no mail was sent')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(engineer.getByText('Version 2 is published').first()).toBeVisible()
}

async function ticketShown(page: Page) {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const response = await page.request.get(`/api/tickets/${id}`)
  return (await response.json()) as {
    resolutions: { line: string; runbook: { version: number } | null }[]
  }
}
