import { expect, test } from 'vitest'
import { requireStorable } from './storable.ts'

test('text that PostgreSQL cannot store is refused with the name of its field', () => {
  for (const text of ['a\u0000', '\uD800b']) {
    const field = { path: 'answers.0.note', message: expect.stringContaining('U+0000') as string }
    expect(() => requireStorable({ answers: [{ note: text }] })).toThrow(
      expect.objectContaining({ reason: 'input.invalid', extra: { errors: [field] } }),
    )
    expect(() => requireStorable({ [text]: 1 })).toThrow('not valid')
  }
})

test('every other text is fine, however strange', () => {
  const strange = { text: '\u0001 \u{1F600} \u202E', empty: '', none: null, n: 1, body: undefined }
  expect(() => requireStorable(strange)).not.toThrow()
})

test('what is nested without end is refused, not followed until the stack is full', () => {
  const nested = (levels: number) =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x')
  expect(() => requireStorable(nested(100))).not.toThrow()
  for (const levels of [102, 100_000]) {
    const field = {
      path: expect.stringMatching(/(?:\.0)+$/) as string,
      message: 'Is nested too deeply',
    }
    expect(() => requireStorable(nested(levels))).toThrow(
      expect.objectContaining({ reason: 'input.invalid', extra: { errors: [field] } }),
    )
  }
})
