import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import { expect, test } from 'vitest'
import { checkStates } from '#server/conditions/cel-states.ts'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import { headerOf } from './header-of.ts'
import { parseProjectFile } from '#server/project/project-document.ts'
import { noValues, setPath } from './set-path.ts'

const shared = ['__proto__', 'prototype', 'constructor']

test.each(
  shared.flatMap((name) => [
    `acc.${name}.authorization != 'Bearer fl_x'`,
    `acc.a.b.${name} == 1`,
    `acc.${name}.${name}.polluted == true`,
    `has(acc.${name})`,
    `has(acc.a.${name}.b)`,
    `acc["${name}"] == 1`,
    `acc.a['${name}'].b == 1`,
    `acc.list.exists(${name}, true)`,
    `acc.list.all(row, row.${name} == 1)`,
    `{"${name}": 1}.size() == 1`,
    `size(acc.${name}) > 0`,
    `(acc).${name} == 1`,
    `${name} == 1`,
    `true || acc.x.${name}`,
    `acc.x == 1 ? acc.${name} : false`,
    `[acc.${name}].size() == 1`,
    `acc.a[acc.${name}] == 1`,
  ]),
)('a condition that says %s is refused, with the name', (text) => {
  expect(() => compileCel(text, ['acc', ...shared])).toThrow(CelError)
  expect(() => compileCel(text, ['acc', ...shared])).toThrow(/cannot be a name|is not/)
})

test.each([
  `acc["__pro" + "to__"] == acc.x`,
  `acc["constr" + "uctor"] == acc.x`,
  `acc["toString"] == acc.x`,
  `acc.hasOwnProperty == acc.x`,
  `acc.valueOf == acc.x`,
])('%s finds nothing: what is given inherits nothing', (text) => {
  const result = compileCel(text, ['acc']).evaluate({ acc: { x: 1 } })
  expect(result).toHaveProperty('error')
})

test('a variable is given or not: what every object has is no variable', () => {
  expect(compileCel('toString == 1', ['toString']).evaluate({})).toHaveProperty('error')
  const own = JSON.parse('{"toString": 1}') as Record<string, unknown>
  expect(compileCel('toString == 1', ['toString']).evaluate(own)).toEqual({ value: true })
})

test('a value called like a shared name is a value like any other', () => {
  const program = compileCel(`acc.kind == 'constructor' || 'prototype' in acc.tags`, ['acc'])
  expect(program.evaluate({ acc: { kind: 'constructor' } })).toEqual({ value: true })
  expect(program.evaluate({ acc: { kind: '', tags: ['prototype'] } })).toEqual({ value: true })
})

test('a field of a row may have any name: it is data', () => {
  const acc = JSON.parse('{"constructor": 1, "__proto__": {"x": 2}, "x": 3}') as unknown
  expect(compileCel('acc.x == 3', ['acc']).evaluate({ acc })).toEqual({ value: true })
})

test('states are laid out in objects that inherit nothing', () => {
  const programs = new Map([
    ['a', compileCel(`acc.toString == 'x' && acc.valueOf.call == 'y'`, ['acc'])],
    ['b', compileCel(`acc.hasOwnProperty.a.b == 'z'`, ['acc'])],
  ])
  const { overlaps } = checkStates({ programs })
  expect(overlaps[0]?.state.values).toEqual({
    acc: { toString: 'x', valueOf: { call: 'y' }, hasOwnProperty: { a: { b: 'z' } } },
  })
  expect(Object.keys(Object.prototype.valueOf)).toEqual([])
})

test('a path is set without going through what is inherited', () => {
  const target = noValues()
  for (const name of shared) {
    setPath(target, [name, 'polluted'], 'yes')
    setPath(target, ['a', name, name, 'polluted'], 'yes')
  }
  expect(Object.getPrototypeOf(target)).toBeNull()
  expect(ownProperty({}, 'polluted')).toBeUndefined()
  expect('polluted' in {}).toBe(false)
  expect(new Set(Object.keys(target))).toEqual(new Set([...shared, 'a']))
})

test('what an object inherits is nobody’s answer, and what is set is its own', () => {
  const object: Record<string, unknown> = {}
  expect([...shared, 'toString'].map((name) => ownProperty(object, name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  setOwnProperty(object, '__proto__', { polluted: 'yes' })
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
  expect(Object.keys(object)).toEqual(['__proto__'])
})

test('a header that nobody sent is none, whatever objects inherit', () => {
  const inherited = Object.create({ authorization: 'Bearer fl_x' }) as Record<string, string>
  expect(headerOf(inherited, 'authorization')).toBeUndefined()
  expect(headerOf({ authorization: 'Bearer fl_y' }, 'authorization')).toBe('Bearer fl_y')
})

const head = 'apiVersion: firstline/v1\nkind: Source\nid: exports.recent\n'

test.each(
  shared.flatMap((name) => [
    `${head}${name}: 1\n`,
    `${head}mask:\n  ${name}: hidden\n`,
    `${head}values: { a: { "${name}": [1] } }\n`,
    `${head}params:\n  - { ? ${name} : 1 }\n`,
    `${head}'${name}': &x { a: 1 }\n`,
    `---\n${head}causes:\n  ${name}:\n    when: 'true'\n---\n`,
  ]),
)('a project file that declares such a name is refused: %j', (text) => {
  const path = text.startsWith('---') ? 'runbooks/a.md' : 'sources/a.yaml'
  const parsed = parseProjectFile(path, text, ['Source', 'Runbook'])
  expect(parsed).toMatchObject({
    problems: [{ reason: expect.stringContaining('cannot be a name in a file of the project') }],
  })
})

test.each(['constructor', 'prototype', 'a.constructor'])('the id %s is refused', (id) => {
  const text = `apiVersion: firstline/v1\nkind: Source\nid: ${id}\n`
  const parsed = parseProjectFile('sources/a.yaml', text, ['Source'])
  expect(parsed).toMatchObject({
    problems: [{ line: 3, reason: `“${id}” cannot be a name in a file of the project` }],
  })
})
