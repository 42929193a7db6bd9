import { expect, test } from 'vitest'
import { hours, later, seconds } from '#server/core/clock.ts'
import { askedFor, nextTryAt } from './next-try.ts'

const now = new Date('2026-03-02T09:00:00Z')

test('ten tries take a good three days, and then it is given up', () => {
  let at = now
  let tries = 1
  for (let next = nextTryAt(tries, at, 0); next; next = nextTryAt(tries, at, 0)) {
    at = next
    tries += 1
  }
  expect(tries).toBe(10)
  expect(at.getTime() - now.getTime()).toBeGreaterThan(72 * hours)
  expect(at.getTime() - now.getTime()).toBeLessThan(80 * hours)
})

test('those that failed together are tried apart, a tenth of the wait at most', () => {
  expect(nextTryAt(4, now, 0)).toEqual(later(now, 2 * hours))
  expect(nextTryAt(4, now, 1)).toEqual(later(now, 2.2 * hours))
})

test.each([
  ['120', later(now, 120 * seconds)],
  ['Mon, 02 Mar 2026 09:10:00 GMT', new Date('2026-03-02T09:10:00Z')],
  ['999999999', later(now, 24 * hours)],
])('Retry-After %s is kept to, for a day at most', (text, at) => {
  expect(askedFor(text, now)).toEqual(at)
})

test.each([undefined, '', '0', 'soon', '-5', 'Mon, 02 Mar 2020 09:10:00 GMT'])(
  'Retry-After %s asks for nothing',
  (text) => {
    expect(askedFor(text, now)).toBeNull()
  },
)
