import { expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { readSections } from './read-sections.ts'

test('each cause has its own text, and what it says is its first “Say”', () => {
  const body = 'Before.\n## late\nWhy.\n### Say\nSorry.\n### Note\nMore.\n## lost\n### say\nGone.'
  const { intro, sections } = readSections(body, 10)
  expect(intro).toBe('Before.')
  expect([...sections]).toEqual([
    ['late', { line: 11, explanation: 'Why.', say: 'Sorry.' }],
    ['lost', { line: 17, explanation: '', say: 'Gone.' }],
  ])
})

test('as many headings as a text can have are read once each', async () => {
  const read = (size: number) => readSections('## a\n### Say\n'.repeat(size / 13), 1)
  expect(await growthOf(read, 130_000)).toBeLessThan(linear)
})
