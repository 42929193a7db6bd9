import { expect, test } from 'vitest'
import { areOneField, rowField, withRowField } from '@firstline/contract/row-field'

const row = {
  id: 'ord_1',
  customer: { email: 'a@x.example', at: null },
  lines: [{ sku: 'a' }, { sku: null }, { other: 1 }, { sku: 'b' }],
  'customer.name': 'a column of this very name',
}

test.each([
  ['id', 'ord_1'],
  ['customer.email', 'a@x.example'],
  ['customer.name', 'a column of this very name'],
  ['customer.at', null],
  ['customer.at.city', undefined],
  ['customer.phone', undefined],
  ['id.length', undefined],
  ['lines.sku', ['a', 'b']],
  ['lines.none', undefined],
  ['__proto__.polluted', undefined],
  ['constructor.name', undefined],
])('the field %s', (field, expected) => {
  expect(rowField(row, field)).toEqual(expected)
})

test('a field is changed where it is there, in a copy', () => {
  const change = () => '•'
  expect(withRowField(row, 'lines.sku', change)).toEqual({
    ...row,
    lines: [{ sku: '•' }, { sku: null }, { other: 1 }, { sku: '•' }],
  })
  expect(withRowField(row, 'customer', change)).toEqual({ ...row, customer: '•' })
  expect(withRowField(row, 'customer.phone', change)).toEqual(row)
  expect(withRowField(row, '__proto__.polluted', change)).toEqual(row)
  const both = { a: { b: 1 }, 'a.b': 2 }
  expect(withRowField(both, 'a.b', change)).toEqual({ a: { b: '•' }, 'a.b': '•' })
  expect(row.lines[0]).toEqual({ sku: 'a' })
})

test.each([
  ['customer', 'customer', true],
  ['customer', 'customer.email', true],
  ['customer.email', 'customer', true],
  ['customer.email', 'customer.emails', false],
  ['customers', 'customer', false],
])('%s and %s', (one, other, expected) => {
  expect(areOneField(one, other)).toBe(expected)
})
