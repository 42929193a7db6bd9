import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { breakSomething, ports, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const because = 'the report keeps its old figures after a refresh'

test('what an engineer says is missing becomes an opportunity, its draft is published, and its effect is too early to tell', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const engineer = await openDeskAs(browser, 'engineer')
  await engineer.goto('/build-next')
  const opportunity = engineer.getByRole('article').filter({ hasText: because })
  await expect(engineer.getByRole('heading', { name: 'Build next' })).toBeVisible()
  await expect(opportunity).toBeHidden()

  await handOverAndReturn(agent, engineer)
  // the list of whoever has it open grows by itself
  await expect(opportunity.getByText('of L1 resolution rate')).toBeVisible()
  await opportunity.getByRole('button', { name: 'Open the draft' }).click()
  await engineer.getByRole('button', { name: 'Publish' }).click()
  const dialog = engineer.getByRole('dialog')
  await dialog.getByLabel('What changed').fill('Says how to refresh a report')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(engineer.getByText('Version 1 is published').first()).toBeVisible()

  await engineer.goto('/build-next?state=shipped')
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
  await send(agent, 'PUT', `/api/tickets/${ticketId}/type`, { type: 'reports.stale-figures' })
  const { id } = await send<{ id: string }>(agent, 'POST', `/api/tickets/${ticketId}/escalation`, {
    to: 'Platform',
    because,
    note: 'Refreshed twice, still last week.',
  })
  await send(engineer, 'POST', `/api/escalations/${id}/return`, {
    was: 'The cached report was not told of the change.',
    fix: 'Refreshed the cached report.',
    wouldHaveHelped: 'runbook',
    say: 'We have refreshed the report: it shows the figures of today.',
    minutesSpent: 9,
  })
}

/** It is in the inbox of who escalated, with the change; put aside by key, it is gone from the count. */
async function agentLearns(agent: Page): Promise<void> {
  await agent.goto('/learning')
  await agent.getByRole('link', { name: /The cached report was not told/ }).click()
  await expect(agent.getByText(/is published/)).toBeVisible()
  // the editor draws only the lines in view
  await expect(agent.locator('.cm-content').last()).toContainText(
    'The cached report was not told of the change',
  )
  await agent.keyboard.press('l')
  await expect(agent.getByRole('button', { name: 'Put back' })).toBeVisible()
}

async function send<T>(page: Page, method: string, path: string, data: unknown): Promise<T> {
  const headers = { origin: `http://localhost:${ports.desk}` }
  const response = await page.request.fetch(path, { method, data, headers })
  expect(response.ok(), await response.text()).toBe(true)
  return (await response.json()) as T
}
