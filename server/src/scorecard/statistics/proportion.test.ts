import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proportion } from './proportion.ts'

test('Wilson intervals agree with published values', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const
  for (const [count, of, low, high] of published) {
    const rate = proportion(count, of)
    expect(rate.low).toBeCloseTo(low, 4)
    expect(rate.high).toBeCloseTo(high, 4)
  }
})

test('nothing to count has no rate', () => {
  expect(proportion(0, 0)).toEqual({ count: 0, of: 0, rate: null, low: null, high: null })
})

test('the interval holds the rate and stays between 0 and 1', () => {
  const counts = fc
    .integer({ min: 1, max: 1e6 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(counts, ([count, of]) => {
      const { low, rate, high } = proportion(count, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(rate!)
      expect(high).toBeGreaterThanOrEqual(rate!)
      expect(high).toBeLessThanOrEqual(1)
    }),
  )
})

test('counts that are no proportion are refused', () => {
  expect(() => proportion(3, 2)).toThrow(RangeError)
  expect(() => proportion(-1, 2)).toThrow(RangeError)
  expect(() => proportion(0.5, 2)).toThrow(RangeError)
})
