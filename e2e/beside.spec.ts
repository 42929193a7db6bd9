import { createServer } from 'node:http'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { expect } from './patient.ts'
import { test } from './test.ts'
import { openDeskAs } from './workspace.ts'
import { ports } from './world.ts'

const panel = `http://localhost:${ports.desk}/beside/redmine/4711`

/** A desk that shows a page within its own; it has no issue, and says so to whoever asks for one. */
async function startOther() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://other.example')
    const shown = url.searchParams.get('shown')
    response.writeHead(shown === null ? 404 : 200, { 'content-type': 'text/html' })
    response.end(shown === null ? '' : `<h1>Issue</h1><iframe title="beside" src="${shown}">`)
  })
  server.listen(ports.beside)
  await once(server, 'listening')
  return { [Symbol.dispose]: () => void server.close() }
}

/** What the browser said of the frames it did not show. */
async function frame(page: Page, by: string, shown: string): Promise<string[]> {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`http://${by}:${ports.beside}/issues/4711?shown=${encodeURIComponent(shown)}`)
  await expect(page.getByRole('heading', { name: 'Issue' })).toBeVisible()
  return said
}

test(
  'the panel is shown within the pages of the desk it belongs to, and of no other',
  { tag: '@long' },
  async ({ browser }) => {
    using _other = await startOther()
    const page = await openDeskAs(browser, 'agent')
    const within = page.frameLocator('iframe')
    await frame(page, 'localhost', panel)
    await expect(within.getByText('Redmine has no #4711')).toBeVisible()

    const foreign = await openDeskAs(browser, 'agent')
    const saidToForeign = await frame(foreign, '127.0.0.1', panel)
    await expect.poll(() => saidToForeign.join()).toContain('frame-ancestors')
    await expect(foreign.frameLocator('iframe').getByText('Redmine')).toHaveCount(0)

    const elsewhere = await openDeskAs(browser, 'agent')
    const saidOfQueue = await frame(
      elsewhere,
      'localhost',
      `http://localhost:${ports.desk}/tickets`,
    )
    await expect.poll(() => saidOfQueue.join()).toContain('frame-ancestors')
  },
)
