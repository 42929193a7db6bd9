import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { afterAll, describe, expect as assert, test, vi } from 'vitest'
import { buildWebIfStale } from '../cli/src/build-web.ts'
import playwright from '../playwright.config.ts'
import { startFakeLoki } from '../server/src/connections/testing/fake-loki.ts'
import {
  isPrometheusHere,
  runPrometheus,
} from '../server/src/connections/testing/real-prometheus.ts'
import { system } from '../server/src/core/actor.ts'
import { readConfig } from '../server/src/core/config.ts'
import { createApp } from '../server/src/create-app.ts'
import { serve } from '../server/src/serve.ts'
import { addPerson } from '../server/src/team/add-person.ts'
import { createTestDesk } from '../server/src/testing/desk.ts'
import { until } from '../server/src/testing/eventually.ts'
import { shopCanary, shopFolder, startExampleShop } from '../server/src/testing/example-shop.ts'
import { freePort } from '../server/src/testing/free-port.ts'
import { expect } from './patient.ts'

const password = 'quartz lantern vole mitten'
const secret = 'what GitHub and the desk know'

const title = 'Correct the delivery address of an order'
const wrong = { street: 'Alte Gasse', city: 'Berlin', postal_code: '1011', country: 'DE' }
const right = { street: 'Alte Gasse 7', city: 'Berlin', postal_code: '10115', country: 'DE' }

// all that is started is ended by a hook of the file: one of a test that runs already is not heard
const world = isPrometheusHere ? await startWorld() : null

describe.skipIf(!world)('the second example company, with Debian’s Prometheus', () => {
  test('a wrong delivery address is corrected from the ticket and put back, and of the other customer nothing is seen', async () => {
    if (!world) throw new Error('Prometheus is not here')
    const order = await world.happen()
    const { page, answers } = await signIn(world)

    // the mail is a ticket of the right customer, with its runbook
    await page.goto(`${world.deskUrl}/tickets?view=open`)
    await page.getByRole('link', { name: /Wrong address in my order/ }).click()
    await expect(page.getByRole('heading', { name: 'Mara Lindholm' })).toBeVisible()

    // panels: a statement, pages by cursor and by link; every digit; a mask by a path
    const panel = (name: string | RegExp) => page.getByRole('region', { name })
    await expect(panel('Customer')).toContainText('m•••@lindholm.example')
    await expect(panel('Orders 25')).toContainText(order)
    await expect(panel('Orders 25')).toContainText('m•••@lindholm.example')
    await expect(panel('Parcels 23')).toContainText('Windpost')
    await expect(panel('Paid, by order 20')).toContainText(order)
    const metric = panel(/^Checkouts with a doubtful address/)
    await metric
      .getByRole('button', { name: 'Checkouts with a doubtful address', exact: true })
      .click()
    await expect(metric.getByRole('figure')).toContainText('1 now')

    // what changed before, and what was logged
    await expect(page.getByText(/storefront c0ffee1 deployed .+ before this began/)).toBeVisible()
    await page.getByRole('tab', { name: 'Logs' }).click()
    const lines = page.getByRole('tabpanel', { name: 'Logs' })
    await expect(lines).toContainText('postal code does not fit the country')
    await expect(lines).toContainText('order placed')

    // the runbook asks, and its answers fill the action
    await page.getByRole('button', { name: 'Run runbook' }).click()
    await page.locator('label').filter({ hasText: order }).click()
    await answer(page, 'New street and number?', right.street)
    await answer(page, 'New postal code?', right.postal_code)
    await page.getByRole('button', { name: title }).first().click()
    const sheet = page.getByRole('dialog')
    await expect(sheet.getByLabel('Street and number')).toHaveValue(right.street)
    await sheet.getByLabel('City').fill(right.city)
    await sheet.getByRole('button', { name: 'Continue' }).click()

    // what will be sent, as it is sent; and nothing has been
    await sheet.getByText('The exact request').click()
    await expect(sheet).toContainText(new RegExp(`POST \\S*/admin/orders/${order}/address`))
    const body = { address: right, reason: { code: 'customer_request' } }
    await expect(sheet).toContainText(JSON.stringify(body, null, 2), { useInnerText: true })
    assert(await world.addressOf(order)).toEqual(wrong)
    await sheet.getByLabel('Reason').fill('The customer wrote the number')
    await sheet.getByRole('button', { name: 'Confirm' }).click()

    // the job is followed to its end, and the order read again
    const receipts = page.getByRole('article', { name: `Action: ${title}` })
    await expect(receipts).toHaveCount(1)
    await expect(receipts.getByText('Verified')).toBeVisible()
    assert(await world.addressOf(order)).toEqual(right)

    // the way back
    await receipts.getByRole('button', { name: 'Undo' }).click()
    await sheet.getByLabel('Reason').fill('It was right after all')
    await sheet.getByRole('button', { name: title }).click()
    await expect(receipts).toHaveCount(2)
    const wayBack = receipts.filter({ hasText: 'takes an earlier action back' })
    await expect(wayBack.getByText('Verified')).toBeVisible()
    await expect(receipts.filter({ hasText: 'Undone' })).toHaveCount(1)
    assert(await world.addressOf(order)).toEqual(wrong)

    const seen = (await Promise.all(answers)).join('\n')
    assert(seen).toContain(order)
    assert(seen).not.toMatch(shopCanary)
    assert(seen).not.toContain(world.shop.env.SHOP_ADMIN_LOGIN)
  })
})

async function answer(page: Page, question: string, text: string): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: question })
  const field = line.getByRole('textbox')
  await field.fill(text)
  await field.press('Enter')
  await expect(line.getByLabel('Answered')).toBeVisible()
}

