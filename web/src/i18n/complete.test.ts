import { describe, expect, test } from 'vitest'
import { english } from './english.ts'
import { german } from './german.ts'

describe('the German texts', () => {
  test('have exactly the keys of the English ones', () => {
    expect([...texts(german).keys()].toSorted()).toEqual([...texts(english).keys()].toSorted())
  })

  test('take the same values in every sentence', () => {
    const other = texts(german)
    for (const [key, text] of texts(english)) {
      expect({ key, values: valuesIn(other.get(key) ?? '') }).toEqual({
        key,
        values: valuesIn(text),
      })
    }
  })
})

function texts(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value] as const]
        : [...texts(value as object, `${path}${key}.`)],
    ),
  )
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted()
}
