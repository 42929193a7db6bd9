import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#acme/ids.ts'
import type { Running } from '#acme/start-acme.ts'
import { startTestAcme } from '#acme/testing/running-acme.ts'

let running: Running
beforeAll(async () => {
  running = await startTestAcme()
})
afterAll(() => running.stop())

const failed = (account = 'acc_northwnd') =>
  `sum by (account_id) (increase(acme_exports_failed_total{account_id="${account}"}[30m]))`

async function ask(path: string, values: Record<string, string>, token = 'token-of-the-tests') {
  const answer = await fetch(
    `${running.acme.address.http}/api/v1/${path}?${new URLSearchParams(values)}`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  )
  return { status: answer.status, body: await answer.json() }
}

/** One that failed at this moment, in seconds since 1970. */
async function fail(at: number, account = 'acc_northwnd') {
  await running.acme.pool.query(
    `insert into export_job (id, account_id, requested_by, status, size_mb, created_at, finished_at)
     values ($1, $2, 'dana@northwind.example', 'failed', 2, to_timestamp($3), to_timestamp($3))`,
    [newId('exp'), account, at],
  )
}

test('a range is answered as Prometheus does: of one account, in the time before each moment', async () => {
  await fail(10_000)
  await fail(11_000)
  await fail(11_000, 'acc_halden00')
  const values = { query: failed(), start: '9999', end: '12999', step: '1000' }
  expect(await ask('query_range', values)).toEqual({
    status: 200,
    body: {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: { account_id: 'acc_northwnd' },
            values: [
              [9_999, '0'],
              [10_999, '1'],
              [11_999, '1'],
              [12_999, '0'],
            ],
          },
        ],
      },
    },
  })
})

test('an account that is not has no series, and a number is a number', async () => {
  const values = { query: failed('nobody'), start: '0', end: '10', step: '1' }
  expect(await ask('query_range', values)).toMatchObject({ body: { data: { result: [] } } })
  expect(await ask('query', { query: '1' })).toMatchObject({
    body: { data: { resultType: 'scalar' } },
  })
})

test.each([
  ['query_range', { query: 'up', start: '0', end: '10', step: '1' }],
  ['query_range', { query: failed(), start: '0', end: '10' }],
  ['query_range', { query: failed(), start: '0', end: '10', step: '0' }],
  ['query_range', { query: failed(), start: '0', end: '100000', step: '1' }],
  ['query', { query: failed(`x' or true --`) }],
])('what is not understood is refused: %s %j', async (path, values) => {
  expect((await ask(path, values)).status).toBe(400)
})

test('nobody asks without the token', async () => {
  expect((await ask('query', { query: '1' }, 'another')).status).toBe(401)
})
