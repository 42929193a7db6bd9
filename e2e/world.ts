import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createCustomers } from '../cli/src/example/workday/customers.ts'
import type { Case, CustomerMail, Fault, Received } from '../cli/src/example/workday/customers.ts'

export type { Case } from '../cli/src/example/workday/customers.ts'

const port = Number(process.env.E2E_PORT ?? 3700)
/** Of the desk and the company; of what journeys start themselves: another desk, a chat, a provider of sign-in, the desk beside. */
export const ports = {
  desk: port,
  acme: port + 100,
  otherDesk: port + 200,
  chat: port + 300,
  provider: port + 400,
  beside: port + 500,
}
export const home = join(tmpdir(), `firstline-e2e-${port}`)
/** The example's own, with a chat to tell wins. */
export const project = join(home, 'project')
const acmeUrl = `http://localhost:${ports.acme}`

/** What the example keeps between two starts. */
export function exampleState(): Example {
  return JSON.parse(readFileSync(join(home, 'example.json'), 'utf8')) as Example
}
type Example = {
  adminToken: string
  workday?: { state: 'begun' } | { state: 'played'; failures: string[] }
}

function customers() {
  return createCustomers({ acmeUrl, adminToken: exampleState().adminToken }, fetch)
}

/** Breaks something at Acme for one customer, through Acme's own code. */
export function breakSomething(fault: Fault, accountId?: string): Promise<Case> {
  return customers().breakFor(fault, accountId)
}

/** The mail of a completed export goes out once more, and arrives. */
export async function sendExportMail({ account_id, record_id, contact }: Case): Promise<void> {
  const path = `/admin/accounts/${account_id}/exports/${record_id}/email`
  const headers = {
    authorization: `Bearer ${exampleState().adminToken}`,
    'idempotency-key': crypto.randomUUID(),
  }
  const answer = await fetch(acmeUrl + path, { method: 'POST', headers })
  expect(answer.ok, await answer.text()).toBe(true)
  await receivedMail(contact.email, /export/i)
}

/** The customer writes a mail: real SMTP from Acme's mailbox to the desk. */
export async function writeToSupport(mail: CustomerMail): Promise<void> {
  await customers().write(mail)
}

/** Waits until a mail to this address has arrived at Acme's mailbox. */
export async function receivedMail(to: string, subject: RegExp): Promise<Received> {
  let found: Received | undefined
  await expect
    .poll(async () => {
      found = await customers().received(to, subject)
      return found !== undefined
    }, `a mail to ${to} about ${subject}`)
    .toBe(true)
  return found!
}

const people = {
  agent: ['ada@firstline.example', 'first-line-agent'],
  engineer: ['emil@firstline.example', 'first-line-engineer'],
  lead: ['lena@firstline.example', 'first-line-lead'],
} as const

export type RoleName = keyof typeof people

export async function signIn(page: Page, role: RoleName): Promise<void> {
  const [email, password] = people[role]
  await page.goto('/sign-in')
  await page.getByLabel(/e-?mail/i).fill(email)
  await page.getByLabel(/password/i).fill(password)
  await page.getByRole('button', { name: /^sign in$/i }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
