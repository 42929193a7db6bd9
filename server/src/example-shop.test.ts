import { afterAll, expect, test } from 'vitest'
import { checkFolder, testFolder } from './check-folder.ts'
import { startFakeLoki } from './connections/testing/fake-loki.ts'
import { startFakePrometheus } from './connections/testing/fake-prometheus.ts'
import { shopFolder, startExampleShop } from './testing/example-shop.ts'

const [shop, loki, prometheus] = await Promise.all([
  startExampleShop(),
  startFakeLoki(),
  startFakePrometheus(),
])
afterAll(() => Promise.all([loki.stop(), prometheus.stop()]))
const env = {
  ...shop.env,
  SHOP_LOKI_URL: loki.url,
  SHOP_PROMETHEUS_URL: prometheus.url,
  SHOP_GITHUB_SECRET: 'a secret of the test',
}
const check = (more: object = {}) =>
  checkFolder(shopFolder, { live: true, env: { ...env, ...more } })

test('the folder of the second example company is in order, and each system that it names answers', async () => {
  const report = await check()
  expect(report.problems).toEqual([])
  expect(report.live?.filter(({ isReachable }) => !isReachable)).toEqual([])
  expect(report.live?.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'connection shop-admin',
      'source payments.recent',
      'directory by_email',
    ]),
  )
  expect(report.files).toMatchObject({ Source: 7, Action: 1, Runbook: 1 })
  const [tested] = await testFolder(shopFolder)
  expect(tested).toMatchObject({ uncovered: [], problems: [] })
  expect(tested?.results.filter(({ isPassed }) => !isPassed)).toEqual([])
})

test('a wrong password of its admin API is said, and the password is not', async () => {
  const { live } = await check({ SHOP_ADMIN_LOGIN: 'desk:guessed' })
  const refused = live?.filter(({ isReachable }) => !isReachable) ?? []
  expect(refused.map(({ name }) => name)).toEqual(['connection shop-admin'])
  expect(refused[0]?.answer).toContain('401')
  expect(refused[0]?.answer).not.toContain('guessed')
})

test('the shop is what it is said to be: a login, pages, numbers beyond 2^53, jobs', async () => {
  expect((await shop.admin('/orders', 'desk:guessed')).status).toBe(401)
  const first = await (await shop.admin('/orders?limit=2')).text()
  expect(first).toMatch(/"id" : 72057594037927936\d\d,/)
  const cursor = /"next_cursor" : "(\d+)"/.exec(first)?.[1]
  expect(await (await shop.admin(`/orders?limit=2&cursor=${cursor}`)).text()).not.toContain(
    `"id" : ${cursor},`,
  )
  const parcels = await shop.admin('/shipments')
  expect(parcels.headers.get('link')).toBe('</admin/shipments?page=2>; rel="next"')
})
