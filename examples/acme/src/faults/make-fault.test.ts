import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { row } from '#acme/database/connect.ts'
import { faultNames } from '#acme/faults/kinds.ts'
import type { Fault } from '#acme/faults/kinds.ts'
import { makeFault } from '#acme/faults/make-fault.ts'
import type { Running } from '#acme/start-acme.ts'
import { callAdmin, eventually, startTestAcme } from '#acme/testing/running-acme.ts'

let running: Running
beforeAll(async () => {
  running = await startTestAcme()
})
afterAll(() => running.stop())

/** What the database says about the record once the fault has struck. */
const storyOf: Record<Fault, string> = {
  export_failed: `select 1 from export_job where id = $1 and status = 'failed'
    and error_code = 'warehouse_timeout' and attempts = 1 and length(trace_id) = 32`,
  export_stuck: `select 1 from export_job where id = $1 and status = 'running'
    and queued_at < now() - interval '30 minutes'`,
  email_suppressed: `select 1 from export_job e join email_delivery m on m.export_id = e.id
    join email_suppression s on s.account_id = e.account_id and s.address = lower(e.requested_by)
    where e.id = $1 and e.status = 'completed' and m.state = 'suppressed'`,
  mail_not_sent: `select 1 from export_job e where e.id = $1 and e.status = 'completed'
    and not exists (select from email_delivery m where m.export_id = e.id)`,
  webhook_stuck: `select 1 from webhook_delivery where id = $1 and state = 'stuck' and trace_id is not null`,
  verification_lost: `select 1 from app_user u where u.id = $1 and u.verified_at is null
    and not exists (select from email_delivery m where m.user_id = u.id)`,
  cache_stale: `select 1 from cache_entry where account_id = $1 and stale`,
  session_broken: `select 1 from user_session where id = $1 and state = 'broken'`,
}

describe.each(faultNames)('the fault %s', (fault) => {
  test('makes its case on the account that was asked for and says who complains', async () => {
    const made = await callAdmin(running, '/faults', {
      body: { fault, account_id: 'acc_northwnd' },
    })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      fault,
      account_id: 'acc_northwnd',
      account_name: 'Northwind Ltd',
    })
    expect(made.body.contact.email).toMatch(/@northwind\.example$/)
    expect(made.body.complaint.text).toContain(made.body.contact.name)
    expect(await row(running.acme.pool, storyOf[fault], [made.body.record_id])).toBeDefined()
    await running.acme.pool.query(`delete from email_suppression where account_id = 'acc_northwnd'`)
  })
})

test('a failed export succeeds when it is requeued, and its mail arrives', async () => {
  const one = await makeFault(running.acme, 'export_failed')
  const answer = await callAdmin(
    running,
    `/accounts/${one.account_id}/exports/${one.record_id}/requeue`,
  )
  expect(answer.status).toBe(200)
  await eventually(
    running,
    `select 1 from email_delivery where export_id = $1 and state = 'delivered'`,
    [one.record_id],
  )
})

test('a stuck webhook is delivered when it is sent again', async () => {
  const one = await makeFault(running.acme, 'webhook_stuck')
  await callAdmin(
    running,
    `/accounts/${one.account_id}/webhook-deliveries/${one.record_id}/retrigger`,
  )
  const receipt = await eventually<{ account_id: string }>(
    running,
    'select account_id from webhook_receipt where delivery_id = $1',
    [one.record_id],
  )
  expect(receipt.account_id).toBe(one.account_id)
})

test('a lost verification mail can be sent again and its link verifies the user', async () => {
  const one = await makeFault(running.acme, 'verification_lost')
  await callAdmin(running, `/accounts/${one.account_id}/users/${one.record_id}/verification-email`)
  const { text_body } = await eventually<{ text_body: string }>(
    running,
    'select text_body from mailbox_message where $1 = any(recipients)',
    [one.contact.email],
  )
  const link = new URL(/https?:\S+/.exec(text_body)?.[0] ?? '')
  expect((await fetch(link)).status).toBe(200) // a scanner's look verifies nothing
  const unverified = 'select 1 from app_user where id = $1 and verified_at is null'
  expect(await row(running.acme.pool, unverified, [one.record_id])).toBeDefined()
  const body = new URLSearchParams({ mail: link.searchParams.get('mail') ?? '' })
  expect((await fetch(link.origin + link.pathname, { method: 'POST', body })).status).toBe(200)
  expect(await row(running.acme.pool, unverified, [one.record_id])).toBeUndefined()
})

test('accounts are chosen one after another when none is named', async () => {
  const [first, second] = [
    await makeFault(running.acme, 'cache_stale'),
    await makeFault(running.acme, 'cache_stale'),
  ]
  expect(first.account_id).not.toBe(second.account_id)
})

test('an unknown fault and an unknown account are refused clearly', async () => {
  expect((await callAdmin(running, '/faults', { body: { fault: 'meteor' } })).status).toBe(400)
  const unknown = { fault: 'cache_stale', account_id: 'acc_zzzzzzzz' }
  expect((await callAdmin(running, '/faults', { body: unknown })).status).toBe(404)
})
