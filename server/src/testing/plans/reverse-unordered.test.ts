import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'

const desk = await createTestDesk()

test.each([
  ['select n from generate_series(1, 3) n', [3, 2, 1]],
  ['select n from generate_series(1, 3) n order by n', [1, 2, 3]],
  ['with own as (select n from generate_series(1, 3) n order by n) select n from own', [3, 2, 1]],
  ['select * from (select n from generate_series(1, 3) n order by n) as source limit 9', [1, 2, 3]],
])('%s answers %j: what is not asked for is not relied on', async (text, expected) => {
  const client = await desk.pool.connect()
  try {
    const { rows } = await client.query<{ n: number }>(text)
    expect(rows.map(({ n }) => n)).toEqual(expected)
  } finally {
    client.release()
  }
})
