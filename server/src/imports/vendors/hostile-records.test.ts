import { expect, test } from 'vitest'
import { desks } from '#server/imports/vendors/testing/desks.ts'
import { tryHostileRecords } from '#server/imports/vendors/testing/hostile-records.ts'

test.each(desks)('$name: garbage in any field is a refusal, never a crash', async (desk) => {
  await expect(tryHostileRecords(desk, 8)).resolves.toBeUndefined()
})
