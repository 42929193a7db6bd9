import { expect, test } from 'vitest'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { callOut } from '#server/outbound/call-out.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { inTransaction } from './in-transaction.ts'

const desk = await createTestDesk()
const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', dkim: undefined })
const waits: Record<string, () => Promise<unknown>> = {
  'A process': () => readInProcess('id: one'),
  'Another system': () => callOut('http://127.0.0.1:1', { timeoutMs: 1_000 }),
  'A mail server': () => mailer.send({}),
}

test.each(Object.entries(waits))(
  '%s is not waited for within a transaction',
  async (what, wait) => {
    const refused = { message: `${what} is waited for within a transaction` }
    await expect(inTransaction(desk.db, wait)).rejects.toMatchObject(refused)
    await expect(inTransaction(desk.db, (tx) => inTransaction(tx, wait))).rejects.toMatchObject(
      refused,
    )
    // elsewhere at the same time, and afterwards, it is
    const { promise, resolve } = Promise.withResolvers<void>()
    const open = inTransaction(desk.db, () => promise)
    expect(await wait().then(String, String)).not.toContain('within a transaction')
    resolve()
    await open
  },
)
