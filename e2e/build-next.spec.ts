import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { breakSomething, ports, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const because = 'the report keeps its old figures after a refresh'

test('what an engineer says is missing becomes an opportunity, its draft is published, and its effect is too early to tell', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const engineer = await openDeskAs(browser, 'engineer')
  const lead = await openDeskAs(browser, 'lead')
  await lead.goto('/build-next')
  const opportunity = lead.getByRole('article').filter({ hasText: because })
  await expect(lead.getByRole('heading', { name: 'Build next' })).toBeVisible()
  await expect(opportunity).toBeHidden()

  await handOverAndReturn(agent, engineer)
  // the list of whoever has it open grows by itself
  await expect(opportunity.getByText('up to')).toBeVisible()
  await opportunity.getByRole('button', { name: 'Open the draft' }).click()
  await lead.getByRole('button', { name: 'Publish' }).click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('What changed').fill('Says how to refresh a report')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(lead.getByText('Version 1 is published').first()).toBeVisible()

  await lead.goto('/build-next?state=shipped')
  await expect(opportunity.getByText('Too early to tell')).toBeVisible()
  await expect(opportunity.getByText(/Waits for 28 days/)).toBeVisible()
  await agentLearns(agent)
})

/** The forms of this have a journey of their own (learn.spec.ts). */
async function handOverAndReturn(agent: Page, engineer: Page): Promise<void> {
  const made = await breakSomething('cache_stale')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  await openTicketOf(agent, made)
  const ticketId = new URL(agent.url()).pathname.split('/').at(-1)!
  const { id } = await post<{ id: string }>(agent, `/api/tickets/${ticketId}/escalation`, {
    to: 'Platform',
    because,
    note: 'Refreshed twice, still last week.',
  })
  await post(engineer, `/api/escalations/${id}/return`, {
    was: 'The cached report was not told of the change.',
    fix: 'Refreshed the cached report.',
    wouldHaveHelped: 'runbook',
    minutesSpent: 9,
  })
}

/** It is in the inbox of who escalated, with the change; put aside by key, it is gone from the count. */
async function agentLearns(agent: Page): Promise<void> {
  await agent.goto('/learning')
  await agent.getByRole('link', { name: /The cached report was not told/ }).click()
  await expect(agent.getByText(/is published/)).toBeVisible()
  await expect(agent.locator('.cm-content').last()).toContainText('Refreshed the cached report')
  await agent.keyboard.press('l')
  await expect(agent.getByRole('button', { name: 'Put back' })).toBeVisible()
}

async function post<T>(page: Page, path: string, body: unknown): Promise<T> {
  const headers = { origin: `http://localhost:${ports.desk}` }
  const response = await page.request.post(path, { data: body, headers })
  expect(response.ok(), await response.text()).toBe(true)
  return (await response.json()) as T
}
