import { expect, test } from 'vitest'
import { compileCel, isTrue } from './cel.ts'

const valueOf = (text: string, bindings: Record<string, unknown>) =>
  compileCel(text, Object.keys(bindings)).evaluate(bindings)
const tooLarge = { error: 'Its patterns are too large for texts as long as these' }

test('patterns as people write them are tried on texts as long as mails are', () => {
  const mail = `${'Where is my parcel? '.repeat(10_000)}FL-1234`
  expect(valueOf(String.raw`mail.matches('(?i)\\bfl-\\d{4}$')`, { mail })).toEqual({ value: true })
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: `exp_${i}`, note: 'x'.repeat(500) }))
  const text = "rows.exists(r, r.id.matches('^exp_199$') && !r.note.matches('[0-9]{2,4}'))"
  expect(valueOf(text, { rows })).toEqual({ value: true })
})

test.each([
  ['one that is large', `s.matches('${'.{0,999}'.repeat(20)}y')`],
  [
    'many that are not',
    Array.from({ length: 70 }, (_, i) => `s.matches('.{0,9${i}}y')`).join('||'),
  ],
  ['one in a loop', `${JSON.stringify(Array(200).fill(1))}.exists(i, s.matches('.{0,99}y'))`],
])('%s: what it would take too long to try is an error, which is not true', (_what, text) => {
  const program = compileCel(text, ['s'])
  expect(program.evaluate({ s: 'x'.repeat(2_000) })).toEqual(tooLarge)
  expect(isTrue(program, { s: 'x'.repeat(2_000) })).toBe(false)
  // each evaluation has all of it anew
  expect(valueOf(`s.matches('x{9}')`, { s: 'x'.repeat(2_000) })).toEqual({ value: true })
})

test('patterns that are put together of rows are not made ready without end', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: i, pattern: '.{0,900}'.repeat(30) }))
  const program = compileCel('rows.exists(r, s.matches(r.pattern + string(r.id)))', ['rows', 's'])
  expect(program.evaluate({ rows, s: 'x' })).toEqual(tooLarge)
})

test('a pattern that is longer than anybody reads is refused, and so is one that is none', () => {
  const error = expect.stringContaining('longer than 300 characters')
  expect(valueOf(`s.matches('${'a'.repeat(301)}')`, { s: 'x' })).toEqual({ error })
  expect(valueOf(`s.matches('(')`, { s: 'x' })).toEqual({
    error: expect.stringContaining('error parsing regexp'),
  })
})
