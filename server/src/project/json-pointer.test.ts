import { expect, test } from 'vitest'
import { pointedAt } from './json-pointer.ts'

const document = { paths: { '/a/{id}': { get: 1 }, '/50%': 2, 'ü~': 3 }, list: [{ x: 4 }] }

test.each([
  ['#/paths/~1a~1{id}/get', 1],
  ['#/paths/~1a~1%7Bid%7D/get', 1],
  ['#/paths/~150%', 2],
  ['#/paths/~150%25', 2],
  ['#/paths/%C3%BC~0', 3],
  ['#/paths/%C3', undefined],
  ['#/list/0/x', 4],
  ['#/list/length', 1],
  ['#/paths/none/get', undefined],
  ['#/__proto__/x', undefined],
  ['#/constructor/name', undefined],
  ['other.yaml#/paths', undefined],
  ['#paths', undefined],
])('%s', (reference, expected) => {
  expect(pointedAt(document, reference)).toEqual(expected)
})
