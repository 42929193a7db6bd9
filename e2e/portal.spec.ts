import type { Page } from '@playwright/test'
import { browserWithoutScripts, expectAccessible, signInAt } from './portal-customer.ts'
import { expect, test } from './test.ts'
import { breakSomething, receivedMail } from './world.ts'
import { openDeskAs, resolve } from './workspace.ts'

test(
  'a customer asks, reads, answers and rates in the portal, without scripts',
  { tag: '@long' },
  async ({ browser }) => {
    const { contact } = await breakSomething('webhook_stuck')
    const customer = await browserWithoutScripts(browser)
    await signInAt(customer, contact.email)
    await customer.getByRole('link', { name: 'New ticket' }).first().click()
    const subject = `Missing webhook events ${crypto.randomUUID().slice(0, 8)}`
    await customer.getByLabel('Subject').fill(subject)
    await customer
      .getByLabel('What is it about?')
      .fill('We did not receive the webhook event, our endpoint got no request.')
    await customer.getByRole('button', { name: 'Send' }).click()
    await expect(customer.getByRole('status')).toHaveText('We have your message.')
    await expect(customer.getByText('We have it', { exact: true })).toBeVisible()
    await expectAccessible(customer)

    const agent = await openDeskAs(browser, 'agent')
    await agent.goto('/tickets?view=open&order=newest')
    await agent.getByRole('link', { name: subject }).first().click()
    await expect(agent.getByRole('heading', { name: subject })).toBeVisible()
    // the runbook matches as it does for a mail
    await expect(agent.getByRole('button', { name: 'Run runbook' })).toBeVisible()
    const number = /\/tickets\/([^/?]+)/.exec(agent.url())?.[1] ?? ''
    await answerAndWait(agent, number, 'Which browser do you use?')

    const reply = await receivedMail(contact.email, new RegExp(subject))
    expect(reply.text).toContain('Which browser do you use?')
    await customer.getByRole('link', { name: 'My tickets' }).click()
    await expect(customer.getByRole('listitem').filter({ hasText: subject })).toContainText(
      'We wait for your answer',
    )
    await expectAccessible(customer)
    await customer.getByRole('link', { name: subject }).click()
    await expect(customer.getByText('Which browser do you use?')).toBeVisible()
    await customer.getByLabel('Your answer').fill('Firefox, on Linux.')
    await customer.getByRole('button', { name: 'Send answer' }).click()
    await expect(customer.getByText('We have it', { exact: true })).toBeVisible()

    // in the conversation: its row in the list says so a little before
    await expect(agent.getByRole('article').filter({ hasText: 'Firefox, on Linux.' })).toBeVisible()
    await resolve(agent, 'The event was delivered again', 'It is on its way to you.')
    // no script looks for it: whoever waits loads the page anew
    await expect
      .poll(async () => {
        await customer.reload()
        return customer.getByText('It is on its way to you.').count()
      })
      .toBe(1)
    await expect(customer.getByText('Solved', { exact: true })).toBeVisible()
    await customer.getByLabel('Yes').check()
    await customer.getByLabel(/add something/).fill('Thank you')
    await customer.getByRole('button', { name: 'Send rating' }).click()
    await expect(customer.getByRole('status')).toHaveText('Thank you, we have your rating.')
    await expectAccessible(customer)
    await expect(customer.getByLabel('Yes')).toBeChecked()
    await expect(agent.getByText('Thank you').first()).toBeVisible()

    await customer.getByRole('button', { name: 'Sign out' }).click()
    await expect(customer.getByRole('button', { name: 'Send me a link' })).toBeVisible()
  },
)

/** Asks something by the API, as the page of the ticket is looked at elsewhere. */
async function answerAndWait(agent: Page, ticketId: string, text: string): Promise<void> {
  const origin = new URL(agent.url()).origin
  const answer = await agent.request.post(`/api/tickets/${ticketId}/replies`, {
    headers: { origin },
    data: { text, wait: true },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}
