import { startIdentityProvider } from '../server/src/team/providers/testing/identity-provider.ts'
import { expect } from './patient.ts'
import { expectEnded, openNew } from './people.ts'
import { test } from './test.ts'
import { ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

const desk = `http://localhost:${ports.desk}`

test(
  'by the company’s own page one is in with the role of one’s group, until one is out',
  { tag: '@long' },
  async ({ browser }) => {
    const provider = await startIdentityProvider({
      port: ports.provider,
      callbacks: [`${desk}/api/auth/callback/acme`],
      afterSignOut: `${desk}/sign-in`,
    })
    // a person is let in once: another try lets in others
    const login = `nora.${Date.now().toString(36)}`
    const email = `${login}@staff.example`
    const entry = { email, email_verified: true, name: 'Nora Newman' }
    provider.directory.set(login, { ...entry, groups: ['kitchen'] })
    const page = await openNew(browser)

    await test.step('in no group that may come in, it is said what to do', async () => {
      await page.goto('/escalations')
      await page.getByRole('button', { name: 'Continue with Acme ID' }).click()
      await page.waitForURL(`http://localhost:${ports.provider}/**`)
      await page.locator('input[name=login]').fill(login)
      await page.locator('input[name=password]').fill('of the company')
      await page.getByRole('button').click()
      await expect(page.getByRole('alert')).toContainText('You are in no group at Acme ID')
      expect((await page.request.get('/api/me')).status()).toBe(401)
    })

    await test.step('in a group, one is in with its role, where one wanted to go', async () => {
      provider.directory.set(login, { ...entry, groups: ['second-line'] })
      await page.goto('/escalations')
      // the provider still knows who it is
      await page.getByRole('button', { name: 'Continue with Acme ID' }).click()
      await page.waitForURL(`${desk}/escalations`)
      await expect(page.getByRole('button', { name: /Nora Newman/ })).toBeVisible()
      expect(await (await page.request.get('/api/me')).json()).toMatchObject({
        email,
        role: 'engineer',
        line: 'L2',
      })
    })

    await test.step('who is disabled in the middle of work is out, and stays out', async () => {
      const lead = await openDeskAs(browser, 'lead')
      await lead.goto('/team')
      const row = lead.getByRole('row').filter({ hasText: email })
      await expect(row).toContainText('Signs in by Acme ID')
      await row.getByRole('button', { name: 'Disable: Nora Newman' }).click()
      await expectEnded(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Continue with Acme ID' }).click()
      await expect(page.getByRole('alert')).toContainText('Your account was disabled')
      expect((await page.request.get('/api/me')).status()).toBe(401)
      await lead.context().close()
    })
    await page.context().close()
    await provider.stop()
  },
)
