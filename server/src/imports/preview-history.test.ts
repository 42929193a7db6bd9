import { expect, test } from 'vitest'
import { eventLog, someFile } from '#server/imports/testing/factory.ts'
import { previewHistory } from '#server/imports/preview-history.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const { url } = await createTestDesk()

test('a preview of a very large table looks at its beginning only, and says so', async () => {
  const file = someFile(
    eventLog(
      '1,2026-02-01 10:00,New,Desk,a',
      '1,2026-02-01 11:00,Resolved,Desk,a',
      '2,2026-02-01 10:00,New,Platform,a',
    ),
  )
  const part = await previewHistory(url, [file], { mostRows: 2 })
  expect(part.assumed).toContain('teams, statuses and dates are those of the first 2 rows')
  expect(part.teams.map(({ name }) => name)).toEqual(['Desk'])
  const all = await previewHistory(url, [file], {})
  expect(all.assumed.join()).not.toContain('of the first')
  expect(all.teams.map(({ name }) => name)).toEqual(['Desk', 'Platform'])
})
