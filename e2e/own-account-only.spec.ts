import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { breakSomething, writeToSupport } from './world.ts'
import type { Case } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

test("another account's data never shows", async ({ browser }) => {
  const agent = await openDeskAs(browser, 'agent')
  const answers: string[] = []
  agent.on('response', async (response) => {
    if (!/\/api\/tickets\/[^/]+\/(panels|logs|traces|actions|changes)/.test(response.url())) return
    answers.push(await response.text().catch(() => ''))
  })
  const [mine, foreign] = [
    await breakSomething('export_failed'),
    await breakSomething('export_failed'),
  ]
  expect(mine.account_id).not.toBe(foreign.account_id)
  for (const made of [mine, foreign])
    await writeToSupport({ from: made.contact.email, ...made.complaint })

  await openTicketOf(agent, mine)
  await lookAtEverything(agent, mine)
  expect(answers.join('\n')).toContain(mine.record_id)
  expectNoTraceOf(foreign, answers)

  // asking for the other account's record by hand is refused, and nothing of it is said
  const ticketId = new URL(agent.url()).pathname.split('/').at(-1)
  const refused = await agent.request.post(`/api/tickets/${ticketId}/action-previews`, {
    headers: { origin: new URL(agent.url()).origin },
    data: { action: 'export.requeue', input: { export_id: foreign.record_id } },
  })
  const body = await refused.text()
  expect(refused.status()).toBeGreaterThanOrEqual(400)
  expectNoTraceOf({ ...foreign, record_id: foreign.contact.email }, [body])

  answers.length = 0
  await openTicketOf(agent, foreign)
  await lookAtEverything(agent, foreign)
  expect(answers.join('\n')).toContain(foreign.record_id)
  expectNoTraceOf(mine, answers)
})

async function lookAtEverything(page: Page, { record_id }: Case): Promise<void> {
  await expect(page.getByText(record_id).first()).toBeVisible()
  const logs = page.waitForResponse((response) => response.url().includes('/logs'))
  await page.getByRole('tab', { name: 'Logs' }).click()
  await logs
  await page.getByRole('tab', { name: 'Changes' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('exports')
}

function expectNoTraceOf(
  { account_id, record_id, contact }: Case,
  answers: readonly string[],
): void {
  for (const secret of [account_id, record_id, contact.email]) {
    expect(answers.filter((answer) => answer.includes(secret))).toEqual([])
  }
}
