import { expect, test } from 'vitest'
import { tellingFields } from './record-fields.ts'

test('what tells most comes first, whatever the order of the database', () => {
  const row = {
    id: 'exp_1',
    age_s: 60,
    attempts: 2,
    created_at: '2026-03-02T12:00:00Z',
    error_code: 'timeout',
    suppressed: false,
    status: 'failed',
  }
  expect(tellingFields(row).map(([name]) => name)).toEqual([
    'status',
    'error_code',
    'suppressed',
    'attempts',
    'id',
    'age_s',
    'created_at',
  ])
})

test('empty and nested values, and what was named, are left out', () => {
  const row = { a: null, b: '', c: { d: 1 }, e: [], account_id: 'acc_1', f: 0 }
  expect(tellingFields(row, ['account_id'])).toEqual([['f', 0]])
})
