/**
 * From J to the next ticket on the screen, in a real browser on a desk with tickets in every state: the key is
 * pressed, and the frame that shows the neighbour's conversation has been painted. Once as somebody reads, a second
 * apart, so that the neighbour has been read ahead; once as fast as it is shown; and a first opening by a click.
 * The floor is a key that changes one word of an empty page.
 *
 *   npm run build -w web && node bench/next-ticket.ts [steps]
 */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startDesk } from '../server/src/start.ts'
import { freePort } from '../server/src/testing/free-port.ts'
import { ms, percentile, print, times } from './figures.ts'
import { withScratch } from './scratch.ts'
import { someTickets, standingTickets, writeProject } from './some-tickets.ts'

const steps = Number(process.argv[2] ?? 60)
const [email, password] = ['ada@firstline.example', 'quartz lantern vole mitten']

/** Of each J: from the key to the frame with another heading, when it has been painted. In the words of the page. */
const watchingKeys = `
  const shown = () => document.querySelector('[data-content] h1')?.textContent ?? ''
  globalThis.took = []
  const painted = (began) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => took.push(performance.now() - began)
    requestAnimationFrame(() => port2.postMessage(null)) // handled after the frame
  }
  addEventListener('keydown', ({ key }) => {
    if (key !== 'j') return
    const before = shown()
    const began = performance.now()
    const look = () => (shown() === before ? requestAnimationFrame(look) : painted(began))
    requestAnimationFrame(look)
  }, { capture: true })
`

await withScratch(async ({ folder, cluster }) => {
  const [port, smtpPort] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  const desk = await startDesk(
    {
      DATABASE_URL: await cluster.database('desk'),
      FIRSTLINE_HOME: folder,
      FIRSTLINE_PROJECT: writeProject(folder),
      PUBLIC_URL: origin,
      PORT: String(port),
      SMTP_IN_PORT: String(smtpPort),
      LOG_LEVEL: 'warn',
    },
    { demo: { signIns: [{ email, password, name: 'Ada Agent', role: 'agent' }], url: origin } },
  )
  const executablePath = process.env.FIRSTLINE_CHROMIUM ?? ['/usr/bin/chromium'].find(existsSync)
  const browser = await chromium.launch({ ...(executablePath && { executablePath }) })
  try {
    const { people } = await someTickets(desk.app, 1)
    await standingTickets(desk.app, people, 300)
    const page = await browser.newPage({ baseURL: origin, viewport: { width: 1440, height: 900 } })
    const floor = await measureFloor(page)
    await signIn(page)
    await page.goto('/tickets?view=open')
    const first = page.getByRole('row').nth(0).getByRole('link')
    await first.waitFor()
    await page.evaluate(watchingKeys)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.locator('[data-content] h1').first().waitFor()
    const reading = await pressEach(page, 1_000)
    const hurrying = await pressEach(page, 0)
    print(
      `J to the neighbour painted, ${steps} steps`,
      ['', 'p50', 'p95', 'most', '÷ floor'],
      [
        row('a second apart', reading, floor),
        row('as soon as it is there', hurrying, floor),
        row('floor: a word', floor, floor),
      ],
    )
  } finally {
    await browser.close()
    await desk.stop()
  }
})

function row(name: string, own: readonly number[], floor: readonly number[]): string[] {
  const [half, most] = [percentile(own, 0.5), percentile(own, 0.95)]
  return [name, ms(half), ms(most), ms(Math.max(...own)), times(half / percentile(floor, 0.5))]
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function pressEach(page: Page, pause: number): Promise<number[]> {
  await page.evaluate('took.length = 0')
  const took = () => page.evaluate<number[]>('took')
  for (let step = 1; step <= steps; step++) {
    await page.keyboard.press('j')
    while ((await took()).length < step) await wait(5)
    await wait(pause)
  }
  return took()
}

async function measureFloor(page: Page): Promise<number[]> {
  await page.setContent('<main data-content><h1>0</h1></main>')
  await page.evaluate(`
    const heading = document.querySelector('h1')
    addEventListener('keydown', () => (heading.textContent = String(Number(heading.textContent) + 1)))
  `)
  await page.evaluate(watchingKeys)
  return pressEach(page, 0)
}
