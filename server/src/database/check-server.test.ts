import { expect, test } from 'vitest'
import { administer, createTestDesk } from '#server/testing/desk.ts'
import { checkServer } from './check-server.ts'
import { machineSettings } from './postgres/machine-settings.ts'

const desk = await createTestDesk()
const megabyte = 1024 * 1024

test('of a server it is said what to set, and why', async () => {
  const { findings, version, databaseBytes } = await checkServer(desk.url)
  expect(version).toMatch(/^1\d\./)
  expect(databaseBytes).toBeGreaterThan(megabyte)
  // the tests' own server may forget all when the machine fails, and is set for it in the rest
  expect(findings.map(({ setting, is, want }) => [setting, is, want])).toEqual([
    ['fsync', 'off', 'on'],
    ['full_page_writes', 'off', 'on'],
    ['synchronous_commit', 'off', 'on'],
  ])
})

test('what one login or database is told counts as what it works with', async () => {
  const name = new URL(desk.url).pathname.slice(1)
  await administer(`alter database ${name} set random_page_cost = 4`)
  const { findings } = await checkServer(desk.url)
  expect(findings).toContainEqual({
    setting: 'random_page_cost',
    is: '4',
    want: '1.1',
    because: expect.any(String) as string,
  })
})

test('the embedded server has an eighth of the memory, within bounds', () => {
  const buffers = (gigabytes: number) => machineSettings(gigabytes * 1024 * megabyte)[0]
  expect([0.5, 4, 64].map(buffers)).toEqual([
    'shared_buffers=128MB',
    'shared_buffers=512MB',
    'shared_buffers=512MB',
  ])
})
