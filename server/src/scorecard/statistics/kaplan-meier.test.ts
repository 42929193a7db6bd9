import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endedBy, quantiles, survivalCurve } from './kaplan-meier.ts'

test('the curve agrees with a published example', () => {
  // Remission times under 6-MP: Freireich et al. (1963), as in Kalbfleisch & Prentice, table 1.1.
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
  const curve = [...survivalCurve({ ended, censored })]
  const published = [
    [6, 0.857], [7, 0.807], [10, 0.753], [13, 0.69], [16, 0.627], [22, 0.538], [23, 0.448],
  ] // prettier-ignore
  expect(curve.map(({ time }) => time)).toEqual(published.map(([time]) => time))
  for (const [index, [, surviving]] of published.entries()) {
    expect(curve[index]?.surviving).toBeCloseTo(surviving!, 3)
  }
  expect(quantiles({ ended, censored }, [0.5, 0.9])).toEqual([23, null])
})

test('without censoring the quantiles are those of the sample', () => {
  const durations = { ended: [4, 1, 3, 2], censored: [] }
  expect(quantiles(durations, [0.25, 0.3, 0.5, 1])).toEqual([1, 2, 2, 4])
})

test('without censoring the share ended is simply counted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (ended) => {
      const counted = ended.filter((time) => time <= 14).length / ended.length
      expect(endedBy({ ended, censored: [] }, 14).share).toBeCloseTo(counted, 9)
    }),
  )
})

test('nothing observed says nothing; nothing ended says none', () => {
  expect(endedBy({ ended: [], censored: [] }, 14).share).toBeNull()
  expect(endedBy({ ended: [], censored: [3] }, 14).share).toBe(0)
  expect(quantiles({ ended: [], censored: [3] }, [0.5, 0.9])).toEqual([null, null])
})

test('an estimate rests on those at risk when it last moved and watched for half the time', () => {
  const watchedLong = [8, 9, 10]
  expect(endedBy({ ended: [1], censored: watchedLong }, 14).atRisk).toBe(3)
  expect(endedBy({ ended: [1, 9], censored: watchedLong }, 14).atRisk).toBe(3)
  expect(endedBy({ ended: [1, 9.5], censored: watchedLong }, 14).atRisk).toBe(2)
  expect(endedBy({ ended: [], censored: [0.2, 0.3] }, 14).atRisk).toBe(0)
})

test('entries that stand for many are those many', () => {
  const few = { ended: [3, 1, 3], censored: [2], endedCounts: [2, 1, 1], censoredCounts: [2] }
  const many = { ended: [1, 3, 3, 3], censored: [2, 2] }
  expect([...survivalCurve(few)]).toEqual([...survivalCurve(many)])
})
