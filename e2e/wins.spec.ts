import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { startEmbedded } from '../server/src/database/postgres/embedded.ts'
import { home, ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

test('a lead names one win, which the chat hears of, and declines another', async ({ browser }) => {
  const chat = await listenForChat()
  const lead = await openDeskAs(browser, 'lead')
  await propose(await openTicket(lead, 'The export <never> came'))
  await propose(await openTicket(lead, 'The invoice is wrong'))

  await lead.goto('/learning?part=wins')
  const proposals = lead.getByRole('region', { name: /Worth a name/ }).getByRole('article')
  const other = proposals.filter({ hasText: 'The invoice is wrong' })
  await other.getByRole('button', { name: 'No win' }).click()
  await lead.getByLabel('Reason').fill('It was a duplicate.')
  await lead.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(other).toBeHidden()

  const one = proposals.filter({ hasText: 'The export <never> came' })
  await one.getByRole('button', { name: 'Name it' }).click()
  await lead.getByLabel('Name', { exact: true }).fill('The silent export')
  await lead.getByLabel('What others can learn').fill('Look at the mail log first.')
  await lead.keyboard.press('Control+Enter')

  const board = lead.getByRole('region', { name: 'Wins' }).getByRole('article')
  const named = board.filter({ hasText: 'The silent export' })
  await expect(named.getByText('Told in the chat')).toBeVisible()
  await expect(board.filter({ hasText: 'The invoice is wrong' })).toBeHidden()
  expect(chat.heard).toHaveLength(1)
  expect(chat.heard[0]).toMatch(
    /^\*The silent export\*\n<http:.*\|#\d+ The export &lt;never&gt; came>, resolved by /,
  )
  expect(chat.heard[0]).toContain('Look at the mail log first.')
  chat.stop()
})

/** What a chat's incoming webhook is sent. */
async function listenForChat() {
  const heard: string[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push((JSON.parse(body) as { text: string }).text)
      response.end('ok')
    })
  })
  server.listen(ports.chat, '127.0.0.1')
  await once(server, 'listening')
  return { heard, stop: () => server.close() }
}

async function openTicket(page: Page, subject: string): Promise<string> {
  const response = await page.request.post('/api/tickets', {
    headers: { origin: `http://localhost:${ports.desk}` },
    data: { subject, text: 'Please help.', contactEmail: 'mia@example.com', type: 'how-to' },
  })
  expect(response.ok(), await response.text()).toBe(true)
  return ((await response.json()) as { id: string }).id
}

/** As the nightly search does for a resolution that held for two weeks, which no journey can wait for. */
async function propose(ticketId: string): Promise<void> {
  const cluster = await startEmbedded(join(home, 'postgres'))
  const client = new pg.Client({ connectionString: cluster.urlOf('firstline') })
  await client.connect()
  await client.query(
    `insert into win (id, ticket_id, type, resolved_at, made_by, type_resolved, type_of, proposed_at)
    select gen_random_uuid(), $1, 'how-to', now() - interval '15 days', person.id, 2, 9, now()
    from person where email = 'ada@firstline.example'`,
    [ticketId],
  )
  await client.end()
  await cluster.leave()
}
