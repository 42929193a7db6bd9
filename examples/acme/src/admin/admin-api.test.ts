import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { operations } from '#acme/admin/operations.ts'
import { row } from '#acme/database/connect.ts'
import { newId } from '#acme/ids.ts'
import type { Running } from '#acme/start-acme.ts'
import { callAdmin, startTestAcme } from '#acme/testing/running-acme.ts'

let running: Running
beforeAll(async () => {
  running = await startTestAcme()
})
afterAll(() => running.stop())

/** A finished export that no worker will touch. */
async function failedExport(accountId = 'acc_northwnd', status = 'failed') {
  const id = newId('exp')
  await running.acme.pool.query(
    `insert into export_job (id, account_id, requested_by, status, attempts, error_code, size_mb)
     values ($1, $2, 'dana@northwind.example', $3, 1, 'warehouse_timeout', 2)`,
    [id, accountId, status],
  )
  return id
}

const requeuePath = (id: string, accountId = 'acc_northwnd') =>
  `/accounts/${accountId}/exports/${id}/requeue`

const everything = async () =>
  row(
    running.acme.pool,
    `select md5(string_agg(t::text, '|' order by t.id)) as exports,
       (select count(*) from email_delivery) as emails, (select count(*) from email_suppression) as suppressed,
       (select md5(string_agg(c::text, '|' order by c.id)) from cache_entry c) as cache,
       (select md5(string_agg(s::text, '|' order by s.id)) from user_session s) as sessions,
       (select md5(string_agg(w::text, '|' order by w.id)) from webhook_delivery w) as webhooks
     from export_job t`,
  )

/** One granted call of each operation, made ready by SQL. */
async function readyCalls(): Promise<string[]> {
  const { pool } = running.acme
  const user = newId('usr')
  const session = newId('ses')
  const delivery = newId('whd')
  const endpoint = newId('whe')
  const [failed, queued, completed] = [
    await failedExport(),
    await failedExport('acc_northwnd', 'running'),
    await failedExport('acc_northwnd', 'completed'),
  ]
  await pool.query(`insert into app_user (id, account_id, email, name, role)
    values ('${user}', 'acc_northwnd', '${user}@northwind.example', 'New One', 'member')`)
  await pool.query(`insert into user_session (id, account_id, user_id, state, device)
    values ('${session}', 'acc_northwnd', '${user}', 'broken', 'Firefox')`)
  await pool.query(
    `insert into webhook_endpoint (id, account_id, path) values ('${endpoint}', 'acc_northwnd', '/x')`,
  )
  await pool.query(`insert into webhook_delivery (id, account_id, endpoint_id, event, payload, state)
    values ('${delivery}', 'acc_northwnd', '${endpoint}', 'report.published', '{}', 'stuck')`)
  return [
    `/exports/${failed}/requeue`,
    `/exports/${queued}/cancel`,
    `/exports/${completed}/email`,
    `/exports/${completed}/recipient/suppress`,
    `/users/${user}/suppress`,
    `/users/${user}/verification-email`,
    `/webhook-deliveries/${delivery}/retrigger`,
    '/cache/clear',
    `/sessions/${session}/reset`,
  ].map((path) => `/accounts/acc_northwnd${path}`)
}

test('a dry run says what would change and changes nothing, for every operation', async () => {
  const paths = await readyCalls()
  const before = await everything()
  for (const path of paths) {
    const answer = await callAdmin(running, `${path}?dry_run=true`)
    expect([path, answer.status]).toEqual([path, 200])
    expect(answer.body.dry_run).toBe(true)
    expect(answer.body.changes.length).toBeGreaterThan(0)
  }
  expect(await everything()).toEqual(before)
})

test('a dry run is refused exactly as the real call would be', async () => {
  const id = await failedExport('acc_northwnd', 'cancelled')
  expect((await callAdmin(running, `${requeuePath(id)}?dry_run=true`)).status).toBe(409)
  expect((await callAdmin(running, `${requeuePath(id)}?dry_run=yes`)).status).toBe(400)
})

test('the same key and request answer as the first time and act once', async () => {
  const id = await failedExport()
  const [first, second] = await Promise.all([
    callAdmin(running, requeuePath(id), { key: `key-${id}` }),
    callAdmin(running, requeuePath(id), { key: `key-${id}` }),
  ])
  expect([first.status, second.status]).toEqual([200, 200])
  expect(first.body).toEqual(second.body)
  const replayed = [first, second].filter((answer) => answer.headers.get('idempotency-replayed'))
  expect(replayed).toHaveLength(1)
})

