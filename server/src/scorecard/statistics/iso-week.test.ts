import { expect, test } from 'vitest'
import { isoWeekOf, weeksBetween } from './iso-week.ts'

test('weeks have their ISO 8601 names, also around New Year', () => {
  expect(isoWeekOf('2016-02-29')).toBe('2016-W09')
  expect(isoWeekOf('2018-12-31')).toBe('2019-W01')
  expect(isoWeekOf('2020-12-28')).toBe('2020-W53')
  expect(isoWeekOf('2021-01-04')).toBe('2021-W01')
})

test('weeks without tickets are weeks too', () => {
  expect(weeksBetween('2026-03-02', '2026-03-16')).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ])
  expect(weeksBetween(undefined, undefined)).toEqual([])
})
