import type { Page } from '@playwright/test'
import type { Ticket } from '../contract/src/tickets.ts'
import { expect } from './patient.ts'
import { test } from './test.ts'
import { ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

const headers = { origin: `http://localhost:${ports.desk}` }
/** A name that no other journey and no earlier run has used. */
const round = Date.now().toString(36)
const contactEmail = `twice-${round}@callers.example`

async function openTicket(page: Page, subject: string, text: string): Promise<Ticket> {
  const response = await page.request.post('/api/tickets', {
    data: { subject, text, contactEmail },
    headers,
  })
  expect(response.status(), await response.text()).toBe(200)
  return (await response.json()) as Ticket
}

async function stateOf(page: Page, { id }: Ticket) {
  const ticket = (await (await page.request.get(`/api/tickets/${id}`)).json()) as Ticket
  return { state: ticket.state, into: ticket.joinedTo?.number ?? null }
}

test(
  'a ticket is merged by keyboard, goes on as one, and is taken out again',
  { tag: '@long' },
  async ({ browser }) => {
    const agent = await openDeskAs(browser, 'agent')
    const stays = await openTicket(agent, `Export late ${round}`, 'The export of May is late.')
    const goes = await openTicket(
      agent,
      `Still no export ${round}`,
      'I wrote this morning already.',
    )

    await agent.goto(`/tickets/${goes.number}`)
    await expect(agent.getByRole('heading', { name: goes.subject })).toBeVisible()
    await agent.keyboard.press('n')
    await agent.keyboard.type('Asked twice')
    await agent.keyboard.press('Escape')
    await agent.keyboard.press('m')
    await expect(agent.getByRole('option', { name: new RegExp(stays.subject) })).toBeVisible()
    await agent.keyboard.press('Enter')
    const title = `Merge #${goes.number} into #${stays.number}`
    const dialog = agent.getByRole('dialog', { name: title })
    await expect(dialog).toContainText('1 message')
    await expect(dialog).toContainText('outside of every rate')
    await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
    await agent.keyboard.press('Enter')

    // one conversation, which says where each word came in, and holds what was begun
    await expect(agent.getByRole('heading', { name: stays.subject })).toBeVisible()
    const conversation = agent.getByRole('list', { name: 'Conversation' })
    await expect(conversation.getByText('The export of May is late.')).toBeVisible()
    await expect(conversation.getByText('I wrote this morning already.')).toBeVisible()
    await expect(agent.getByRole('link', { name: `came as #${goes.number}` })).toBeVisible()
    await agent.keyboard.press('n')
    await expect(agent.getByRole('textbox', { name: /note/i })).toHaveValue(/Asked twice/)
    await agent.keyboard.press('Escape')
    expect(await stateOf(agent, goes)).toEqual({ state: 'void', into: stays.number })

    // the other one leads here, and nothing can be written on it
    await agent.getByRole('link', { name: `came as #${goes.number}` }).click()
    await expect(agent.getByRole('heading', { name: goes.subject })).toBeVisible()
    const banner = agent.getByRole('note').filter({ hasText: stays.subject })
    await expect(banner).toBeVisible()
    await expect(agent.getByRole('button', { name: 'Reply' })).toHaveCount(0)

    await banner.getByRole('button', { name: 'Undo the merge' }).press('Enter')
    await expect(agent.getByText(`#${goes.number} is a ticket of its own again`)).toBeVisible()
    await expect(banner).toHaveCount(0)
    await expect(conversation.getByText('I wrote this morning already.')).toBeVisible()
    expect(await stateOf(agent, goes)).toEqual({ state: 'open', into: null })

    // and at once, from the notice
    await agent.keyboard.press('m')
    await agent.getByRole('option', { name: new RegExp(stays.subject) }).waitFor()
    await agent.keyboard.press('Enter')
    await expect(agent.getByRole('button', { name: 'Merge', exact: true })).toBeFocused()
    await agent.keyboard.press('Enter')
    const notice = agent.getByRole('alertdialog').filter({ hasText: 'is merged into' })
    await notice.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(agent.getByRole('heading', { name: goes.subject })).toBeVisible()
    await expect.poll(() => stateOf(agent, goes)).toEqual({ state: 'open', into: null })
  },
)
