import { readFile, readdir } from 'node:fs/promises'
import { schemaFiles } from '@firstline/contract/schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { publishedSchemas } from './published-schemas.ts'

const acme = new URL('../../../examples/acme/firstline/', import.meta.url)
type Name = (typeof schemaFiles)[number]

/** As somebody else would use it: the JSON, and a validator that knows nothing of ours. */
function validatorOf(name: Name) {
  const schema = JSON.parse(JSON.stringify(publishedSchemas[name])) as object
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

async function filesOf(folder: string): Promise<[path: string, definition: unknown][]> {
  const names = (await readdir(new URL(folder, acme))).filter((name) => /\.(yaml|md)$/.test(name))
  const read = names.map(async (name) => {
    const text = await readFile(new URL(`${folder}/${name}`, acme), 'utf8')
    const head = name.endsWith('.md') ? text.split(/^---$/m)[1]! : text
    return [`${folder}/${name}`, parse(head)] as [string, unknown]
  })
  return Promise.all(read)
}

test('a line of a history is what its schema says', () => {
  const validate = validatorOf('history.json')
  const line = { ticket: '1', at: '2026-01-05T09:00:00Z', name: 'ticket.received', data: {} }
  expect(validate({ ...line, actor: { kind: 'customer' } })).toBe(true)
  expect(validate({ ...line, at: 'yesterday' })).toBe(false)
})

test.each([
  ['source.json', 'sources'],
  ['action.json', 'actions'],
  ['runbook.json', 'runbooks'],
  ['rule.json', 'rules'],
] as const)('%s accepts every file of the example, by any validator', async (name, folder) => {
  const validate = validatorOf(name)
  const files = await filesOf(folder)
  expect(files.length).toBeGreaterThan(2)
  for (const [path, definition] of files) {
    validate(definition)
    expect(validate.errors ?? [], path).toEqual([])
  }
})

test('firstline.json accepts the project of the example, and refuses a misspelt property', async () => {
  const project = parse(await readFile(new URL('firstline.yaml', acme), 'utf8')) as object
  const validate = validatorOf('firstline.json')
  expect(validate(project)).toBe(true)
  expect(validate({ ...project, conections: {} })).toBe(false)
})

const written = schemaFiles.filter((name) => name !== 'history.json')

test.each(written)('%s says of every property what it is', (name) => {
  expect(undescribed(publishedSchemas[name], '')).toEqual([])
})

/** Properties a person may write that nothing says anything about: `words` of their form are missing. */
function undescribed(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, ...others } = schema as {
    properties?: Record<string, Described | false>
  }
  const inside = Object.values(others).flatMap((part) => undescribed(part, at))
  const named = Object.entries(properties).flatMap(([name, inner]) => {
    if (inner === false) return [] // nobody may write it there
    const path = `${at}/${name}`
    const { description = 'must ' } = inner
    return [...(description.startsWith('must ') ? [path] : []), ...undescribed(inner, path)]
  })
  return [...new Set([...named, ...inside])]
}
type Described = { description?: string }
