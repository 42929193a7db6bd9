import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOther } from '#server/testing/other-postgres.ts'
import type { TestCluster } from '#server/testing/other-postgres.ts'
import { migrate, readMigrations } from './migrate.ts'
import { withClient } from './open-client.ts'
import { makeScratchFolder } from './postgres/scratch-folder.ts'

test('PostgreSQL 15 is refused in a sentence', async () => {
  const server = await startIn('15')
  try {
    await expect(migrate(await server.database('old'))).rejects.toThrow(
      /^it is PostgreSQL 15\.\d[^;]*; Firstline needs PostgreSQL 16 or newer$/,
    )
  } finally {
    await server.leave()
  }
})

describe('PostgreSQL 16', () => {
  let server: TestCluster
  let url: string
  beforeAll(async () => {
    server = await startIn('16')
    url = await server.database('desk')
  })
  afterAll(() => server.leave())

  test('takes the migrations, once', async () => {
    expect(await migrate(url)).toHaveLength(readMigrations().length)
    expect(await migrate(url)).toEqual([])
  })

  test('makes keys that rise within a millisecond, and say the time and the version', async () => {
    const before = Date.now()
    const keys = await withClient(url, 'firstline test', async (client) => {
      const { rows } = await client.query<{ key: string }>(
        'select uuidv7() as key from generate_series(1, 20000)',
      )
      return rows.map(({ key }) => key)
    })
    expect(keys).toEqual([...new Set(keys)].toSorted())
    expect(keys.filter((key) => !/^.{14}7.{4}[89ab]/.test(key.slice(0, 20)))).toEqual([])
    const times = keys.map((key) => Number.parseInt(key.replace('-', '').slice(0, 12), 16))
    expect(times[0]).toBeGreaterThanOrEqual(before)
    expect(times.at(-1)).toBeLessThanOrEqual(Date.now() + 1)
  })
})

async function startIn(version: string): Promise<TestCluster> {
  const folder = makeScratchFolder(`firstline-postgres-${version}-`)
  const server = await startOther(version, folder, '-c fsync=off')
  return {
    ...server,
    async leave() {
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
