import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import type { Scorecard } from '../contract/src/scorecard.ts'
import { openDeskAs } from './workspace.ts'

// few enough to be listed to the end
const view = 'weeks=8&type=exports.wrong-content'

test('every figure opens exactly the tickets it counts, on the page and as a file', async ({
  browser,
}) => {
  const page = await openDeskAs(browser, 'lead')
  const card = (await (await page.request.get(`/api/scorecard?${view}`)).json()) as Scorecard
  const figures = card.explanations.flatMap(({ counts }) => counts)
  for (const { figure, count } of figures) {
    const period = `from=${card.from}&to=${card.to}&type=exports.wrong-content`
    const file = await page.request.get(
      `/api/scorecard/export?table=tickets&figure=${figure}&${period}`,
    )
    expect((await file.text()).trimEnd().split('\r\n').length - 1, figure).toBe(count)
  }

  await page.goto(`/scorecard?${view}`)
  await expect(page.getByRole('heading', { name: 'L1 resolution rate' })).toBeVisible()
  await openCount(page, 'L1 resolution rate', 'All tickets resolved', card.l1!.of)
  await openCount(page, 'Reopen rate', 'Judged resolutions', card.reopen.of)
})

test('a lead chooses the weekly mail, and stops it where its link leads', async ({ browser }) => {
  const page = await openDeskAs(browser, 'lead')
  await page.goto('/scorecard')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('menuitem', { name: /Weekly mail/ }).click()
  const mine = page.getByRole('dialog').getByRole('checkbox', { name: /\(you\)/ })
  await page.getByText('(you)').click()
  await expect(page.getByText('first one next Monday')).toBeVisible()

  await page.goto('/scorecard?share=mail')
  await expect(mine).toBeChecked()
  await page.getByText('(you)').click()
  await expect(page.getByText('first one next Monday')).toBeHidden()
})

/** From “how it is computed” to the end of the list. */
async function openCount(page: Page, number: string, name: string, count: number): Promise<void> {
  await page.getByRole('button', { name: `${number}: how it is computed` }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: count.toLocaleString('en') })
    .click()
  const drawer = page.getByRole('dialog', { name })
  const more = drawer.getByRole('button', { name: /show more/ })
  const end = drawer.getByText(`That is all ${count}.`)
  await expect(async () => {
    if (await more.isVisible()) await more.click()
    expect(await end.isVisible()).toBe(true)
  }).toPass()
  expect(await drawer.getByRole('listitem').count()).toBe(count)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
}
