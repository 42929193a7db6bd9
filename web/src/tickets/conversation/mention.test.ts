import { expect, test } from 'vitest'
import { mentionAt, mentionsIn } from './mention.ts'

const at = (text: string) => mentionAt(text.replace('|', ''), text.indexOf('|'))

test('an @ at the beginning of a word asks, with what is typed of a name behind it', () => {
  expect(at('@|')).toEqual({ from: 0, words: '' })
  expect(at('Hello,\nplease @Emil No|')).toEqual({ from: 14, words: 'Emil No' })
  expect(at('(@em|')).toEqual({ from: 1, words: 'em' })
})

test('an address, a sign alone and another line do not', () => {
  for (const text of ['dana@shop|', '@ emil|', '@emil\n|', '|@emil'])
    expect(at(text), text).toBeNull()
})

const emil = { id: 'e', name: 'Emil' }
const emilia = { id: 'i', name: 'Emil Novak' }

test('who is named is found where the name stands, the longer one first', () => {
  expect(mentionsIn('@Emil Novak and @Emil, @Emilia @Emil', [emil, emilia])).toEqual([
    { personId: 'i', place: 0 },
    { personId: 'e', place: 16 },
    { personId: 'e', place: 31 },
  ])
  expect(mentionsIn('emil@Emil', [emil])).toEqual([])
})

test('of two with one name the chosen one is meant', () => {
  const chosen = { id: 'c', name: 'Emil' }
  expect(mentionsIn('@Emil', [chosen, emil])).toEqual([{ personId: 'c', place: 0 }])
})
