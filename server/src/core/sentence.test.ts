import { expect, test } from 'vitest'
import { didYouMean } from './did-you-mean.ts'
import { Conflict } from './errors.ts'
import { problemOf } from './problem.ts'
import { sentence, textOf } from './sentence.ts'

test('a sentence keeps its words and its values apart, and reads as one text', () => {
  const said = sentence`“${'Re-queue'}” may run ${3} times\n${'…'}`
  expect(said).toEqual({ words: '“{0}” may run {1} times\n{2}', values: ['Re-queue', 3, '…'] })
  expect(textOf(said)).toBe('“Re-queue” may run 3 times\n…')
})

test('what stands in a value is never taken for a place', () => {
  expect(textOf(sentence`${'{1}'} and ${'$&'}`)).toBe('{1} and $&')
})

test('a sentence may stand in another one', () => {
  const said = didYouMean(sentence`There is no action “${'requeu'}”`, 'requeue')
  expect(textOf(said)).toBe('There is no action “requeu”; did you mean “requeue”?')
  expect(didYouMean(said, null)).toBe(said)
})

test('a refusal answers its values too, where it has some', () => {
  const name = 'constructor'
  expect(problemOf(new Conflict('person.disabled', sentence`${name} is disabled`))).toMatchObject({
    detail: 'constructor is disabled',
    said: { words: '{0} is disabled', values: ['constructor'] },
  })
  expect(problemOf(new Conflict('person.disabled', 'Nobody'))).not.toHaveProperty('said')
})
