import { expect, test } from 'vitest'
import { recallCel } from './recall-cel.ts'

test('a condition is compiled once for the names it may use', () => {
  expect(recallCel('a > 1', ['a'])).toBe(recallCel('a > 1', ['a']))
})

test('a condition that was compiled for some names is still refused for others', () => {
  recallCel('secret == 1', ['secret'])
  expect(() => recallCel('secret == 1', ['a'])).toThrow(/not declared/)
})
