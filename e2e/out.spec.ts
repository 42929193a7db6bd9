import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { home, signIn } from './world.ts'
import { openDeskAs } from './workspace.ts'

test('who is disabled in the middle of work is out at once, without a click of theirs', async ({
  browser,
}) => {
  const lead = await openDeskAs(browser, 'lead')
  const engineer = await (await browser.newContext()).newPage()
  await signIn(engineer, 'engineer')
  await engineer.goto('/actions')
  await expect(engineer.getByRole('navigation').first()).toBeVisible()

  await lead.goto('/team')
  const people = lead.getByRole('table', { name: 'People' })
  const row = people.getByRole('row').filter({ hasText: 'Engineer' }).first()
  await row.getByRole('button', { name: /^Disable: / }).click()
  await expect(row.getByRole('button', { name: /^Enable again: / })).toBeVisible()

  await expect(engineer.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
  expect((await engineer.request.get('/api/me')).status()).toBe(401)

  await row.getByRole('button', { name: /^Enable again: / }).click()
  await expect(row.getByRole('button', { name: /^Disable: / })).toBeVisible()
  // the other journeys sign in anew
  rmSync(join(home, 'session-engineer.json'), { force: true })
})
