import { expect, test } from 'vitest'
import { textOf } from '#server/core/sentence.ts'
import { openApiFile } from '#server/project/project-document.ts'
import { describedApi } from './document-schemas.ts'

const api = describedApi(openApiFile('api.yaml', '', { openapi: '3.1.0' }))

test.each([
  ['integer', 'must be integer'],
  ['number', 'must be number'],
  [['integer', 'null'], 'must be integer,null'],
  [['null', 'integer'], 'must be null,integer'],
])('a text where %j is wanted is of a number', (type, words) => {
  const found = api.misfits({ type }, '1909198862420847982')
  expect(found.map(({ said, isOfNumber }) => [textOf(said), isOfNumber])).toEqual([[words, true]])
})

test.each([
  [{ type: ['null', 'boolean'] }, 'must be null,boolean'],
  [{ type: 'string', format: 'email' }, 'must match format "email"'],
  [{ enum: ['one'] }, 'must be equal to one of the allowed values'],
  [{ pattern: '^a' }, 'must match pattern "^a"'],
  [{ not: {} }, 'must NOT be valid'],
])('what is not of %j is of no number, and said', (schema, words) => {
  const found = api.misfits(schema, 'text')
  expect(found.map(({ said, isOfNumber }) => [textOf(said), isOfNumber])).toEqual([[words, false]])
})
