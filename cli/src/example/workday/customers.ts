import type { Fetch } from './desk-people.ts'
import type { Letter } from './letters.ts'

/** What the company's page breaks, by the names of its interface. */
export type Fault =
  | 'export_failed'
  | 'email_suppressed'
  | 'mail_not_sent'
  | 'webhook_stuck'
  | 'verification_lost'
  | 'cache_stale'
  | 'session_broken'

/** Something broken for one customer, and what they write about it. */
export type Case = {
  account_id: string
  account_name: string
  record_id: string
  contact: { name: string; email: string }
  complaint: { subject: string; text: string }
}
export type CustomerMail = { from: string; subject: string; text: string; reply_to?: string }
export type Received = { id: string; subject: string; text: string; html: string | null }

/** The company's customers: something breaks for them, they write, and they read their mail. */
export function createCustomers(
  { acmeUrl, adminToken }: { acmeUrl: string; adminToken: string },
  fetch: Fetch,
) {
  async function ask<T>(path: string, body?: unknown, token?: string): Promise<T> {
    const answer = await fetch(acmeUrl + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }

  /** Real SMTP from the company's mailbox to the desk. */
  const write = (mail: CustomerMail) => ask('/mailbox/api/send', mail)
  /** For one customer, through the company's own code. */
  const breakFor = (fault: Fault, accountId?: string) =>
    ask<Case>('/admin/faults', { fault, account_id: accountId }, adminToken)

  return {
    write,
    breakFor,
    async complain(fault: Fault): Promise<Case> {
      const made = await breakFor(fault)
      await write({ from: made.contact.email, ...made.complaint })
      return made
    },
    /** @returns the address it came from */
    async send({ name, local, subject, text }: Letter, domain: string): Promise<string> {
      const address = `${local}@${domain}`
      await write({ from: `${name} <${address}>`, subject, text })
      return address
    },
    /** The newest mail to this address whose subject says so; undefined: none yet. */
    async received(to: string, subject: RegExp): Promise<Received | undefined> {
      const query = new URLSearchParams({ to, limit: '50' })
      const { messages } = await ask<{ messages: Received[] }>(`/mailbox/api/messages?${query}`)
      const line = messages.find((one) => subject.test(one.subject))
      return line && ask<Received>(`/mailbox/api/messages/${line.id}`)
    },
  }
}
export type Customers = ReturnType<typeof createCustomers>
