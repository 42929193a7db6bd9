import { expect, test, vi } from 'vitest'
import { dateFormat, numberFormat } from './intl.ts'

test('a format is made once for a language and its options', () => {
  const percent = () => numberFormat('de', { style: 'percent', maximumFractionDigits: 1 })
  expect(percent()).toBe(percent())
  expect(percent().format(0.375)).toBe('37,5\u00a0%')
  expect(numberFormat('en', { style: 'percent' }).format(0.37)).toBe('37%')
})

test('a page that is open while its reader travels says the time of the place', () => {
  const time = () => dateFormat('en', { timeStyle: 'long', dateStyle: 'short' })
  const before = time()
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-600)
  expect(time()).not.toBe(before)
})
