import { expect, test } from 'vitest'
import { missingValuesOf } from './missing-values.ts'
import { slashAt } from './slash.ts'

const at = (text: string) => slashAt(text.replace('|', ''), text.indexOf('|'))

test('a slash at the beginning of a line asks, with the words behind it', () => {
  expect(at('/|')).toEqual({ from: 0, words: '' })
  expect(at('Hello,\n/late ord|')).toEqual({ from: 7, words: 'late ord' })
  expect(at('/late|\n\nBest')).toEqual({ from: 0, words: 'late' })
})

test('a slash elsewhere, a path, a line that goes on and a slash alone before a word do not', () => {
  for (const text of ['and/or|', '/usr/bin|', '/usr| is where', '/ or|', '|/late', 'a\n/b\nc|']) {
    expect(at(text), text).toBeNull()
  }
})

test('what is missing is found where the desk has marked it, and words in brackets are words', () => {
  expect(missingValuesOf('Dear [contact.first_name?], [sic?] [run.order.id?] {{x.y}}')).toEqual([
    { name: 'contact.first_name', from: 5, to: 26 },
    { name: 'run.order.id', from: 35, to: 50 },
  ])
})
