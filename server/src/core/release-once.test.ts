import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { releasingOnce } from './release-once.ts'

test('a connection that is given back twice is taken back once', async () => {
  const desk = await createTestDesk()
  const pool = releasingOnce(new pg.Pool({ connectionString: desk.url, max: 1 }))
  const { error, release } = await connected(pool)
  expect(error).toBeUndefined()
  release()
  expect(release).not.toThrow()
  expect(pool).toMatchObject({ totalCount: 1, idleCount: 1 })
  await pool.end()
})

// a job runner that is dropped while it waits to connect anew asks a pool that has ended
test('where no connection was had, giving it back is nothing', async () => {
  const pool = releasingOnce(new pg.Pool({ host: '127.0.0.1', port: 1 }))
  const refused = await connected(pool)
  expect(refused.error).toMatchObject({ code: 'ECONNREFUSED' })
  expect(refused.release).not.toThrow()
  await pool.end()
  const ended = await connected(pool)
  expect(ended.error?.message).toMatch('after calling end')
  expect(ended.release).not.toThrow()
})

type Answer = { error: Error | undefined; release: () => void }

async function connected(pool: pg.Pool): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  pool.connect((error, _client, release) => resolve({ error, release }))
  return promise
}
