import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3700)
/** Of the desk and the company; of another desk and of a chat, which journeys start themselves. */
export const ports = { desk: port, acme: port + 100, otherDesk: port + 200, chat: port + 300 }
export const home = join(tmpdir(), `firstline-e2e-${port}`)
/** The example's own, with a chat to tell wins. */
export const project = join(home, 'project')
const acmeUrl = `http://localhost:${ports.acme}`

type Fault =
  | 'export_failed'
  | 'email_suppressed'
  | 'mail_not_sent'
  | 'webhook_stuck'
  | 'cache_stale'

export type Case = {
  account_id: string
  account_name: string
  record_id: string
  contact: { name: string; email: string }
  complaint: { subject: string; text: string }
}

/** What the example keeps between two starts. */
export function exampleState(): Example {
  return JSON.parse(readFileSync(join(home, 'example.json'), 'utf8')) as Example
}
type Example = {
  adminToken: string
  workday?: { state: 'begun' } | { state: 'played'; failures: string[] }
}

/** Breaks something at Acme for one customer, through Acme's own code. */
export async function breakSomething(fault: Fault, accountId?: string): Promise<Case> {
  const { adminToken } = exampleState()
  return send<Case>('/admin/faults', { fault, account_id: accountId }, adminToken)
}

/** The customer writes a mail: real SMTP from Acme's mailbox to the desk. */
export async function writeToSupport(mail: {
  from: string
  subject: string
  text: string
  reply_to?: string
}): Promise<void> {
  await send('/mailbox/api/send', mail)
}

export type MailLine = { id: string; subject: string; recipients: string[] }
export type Mail = MailLine & { text: string; html: string | null }

/** Waits until a mail to this address has arrived at Acme's mailbox. */
export async function receivedMail(to: string, subject: RegExp): Promise<Mail> {
  let found: MailLine | undefined
  await expect
    .poll(async () => {
      const { messages } = await get<{ messages: MailLine[] }>(
        `/mailbox/api/messages?to=${encodeURIComponent(to)}&limit=50`,
      )
      found = messages.find((message) => subject.test(message.subject))
      return found !== undefined
    }, `a mail to ${to} about ${subject}`)
    .toBe(true)
  return get<Mail>(`/mailbox/api/messages/${found!.id}`)
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(acmeUrl + path)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function send<T>(path: string, body: unknown, token?: string): Promise<T> {
  const response = await fetch(acmeUrl + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
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