type World = Awaited<ReturnType<typeof startWorld>>

/** The shop, what it logs and counts in, and a desk that is connected by the example's folder. */
async function startWorld() {
  const logs = await startLogs()
  const shop = await startExampleShop({ SHOP_LOKI_URL: logs.pushUrl, SHOP_JOB_MS: '1500' })
  const prometheus = await startScraping(shop.url)
  const env = {
    ...shop.env,
    SHOP_LOKI_URL: logs.url,
    SHOP_PROMETHEUS_URL: prometheus.url,
    SHOP_GITHUB_SECRET: secret,
  }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const home = await mkdtemp(join(tmpdir(), 'firstline-shop-'))
  const [port, smtpPort] = [await freePort(), await freePort()]
  const desk = await createTestDesk()
  const config = readConfig({
    PORT: String(port),
    SMTP_IN_PORT: String(smtpPort),
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: home,
    FIRSTLINE_WEB: await buildWebIfStale(home),
    FIRSTLINE_PROJECT: shopFolder,
  })
  const app = await createApp(config, desk.url)
  const node = await serve(app)
  afterAll(async () => {
    await node.stop()
    await app.close()
    await rm(home, { recursive: true })
    vi.unstubAllEnvs()
  })
  const agent = {
    name: 'Ada Berg',
    email: 'ada@saltmarsh.example',
    role: 'agent',
    line: 'L1',
  } as const
  await addPerson(app, system('test'), { ...agent, password })
  const deskUrl = `http://localhost:${port}`
  const browser = await chromium.launch(playwright.use?.launchOptions)
  afterAll(() => browser.close())
  return {
    shop,
    deskUrl,
    browser,
    /** As the shop has it. */
    async addressOf(order: string): Promise<unknown> {
      const told = (await (await shop.admin(`/orders/${order}`)).json()) as {
        shipping_address: unknown
      }
      return told.shipping_address
    },
    /** What came before the mail, and the mail. @returns the order that it is about */
    async happen() {
      await tellDeploy(deskUrl)
      const others = { ...wrong, street: 'Canary Quay 99', postal_code: '2045' }
      const bought = await shop.buy({
        email: 'mara@lindholm.example',
        sku: 'LAMP-02',
        address: wrong,
      })
      await shop.buy({ email: 'tobias@quandt.example', sku: 'LAMP-02', address: others })
      await until(async () => (await prometheus.count('shop_checkouts_total')) === 2)
      await writeMail(smtpPort)
      return digitsOf(await bought.text())
    },
  }
}

/** Debian brings no Loki: a stand-in, and before it what takes lines as a real one does. */
async function startLogs() {
  const loki = await startFakeLoki()
  const door = createServer((request, response) => {
    const keep = async () => {
      const { streams } = (await json(request)) as {
        streams: { stream: Record<string, string>; values: [string, string][] }[]
      }
      for (const { stream, values } of streams) {
        loki.keep(values.map(([at, text]) => ({ at: BigInt(at), labels: stream, text })))
      }
      response.writeHead(204).end()
    }
    void keep()
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  afterAll(async () => {
    door.closeAllConnections()
    door.close()
    await loki.stop()
  })
  const port = typeof address === 'object' ? address?.port : 0
  return { url: loki.url, pushUrl: `http://127.0.0.1:${port}` }
}

/** A real Prometheus, asking the shop each second what it has counted. */
async function startScraping(shopUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-shop-metrics-'))
  const scraping = {
    global: { scrape_interval: '1s', scrape_timeout: '1s' },
    scrape_configs: [{ job_name: 'shop', static_configs: [{ targets: [new URL(shopUrl).host] }] }],
  }
  await writeFile(join(folder, 'config.yml'), JSON.stringify(scraping))
  const running = await runPrometheus(folder)
  afterAll(() => running.stop())
  return {
    url: running.url,
    async count(query: string): Promise<number> {
      const answer = await fetch(`${running.url}/api/v1/query?query=${encodeURIComponent(query)}`)
      const { data } = (await answer.json()) as { data: { result: unknown[] } }
      return data.result.length
    },
  }
}

/** As GitHub's documentation has it, shortened to what is looked at. */
async function tellDeploy(deskUrl: string): Promise<void> {
  const at = new Date().toISOString()
  const body = JSON.stringify({
    action: 'created',
    deployment_status: { state: 'success', environment: 'production', created_at: at },
    deployment: {
      id: 42,
      sha: 'c0ffee1',
      ref: 'main',
      description: 'New address form',
      creator: { login: 'noor' },
    },
    repository: { full_name: 'saltmarsh/storefront', html_url: 'https://github.example/saltmarsh' },
  })
  const answer = await fetch(`${deskUrl}/v1/hooks/github`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'deployment_status',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  })
  assert(answer.status).toBe(200)
}

async function writeMail(port: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  await transport.sendMail({
    from: 'Mara Lindholm <mara@lindholm.example>',
    to: 'help@saltmarsh.example',
    subject: 'Wrong address in my order',
    text: 'Hello, my delivery address is wrong: the house number is missing. It is Alte Gasse 7, 10115 Berlin.',
  })
  transport.close()
}

/** @returns what the browser is answered, too */
async function signIn({ browser, deskUrl }: World) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  page.setDefaultTimeout(120_000)
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('json')) answers.push(response.text().catch(() => ''))
  })
  await page.goto(`${deskUrl}/sign-in`)
  await page.getByLabel('Email').fill('ada@saltmarsh.example')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return { page, answers }
}

/** As a text: a number would lose some. */
function digitsOf(body: string): string {
  const [digits] = /\d{19}/.exec(body) ?? []
  if (digits === undefined) throw new Error(`No order was placed: ${body}`)
  return digits
}
