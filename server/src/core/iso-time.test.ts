import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTime } from './iso-time.ts'

test('a moment is written as Date writes it, whatever was written before', () => {
  const moment = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 })
  fc.assert(fc.property(moment, (at) => isoTime(at) === new Date(at).toISOString()))
  const near = fc.integer({ min: 1_700_000_000_000, max: 1_700_300_000_000 })
  fc.assert(fc.property(near, (at) => isoTime(at) === new Date(at).toISOString()))
  expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z')
})
