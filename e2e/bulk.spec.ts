import type { Browser, Page } from '@playwright/test'
import type { Ticket } from '../contract/src/tickets.ts'
import { expect } from './patient.ts'
import { test } from './test.ts'
import { ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

const headers = { origin: `http://localhost:${ports.desk}` }

/** Tickets that were told on the telephone; the last one is the newest. */
async function openTickets(page: Page, subjects: readonly string[]): Promise<Ticket[]> {
  const opened: Ticket[] = []
  for (const subject of subjects) {
    const contactEmail = 'bulk@callers.example'
    const data = { subject, text: 'Told on the telephone.', contactEmail }
    const response = await page.request.post('/api/tickets', { data, headers })
    expect(response.status(), await response.text()).toBe(200)
    opened.push((await response.json()) as Ticket)
  }
  return opened
}

async function assign(page: Page, { id }: Ticket, personId: string | null): Promise<void> {
  const data = { personId }
  const response = await page.request.put(`/api/tickets/${id}/assignee`, { data, headers })
  expect(response.status(), await response.text()).toBe(200)
}

async function read(page: Page, { id }: Ticket): Promise<Ticket> {
  return (await (await page.request.get(`/api/tickets/${id}`)).json()) as Ticket
}

async function idOf(page: Page): Promise<string> {
  return ((await (await page.request.get('/api/me')).json()) as { id: string }).id
}

/** A name that no other journey and no earlier run has used. */
const round = Date.now().toString(36)

async function openQueue(browser: Browser, subjects: readonly string[]) {
  const agent = await openDeskAs(browser, 'agent')
  const tickets = await openTickets(agent, subjects)
  await agent.goto('/tickets?view=open&order=newest')
  const row = (subject: string) => agent.getByRole('row').filter({ hasText: subject })
  for (const subject of subjects) await expect(row(subject)).toBeVisible()
  return { agent, tickets, row }
}

test(
  'several tickets are tagged, prioritised and assigned by key; what changed meanwhile is told and tried again, and all is undone',
  { tag: '@long' },
  async ({ browser }) => {
    const subjects = ['first', 'second', 'third'].map((which) => `Bulk ${which} ${round}`)
    const { agent, tickets, row } = await openQueue(browser, subjects)
    const [first, second, third] = tickets as [Ticket, Ticket, Ticket]
    const lead = await openDeskAs(browser, 'lead')
    const lena = await idOf(lead)
    const ada = await idOf(agent)
    const bar = agent.getByRole('region', { name: 'Selected tickets' })
    const isSelected = (subject: string) =>
      expect(row(subject)).toHaveAttribute('aria-selected', 'true')

    // the newest stands first
    await agent.keyboard.press('j')
    await expect(agent.getByRole('link', { name: third.subject })).toBeFocused()
    await agent.keyboard.press('v')
    await agent.keyboard.press('Shift+J')
    await agent.keyboard.press('Shift+ArrowDown')
    for (const subject of subjects) await isSelected(subject)
    await expect(agent.getByRole('row', { selected: true })).toHaveCount(3)
    await expect(agent.getByRole('status').filter({ hasText: '3 selected' })).toBeAttached()

    await agent.keyboard.press('t')
    await agent.getByRole('combobox', { name: 'A tag, or a new word' }).waitFor()
    await agent.keyboard.type(`word ${round}`)
    await agent.getByRole('option', { name: `Make the tag “word ${round}”` }).waitFor()
    await agent.keyboard.press('Enter')
    await expect(bar).toContainText(`With the tag “word ${round}”`)
    await expect(bar).toContainText('3 tickets changed')
    for (const subject of subjects) await expect(row(subject)).toContainText(`word ${round}`)

    await agent.keyboard.press('p')
    // where they are now
    await expect(agent.getByRole('menuitem', { name: 'Normal' })).toBeFocused()
    await agent.keyboard.press('u')
    await agent.keyboard.press('Enter')
    await expect(bar).toContainText('Priority: Urgent')
    await expect(bar).toContainText('3 tickets changed')
    for (const subject of subjects) {
      await expect(row(subject).getByRole('img', { name: /Urgent/ })).toBeVisible()
    }

    // somebody takes one of them, while they stand selected
    await assign(lead, second, lena)
    await agent.keyboard.press('a')
    await expect(agent.getByRole('menuitem', { name: 'Nobody' })).toBeFocused()
    await agent.keyboard.press('ArrowUp')
    await expect(agent.getByRole('menuitem', { name: /\(you\)/ })).toBeFocused()
    await agent.keyboard.press('Enter')
    await expect(bar).toContainText('2 tickets changed')
    await expect(bar).toContainText('1 not changed')
    await expect(bar).toContainText(new RegExp(`#${second.number} Lena .* changed whose it is`))
    await expect(agent.getByRole('row', { selected: true })).toHaveCount(1)
    await isSelected(second.subject)
    expect((await read(agent, second)).assignee?.id).toBe(lena)
    expect((await read(agent, first)).assignee?.id).toBe(ada)

    // having been told, one may do it all the same
    const again = bar.getByRole('button', { name: 'Try again' })
    await again.focus()
    await agent.keyboard.press('Enter')
    await expect(bar).toContainText('3 tickets changed')
    expect((await read(agent, second)).assignee?.id).toBe(ada)

    // what somebody else has done since is not undone
    await assign(lead, first, lena)
    await agent.keyboard.press('z')
    await expect(bar).toContainText('Undone · 2 tickets are as they were')
    await expect(bar).toContainText(`#${first.number} Stays: something newer has come`)
    expect((await read(agent, first)).assignee?.id).toBe(lena)
    expect((await read(agent, second)).assignee?.id).toBe(lena)
    expect((await read(agent, third)).assignee).toBeNull()
    await agent.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(agent.getByRole('row', { selected: true })).toHaveCount(0)
  },
)

test(
  'one ticket is prioritised and tagged by P and T, and both are taken back',
  { tag: '@long' },
  async ({ browser }) => {
    const subject = `Single ${round}`
    const { agent, tickets } = await openQueue(browser, [subject])
    const [ticket] = tickets as [Ticket]
    await agent.keyboard.press('j')
    await expect(agent.getByRole('link', { name: subject })).toBeFocused()
    await agent.keyboard.press('Enter')
    await expect(agent.getByRole('heading', { name: subject })).toBeVisible()

    await agent.getByRole('button', { name: 'Priority: Normal' }).waitFor()
    await agent.keyboard.press('p')
    await expect(agent.getByRole('menuitem', { name: 'Normal' })).toBeFocused()
    await agent.keyboard.press('ArrowUp')
    await agent.keyboard.press('Enter')
    await expect(agent.getByRole('button', { name: 'Priority: High' })).toBeVisible()

    await agent.keyboard.press('t')
    await agent.getByRole('combobox', { name: 'A tag, or a new word' }).waitFor()
    await agent.keyboard.type(`alone ${round}`)
    await agent.getByRole('option', { name: `Make the tag “alone ${round}”` }).waitFor()
    await agent.keyboard.press('Enter')
    await expect(agent.getByRole('button', { name: `Tags: alone ${round}` })).toBeVisible()
    expect(await read(agent, ticket)).toMatchObject({ priority: 'high', tags: [`alone ${round}`] })

    // each notice has its own way back, the newest first
    for (const said of [
      `#${ticket.number} has the tag “alone ${round}”`,
      `#${ticket.number}: High`,
    ]) {
      const notice = agent.getByRole('alertdialog').filter({ hasText: said })
      await notice.getByRole('button', { name: 'Undo' }).focus()
      await agent.keyboard.press('Enter')
    }
    await expect(agent.getByRole('button', { name: 'Priority: Normal' })).toBeVisible()
    await expect(agent.getByRole('button', { name: 'Tags', exact: true })).toBeVisible()
  },
)

test(
  'on a phone a press selects once one has said so, and a ticket has no line that scrolls sideways and shows no keys',
  { tag: '@long' },
  async ({ browser }) => {
    const subject = `Phone ${round}`
    const { agent, tickets, row } = await openQueue(browser, [subject])
    const [ticket] = tickets as [Ticket]
    const words = ['enterprise customer', 'renewal in spring', 'second time this week', 'on call']
    const data = { add: words, remove: [] }
    await agent.request.patch(`/api/tickets/${ticket.id}/tags`, { data, headers })
    await agent.setViewportSize({ width: 360, height: 760 })
    const bar = agent.getByRole('region', { name: 'Selected tickets' })
    await agent.getByRole('button', { name: 'Select', exact: true }).click()
    await row(subject).getByRole('link').click()
    await expect(bar).toContainText('1 selected')
    await bar.getByRole('button', { name: 'Clear the selection' }).click()
    await row(subject).getByRole('link').click()
    await expect(agent.getByRole('heading', { name: subject })).toBeVisible()

    await expect(agent.getByRole('button', { name: /^Tags: .*enterprise customer/ })).toBeVisible()
    const scrolling = await agent
      .locator('header, header *')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).overflowX === 'auto').length)
    expect(scrolling).toBe(0)
    const isWithin = await agent
      .locator('header button, header a')
      .evaluateAll((all) => all.every((one) => one.getBoundingClientRect().right <= innerWidth))
    expect(isWithin).toBe(true)
    await expect(agent.locator('kbd:visible')).toHaveCount(0)
    const escalate = await agent.getByRole('button', { name: 'Escalate' }).boundingBox()
    const resolve = await agent.getByRole('button', { name: 'Resolve' }).boundingBox()
    expect(resolve?.y).toBe(escalate?.y)
  },
)
