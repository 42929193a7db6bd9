import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** The page of an address, in light and dark, and from the widest to the narrowest screen. */
export async function expectWellMade(
  page: Page,
  path: string,
  { hasPhoneLayout = false }: { hasPhoneLayout?: boolean } = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(path)
  await settle(page)
  await expectNoFault(page, `${path} at 1440`)
  // only colours are others in the dark
  await page.emulateMedia({ colorScheme: 'dark' })
  await settle(page)
  await expectNoFault(page, `${path} in the dark`, ['color-contrast'])
  await page.setViewportSize({ width: 1024, height: 900 })
  await settle(page)
  await expectNoSidewaysScrolling(page, `${path} at 1024`)
  await page.setViewportSize({ width: 360, height: 900 })
  await settle(page)
  await expectNoSidewaysScrolling(page, `${path} at 360`)
  if (hasPhoneLayout) await expectNoFault(page, `${path} at 360`)
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.getByRole('heading', { name: 'Page not found' })).toHaveCount(0)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  // what was just changed is painted
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}

async function expectNoFault(page: Page, where: string, rules?: string[]): Promise<void> {
  // no frame is looked into, so none has to be asked from a page of its own; of what is in order
  // nothing is told, and of a fault its HTML
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false })
    .exclude('iframe')
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect.soft(found, where).toEqual([])
}

async function expectNoSidewaysScrolling(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
