import type { Page } from '@playwright/test'
import { expect } from './patient.ts'
import { test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import type { Case } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

// two browsers at once, on any machine

async function begin(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Reply/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Reply' }).fill(text)
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click()
const meanwhile = (page: Page) => page.getByRole('alert', { name: /something has happened/ })
const messages = (page: Page, text: string) =>
  page.getByRole('article', { name: /^(?:Reply|Note) by/ }).filter({ hasText: text })

/** A case with its ticket, open before several. */
async function openCase(...pages: Page[]): Promise<Case> {
  const made = await breakSomething('mail_not_sent')
  await writeToSupport({ from: made.contact.email, ...made.complaint })
  for (const page of pages) await openTicketOf(page, made)
  return made
}

test('of two agents on one ticket the second is shown what the first did before anything goes out', async ({
  browser,
}) => {
  const ada = await openDeskAs(browser, 'agent')
  const emil = await openDeskAs(browser, 'engineer')
  await openCase(ada, emil)

  await begin(ada, 'From Ada: it comes today.')
  await begin(emil, 'From Emil: it comes tomorrow.')
  await send(emil)
  await expect(messages(emil, 'From Emil')).toHaveCount(1)

  await send(ada)
  await expect(meanwhile(ada)).toContainText('answered')
  await expect(meanwhile(ada)).toContainText('From Emil: it comes tomorrow.')
  await meanwhile(ada).getByRole('button', { name: 'Keep editing' }).click()
  await expect(meanwhile(ada)).toBeHidden()
  await expect(ada.getByRole('textbox', { name: 'Reply' })).toHaveValue('From Ada: it comes today.')
  await expect(messages(ada, 'From Ada')).toHaveCount(0)
  await ada.getByRole('textbox', { name: 'Reply' }).fill('From Ada: as Emil says.')
  await send(ada)
  await expect(messages(emil, 'From Ada: as Emil says.')).toHaveCount(1)

  // a resolution does not go over a fresh note
  await ada.getByRole('button', { name: 'Resolve' }).click()
  const dialog = ada.getByRole('dialog')
  await dialog.getByLabel('What solved it').fill('Sent again')
  await emil.getByRole('button', { name: /^Note/ }).first().click()
  await emil.getByRole('textbox', { name: 'Note' }).fill('Do not resolve this yet')
  await emil.getByRole('button', { name: 'Save note' }).click()
  await expect(messages(emil, 'Do not resolve this yet')).toHaveCount(1)
  await dialog.getByRole('button', { name: /^(?:Reply and r|R)esolve$/ }).click()
  await expect(meanwhile(ada)).toContainText('Do not resolve this yet')
  await meanwhile(ada).getByRole('button', { name: 'Resolve anyway' }).click()
  await expect(dialog).toBeHidden()
})

test('a draft that one tab has sent is not sent again by another', async ({ browser }) => {
  const first = await openDeskAs(browser, 'agent')
  const second = await first.context().newPage()
  await openCase(first)
  await begin(first, 'It is on its way.')
  await second.goto(first.url())
  await expect(second.getByRole('textbox', { name: 'Reply' })).toHaveValue('It is on its way.')
  await send(first)
  await expect(messages(first, 'It is on its way.')).toHaveCount(1)
  // told at once: there is nothing left to send
  await expect(second.getByRole('textbox', { name: 'Reply' })).toHaveValue('')
  await send(second)
  await expect(second.getByText('Nothing is written yet.')).toBeVisible()
  await second.reload()
  await expect(messages(second, 'It is on its way.')).toHaveCount(1)
})

test('without a network it is said at once, the draft stays, and nothing leaves by itself', async ({
  browser,
}) => {
  const ada = await openDeskAs(browser, 'agent')
  await openCase(ada)
  await begin(ada, 'Written on the train.')
  await ada.context().setOffline(true)
  await expect(ada.getByText('You are offline')).toBeVisible()
  await send(ada)
  await expect(ada.getByText('The server could not be reached.')).toBeVisible()
  await expect(ada.getByRole('textbox', { name: 'Reply' })).toHaveValue('Written on the train.')
  await ada.getByRole('button', { name: 'Close; the draft is kept' }).click()
  await ada.context().setOffline(false)
  await expect(ada.getByText('You are offline')).toBeHidden()
  // the page has asked the server again, and would have sent what waited
  const answered = ada.waitForResponse(
    (response) => response.url().includes('/workspace') && response.ok(),
  )
  await ada.reload()
  await answered
  await expect(messages(ada, 'Written on the train.')).toHaveCount(0)
  await expect(ada.getByRole('textbox', { name: 'Reply' })).toHaveValue('Written on the train.')

  // an answer that is lost on its way: it was done, and sending again does not do it twice
  await ada.route('**/replies', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await send(ada)
  await expect(ada.getByText('The server could not be reached.')).toBeVisible()
  await ada.unroute('**/replies')
  await send(ada)
  await expect(ada.getByRole('textbox', { name: 'Reply' })).toBeHidden()
  await expect(messages(ada, 'Written on the train.')).toHaveCount(1)
})
