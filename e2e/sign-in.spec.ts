import { expect, test } from './test.ts'
import { ports, signIn } from './world.ts'

test('a wrong password is said, the right one leads where one wanted to go', async ({ page }) => {
  await page.goto('/scorecard')
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel('Email').fill('ada@firstline.example')
  await page.getByLabel('Password').fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Password').fill('first-line-agent')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/scorecard/)
})

test('signing out ends the session on the server too', async ({ page }) => {
  await signIn(page, 'agent')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.getByRole('button', { name: /Ada Berg/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect((await page.request.get('/api/me')).status()).toBe(401)
})

test('the desk on this machine is the same by its number', async ({ page }) => {
  await page.goto(`http://127.0.0.1:${ports.desk}/sign-in`)
  await page.getByLabel('Email').fill('ada@firstline.example')
  await page.getByLabel('Password').fill('first-line-agent')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/tickets/)
})
