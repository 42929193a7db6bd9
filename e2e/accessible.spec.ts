import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const pages = ['/tickets', '/runbooks', '/escalations', '/scorecard']
const widths = [1440, 1024, 360]

for (const scheme of ['light', 'dark'] as const) {
  test(`every page is free of accessibility faults and sideways scrolling, ${scheme}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const page = await openDeskAs(browser, 'lead')
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const made = await breakSomething('export_failed')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    await openTicketOf(page, made)
    const ticket = new URL(page.url()).pathname
    for (const path of [...pages, ticket, `${ticket}/audit`]) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(path)
        await page.getByRole('main').waitFor()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
        expect(found, `${path} at ${width}, ${scheme}`).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        )
        expect(overflow, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    }
  })
}
