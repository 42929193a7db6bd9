import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestExport } from '#acme/exports/request-export.ts'
import type { Running } from '#acme/start-acme.ts'
import { eventually, readMailbox, startTestAcme } from '#acme/testing/running-acme.ts'

let running: Running
beforeAll(async () => {
  running = await startTestAcme()
})
afterAll(() => running.stop())

const dana = { accountId: 'acc_northwnd', requestedBy: 'dana@northwind.example', sizeMb: 2 }

test('a requested export runs, its mail arrives by SMTP, and the link gives the file', async () => {
  const id = await requestExport(running.acme.pool, dana)
  running.acme.nudge()
  const email = await eventually<{ message_id: string }>(
    running,
    `select message_id from email_delivery where export_id = $1 and state = 'delivered'`,
    [id],
  )
  const inbox = await fetch(
    `${running.acme.address.http}/mailbox/api/messages?to=dana@northwind.example`,
  )
  const { messages } = await readMailbox(inbox)
  const line = messages.find((message) => message.message_id === email.message_id)
  const message = await readMailbox(
    await fetch(`${running.acme.address.http}/mailbox/api/messages/${line?.id}`),
  )
  expect(message.subject).toBe('Your export is ready')
  const link = /https?:\S+/.exec(message.text)?.[0] ?? ''
  const file = await fetch(link)
  expect(file.status).toBe(200)
  expect(await file.text()).toContain('dana@northwind.example')
  expect((await fetch(link.replace(/token=.*/, 'token=wrong'))).status).toBe(410)
})

test('a completed export is told to the endpoints of the account and to no one else', async () => {
  const { pool } = running.acme
  await pool.query(`insert into webhook_endpoint (id, account_id, path)
    values ('whe_testdana', 'acc_northwnd', '/hooks') on conflict do nothing`)
  const id = await requestExport(pool, dana)
  running.acme.nudge()
  const receipt = await eventually<{ account_id: string; body: { data: { export_id: string } } }>(
    running,
    `select account_id, body from webhook_receipt where body->'data'->>'export_id' = $1`,
    [id],
  )
  expect(receipt.account_id).toBe('acc_northwnd')
})

test('an export cancelled while it ran stays cancelled and sends nothing', async () => {
  const { pool } = running.acme
  const blocker = await pool.connect()
  try {
    await blocker.query('begin')
    await blocker.query('lock table app_user in access exclusive mode')
    const id = await requestExport(pool, dana)
    running.acme.nudge()
    await eventually(running, `select 1 from export_job where id = $1 and status = 'running'`, [id])
    await pool.query(
      `update export_job set status = 'cancelled', lease_owner = null where id = $1`,
      [id],
    )
    await blocker.query('rollback')
    const other = await requestExport(pool, dana)
    running.acme.nudge()
    await eventually(running, `select 1 from export_job where id = $1 and status = 'completed'`, [
      other,
    ])
    const { rows } = await pool.query('select status from export_job where id = $1', [id])
    expect(rows[0].status).toBe('cancelled')
    const mails = await pool.query('select 1 from email_delivery where export_id = $1', [id])
    expect(mails.rowCount).toBe(0)
  } finally {
    await blocker.query('rollback')
    blocker.release()
  }
})

test('mail to a suppressed address is held back', async () => {
  const { pool } = running.acme
  await pool.query(
    `insert into email_suppression values ('acc_northwnd', 'dana@northwind.example', 'manual', now())`,
  )
  const id = await requestExport(pool, dana)
  running.acme.nudge()
  const email = await eventually<{ state: string; attempts: number }>(
    running,
    'select state, attempts from email_delivery where export_id = $1',
    [id],
  )
  expect(email).toEqual({ state: 'suppressed', attempts: 0 })
  await pool.query('delete from email_suppression where account_id = $1', ['acc_northwnd'])
})
