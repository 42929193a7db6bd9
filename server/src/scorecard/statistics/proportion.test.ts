import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference, proportion } from './proportion.ts'

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

test('intervals of a difference agree with published values', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  const published = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const
  for (const [after, ofAfter, before, ofBefore, low, high] of published) {
    const found = difference(proportion(before, ofBefore), proportion(after, ofAfter))!
    expect(found.change).toBeCloseTo(after / ofAfter - before / ofBefore, 10)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  }
})

test('there is no difference to a group of nobody', () => {
  const [some, none] = [proportion(1, 2), proportion(0, 0)]
  expect(difference(some, none)).toBeNull()
  expect(difference(none, some)).toBeNull()
})