test('the same key for another request is refused and does nothing', async () => {
  const [one, other] = [await failedExport(), await failedExport()]
  await callAdmin(running, requeuePath(one), { key: `key-${one}` })
  const refused = await callAdmin(running, requeuePath(other), { key: `key-${one}` })
  expect(refused.status).toBe(422)
  const still = await row(running.acme.pool, 'select status from export_job where id = $1', [other])
  expect(still).toEqual({ status: 'failed' })
})

test('a refused call does not use up its key', async () => {
  const id = await failedExport('acc_northwnd', 'cancelled')
  const key = `key-${id}`
  expect((await callAdmin(running, requeuePath(id), { key })).status).toBe(409)
  await running.acme.pool.query(`update export_job set status = 'failed' where id = $1`, [id])
  expect((await callAdmin(running, requeuePath(id), { key })).status).toBe(200)
})

test('two requeues at once: one is granted, the other meets a conflict', async () => {
  const id = await failedExport()
  const answers = await Promise.all([
    callAdmin(running, requeuePath(id)),
    callAdmin(running, requeuePath(id)),
  ])
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]))
})

test('a record of another account does not exist for this one', async () => {
  for (const path of await readyCalls()) {
    if (path.endsWith('/cache/clear')) continue
    const foreign = path.replace('acc_northwnd', 'acc_halden00')
    expect([path, (await callAdmin(running, foreign)).status]).toEqual([path, 404])
  }
  const id = await failedExport()
  const read = await callAdmin(running, `/accounts/acc_halden00/exports/${id}`, { method: 'GET' })
  expect(read.status).toBe(404)
})

test('without the token nothing is read or changed', async () => {
  const id = await failedExport()
  for (const token of ['', 'wrong']) {
    const refused = await callAdmin(running, requeuePath(id), { token })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
  }
  expect((await callAdmin(running, '/faults', { method: 'GET', token: 'wrong' })).status).toBe(401)
})

test('mail to a suppressed address is not sent again before the suppression is lifted', async () => {
  const id = await failedExport('acc_northwnd', 'completed')
  const path = `/accounts/acc_northwnd/exports/${id}`
  expect((await callAdmin(running, `${path}/recipient/suppress`)).status).toBe(200)
  expect((await callAdmin(running, `${path}/email`)).status).toBe(409)
  expect((await callAdmin(running, `${path}/recipient/unsuppress`)).status).toBe(200)
  expect((await callAdmin(running, `${path}/email`)).status).toBe(200)
})

test('the OpenAPI description and the served operations are the same', async () => {
  const file = new URL('../../firstline/admin.yaml', import.meta.url)
  const { paths } = parse(await readFile(file, 'utf8'))
  const described = Object.entries<Record<string, { operationId?: string }>>(paths)
    .filter(([path, item]) => path.startsWith('/admin/accounts/') && item.post)
    .map(([path, item]) => [
      item.post?.operationId,
      path.replace('/admin/accounts/{account_id}', '').replace(/\{\w+\}/, ':id'),
    ])
  expect(Object.fromEntries(described)).toEqual(
    Object.fromEntries(operations.map(({ operationId, path }) => [operationId, path])),
  )
})

test('a release is announced to the deploy webhook until it is taken', async () => {
  const { createServer } = await import('node:http')
  const seen: { token: string | undefined; body: Record<string, string> }[] = []
  const desk = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => {
      seen.push({ token: request.headers.authorization, body: JSON.parse(text) })
      response.writeHead(seen.length === 1 ? 503 : 202).end()
    })
  })
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening))
  const { port } = desk.address() as { port: number }
  const announcing = await startTestAcme({
    DEPLOY_WEBHOOK_URL: `http://127.0.0.1:${port}/deploys`,
    DEPLOY_WEBHOOK_TOKEN: 'deploy-secret',
  })
  try {
    const body = {
      service: 'exports',
      version: '4.3',
      author: 'Ravi Mehta',
      summary: 'Outbox waits',
    }
    expect((await callAdmin(announcing, '/releases', { body })).status).toBe(201)
    const waiting = 'select 1 from release where announced_at is null'
    await expect.poll(() => row(announcing.acme.pool, waiting)).toBeUndefined()
    const announced = seen.map((one) => `${one.body.service} ${one.body.version}`)
    expect(announced.filter((name) => name === 'web 7.18')).toHaveLength(2) // the 503, and again
    expect(announced).toContain('exports 4.3')
    expect(new Set(seen.map((one) => one.token))).toEqual(new Set(['Bearer deploy-secret']))
  } finally {
    await announcing.stop()
    desk.close()
  }
})
