import { expect, test } from 'vitest'
import { fold, foldedPattern } from './fold.ts'

test('a pattern is folded without its signs', () => {
  const pattern = String.raw`Ausser Büro\S*|\bÀ \p{L}+ \d{1,2}\.`
  expect(foldedPattern(pattern)).toBe(String.raw`ausser buro\S*|\ba \p{L}+ \d{1,2}\.`)
  expect(new RegExp(foldedPattern(pattern), 'u').test(fold('Ausser Bürozeiten'))).toBe(true)
})
