import { expect, test } from 'vitest'

// frozen by the tests' set-up, as at the start of a desk

const sharedObjects: [string, object][] = [
  ['Object', Object.prototype],
  ['Array', Array.prototype],
  ['Function', Function.prototype],
  ['Error', Error.prototype],
  ['TypeError', TypeError.prototype],
  ['String', String.prototype],
  ['Number', Number.prototype],
  ['Boolean', Boolean.prototype],
  ['Date', Date.prototype],
  ['Promise', Promise.prototype],
  ['Map', Map.prototype],
  ['Set', Set.prototype],
  ['Uint8Array', Uint8Array.prototype],
]

test.each(sharedObjects)('%s.prototype takes no name and no value', (_name, shared) => {
  const target = shared as Record<string, unknown>
  expect(Object.isFrozen(target)).toBe(true)
  expect(() => (target.polluted = 1)).toThrow(TypeError)
  expect(() => (target.toString = () => 'polluted')).toThrow(TypeError)
})

test('every name of Object.prototype can still be an object’s own', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    if (name === '__proto__') continue
    const object: Record<string, unknown> = {}
    object[name] = 'own'
    expect(Object.entries(object)).toEqual([[name, 'own']])
    object[name] = 'again'
    expect(Object.assign({}, object)).toEqual({ [name]: 'again' })
  }
})

test('errors keep their own names and words, functions and lists their own texts', () => {
  const error = new RangeError('first')
  error.name = 'Limited'
  error.message = 'second'
  expect(String(error)).toBe('Limited: second')
  const callable = () => 1
  callable.toString = () => 'callable'
  expect(String(callable)).toBe('callable')
  const list: unknown[] = []
  list.toString = () => 'list'
  expect(String(list)).toBe('list')
})

test('a class the old way keeps its constructor', () => {
  function Old() {}
  Old.prototype = {}
  Old.prototype.constructor = Old
  expect(Object.hasOwn(Old.prototype, 'constructor')).toBe(true)
})

test('a class that extends a list is mapped into its own kind', () => {
  class Own extends Array<number> {}
  expect(Own.from([1, 2]).map((x) => x + 1)).toBeInstanceOf(Own)
})
