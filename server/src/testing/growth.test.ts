import { expect, test } from 'vitest'
import { growthOf, linear } from './growth.ts'

test('work that leaves much behind, but looks at each once, is linear', async () => {
  const lines = (size: number) =>
    'a:\n'
      .repeat(size)
      .split('\n')
      .flatMap((line, index, all) => all.slice(index, index + 3).map((near) => `${line}${near}`))
  expect(await growthOf(lines, 32_000)).toBeLessThan(linear)
})

test('work that begins anew at each place is not', async () => {
  const pairs = (size: number) => {
    let sum = 0
    for (let i = 0; i < size; i++) for (let j = i; j < size; j++) sum += i ^ j
    return sum
  }
  expect(await growthOf(pairs, 30_000)).toBeGreaterThan(linear)
})

test('work that looks at the beginning alone is neither', async () => {
  const beginning = (size: number) =>
    Array.from({ length: Math.min(size, 500) }, (_, index) => `${index}`).join('')
  expect(await growthOf(beginning, 32_000)).toBeLessThan(0.5)
})
