import { expect, test } from 'vitest'
import { snoozeTimes } from './snooze-times.ts'

const named = (now: Date) => Object.fromEntries(snoozeTimes(now).map(({ id, at }) => [id, at]))

test('tomorrow and Monday are mornings of the reader’s own calendar', () => {
  const friday = new Date(2026, 2, 27, 16, 20)
  expect(named(friday)).toEqual({
    hours: new Date(2026, 2, 27, 19, 20),
    tomorrow: new Date(2026, 2, 28, 9),
    // the clock changes in Europe the night before
    monday: new Date(2026, 2, 30, 9),
  })
})

test('on a Monday it is the next one, on a Sunday tomorrow alone', () => {
  expect(named(new Date(2026, 2, 30, 8)).monday).toEqual(new Date(2026, 3, 6, 9))
  expect(Object.keys(named(new Date(2026, 2, 29, 8)))).toEqual(['hours', 'tomorrow'])
})
