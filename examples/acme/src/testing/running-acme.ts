import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject, vi } from 'vitest'
import { readConfig } from '#acme/config.ts'
import { row } from '#acme/database/connect.ts'
import { startAcme } from '#acme/start-acme.ts'
import type { Running } from '#acme/start-acme.ts'

const testToken = 'token-of-the-tests'

export const urlOf = (database: string, user = 'postgres') =>
  `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(inject('socketFolder'))}`

export async function createDatabase(): Promise<string> {
  const name = `acme_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: urlOf('postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  return urlOf(name)
}

/** On free ports, without everyday traffic and first cases unless asked for. */
export async function startTestAcme(env: Record<string, string> = {}): Promise<Running> {
  return startAcme(
    readConfig({
      ACME_DATABASE_URL: env.ACME_DATABASE_URL ?? (await createDatabase()),
      ACME_PORT: '0',
      ACME_SMTP_PORT: '0',
      ACME_ADMIN_TOKEN: testToken,
      ACME_TRAFFIC_SECONDS: '0',
      ACME_FIRST_CASES: 'off',
      ...env,
    }),
  )
}

/** What the tests look at in answers; which of it is there depends on the call. */
type AdminAnswer = {
  dry_run?: boolean
  changes: unknown[]
  detail?: string
  record_id: string
  contact: { name: string; email: string }
  complaint: { subject: string; text: string }
}

export type MailboxAnswer = {
  message_id: string
  subject: string
  text: string
  detail: string
  messages: { id: string; message_id: string }[]
}

export async function readMailbox(response: Response): Promise<MailboxAnswer> {
  return (await response.json()) as MailboxAnswer
}

/** The admin API as its callers see it. */
export async function callAdmin(
  running: Running,
  path: string,
  call: { method?: string; body?: unknown; key?: string; token?: string } = {},
) {
  const response = await fetch(`${running.acme.address.http}/admin${path}`, {
    method: call.method ?? 'POST',
    headers: {
      authorization: `Bearer ${call.token ?? testToken}`,
      'content-type': 'application/json',
      ...(call.key ? { 'idempotency-key': call.key } : {}),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  })
  const body = (await response.json()) as AdminAnswer
  return { status: response.status, headers: response.headers, body }
}

/** Asks again until the row is there: the worker is a process of its own pace. */
export function eventually<Row extends pg.QueryResultRow>(
  running: Running,
  sql: string,
  values: unknown[] = [],
): Promise<Row> {
  const look = async () => {
    const found = await row<Row>(running.acme.pool, sql, values)
    if (!found) throw new Error(`never came true: ${sql} ${JSON.stringify(values)}`)
    return found
  }
  return vi.waitFor(look, { timeout: 120_000, interval: 30 })
}
