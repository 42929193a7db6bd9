import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dump } from 'js-yaml'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { keepOperations } from './keep-operations.ts'
import { openProjectFiles } from './project-files.ts'
import { largeOpenApi } from './testing/large-openapi.ts'

const silent = pino({ level: 'silent' })
const source = (operation: string) =>
  `apiVersion: firstline/v1\nkind: Source\nid: things\noperation: ${operation}\n`
const project = (openapi: string) =>
  `apiVersion: firstline/v1\nkind: Project\nconnections: { api: { openapi: ${openapi} } }\n`

async function open(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-large-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const opened = await openProjectFiles(folder, silent)
  afterAll(() => {
    opened.stop()
    rmSync(folder, { recursive: true })
  })
  const described = () => opened.files('OpenAPI')[0]
  return { folder, write, files: opened, described }
}

/** As large as GitHub's. */
const large = largeOpenApi({ operations: 550, schemas: 1_100, propertiesOf: 40 })
const texts = {
  'api.json': JSON.stringify(large, null, 2),
  'api.yaml': dump(large, { noRefs: true, lineWidth: -1 }),
}

describe.each(Object.entries(texts))('a description of vendor size: %s', (name, text) => {
  test('is read in a process of its own, and only what is named is kept', async () => {
    const { files, described } = await open({
      'firstline.yaml': project(name),
      'sources/things.yaml': source('getThing7'),
      [name]: text,
    })
    expect(files.problems()).toEqual([])
    const kept = described()!
    const size = JSON.stringify(kept.definition).length
    expect(text.length).toBeGreaterThan(10_000_000)
    expect(size).toBeLessThan(2_000)
    expect(kept.definition.paths).toEqual({
      '/area-7/things-7/{id}': {
        parameters: [expect.objectContaining({ name: 'id' })],
        get: expect.objectContaining({
          operationId: 'getThing7',
          responses: { '200': {}, '404': {} },
        }),
      },
    })
    expect(kept.definition.components).toMatchObject({
      securitySchemes: { key: { scheme: 'bearer' } },
      parameters: { page: { name: 'page' } },
    })
    expect(kept.operationIds).toHaveLength(1_100)
    expect(kept.text).toBe('')
  })
})

describe('what is kept', () => {
  const name = 'api.json'
  const files = (operation: string) => ({
    'firstline.yaml': project(name),
    'sources/things.yaml': source(operation),
    [name]: texts[name],
  })

  test('stays the same until the file is another, or something else is named of it', async () => {
    const { folder, write, files: opened, described } = await open(files('getThing7'))
    const first = described()
    write('sources/things.yaml', `${source('getThing7')}title: Things\n`)
    await opened.reload()
    expect(opened.files('Source')[0]!.definition.title).toBe('Things')
    expect(described()).toBe(first)

    write('sources/things.yaml', source('changeThing12'))
    await opened.reload()
    expect(Object.keys(described()!.definition.paths as object)).toEqual([
      '/area-12/things-12/{id}',
    ])

    const second = described()
    utimesSync(join(folder, name), new Date(), new Date(0))
    write('sources/things.yaml', `${source('changeThing12')}title: Things\n`)
    await opened.reload()
    expect(described()).not.toBe(second)
    expect(described()!.definition).toEqual(second!.definition)
  })

  test('has all that the operation sends, however that refers to itself', async () => {
    const { described } = await open(files('changeThing12'))
    const { schemas } = described()!.definition.components as { schemas: object }
    // its ten, which refer to each other
    expect(Object.keys(schemas).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, n) => `Thing${n + 10}`),
    )
  })
})

test('JSON that no file names is nobody’s, and small JSON that one names is read as well', async () => {
  const small = JSON.stringify(largeOpenApi({ operations: 1, schemas: 1, propertiesOf: 1 }))
  const { files, described } = await open({
    'firstline.yaml': project('apis/small.json'),
    'sources/things.yaml': source('getThing0'),
    'apis/small.json': small,
    'package.json': '{"private": true}',
    'broken.json': '{',
  })
  expect(files.problems()).toEqual([])
  expect(described()).toMatchObject({ path: 'apis/small.json', id: 'apis/small.json' })
  expect(files.files('OpenAPI')).toHaveLength(1)
})

const filler = `# ${'x'.repeat(600 * 1024)}\n`
test.each([
  ['is not YAML', 'api.yaml', `${filler}openapi: 3.1.0\npaths: [\n`, 4, /deficient indentation/],
  ['says a key twice', 'api.yaml', `openapi: 3.1.0\nopenapi: 3.1.0\n${filler}`, 2, /duplicated/],
  ['is not JSON', 'api.json', '{"openapi": "3.1.0",', 1, /JSON/],
  ['is of Swagger', 'api.yaml', `swagger: "2.0"\n${filler}`, 1, /Swagger 2.0: OpenAPI 3.0 or 3.1/],
  ['describes no API', 'api.json', '{"name": "x"}', 1, /no OpenAPI description/],
  ['is too large', 'api.json', ' '.repeat(20 * 1024 * 1024 + 1), 1, /larger than 20 MB/],
  [
    'has aliases that multiply',
    'api.yaml',
    `openapi: 3.1.0\npaths: { /a: { get: { operationId: getThing7, x: &a [1,1,1,1,1,1,1,1,1,1], y: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a], z: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b], q: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c], r: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d], s: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e] } } }\n${filler}`,
    1,
    /more than 500,000 entries/,
  ],
  [
    'is within itself',
    'api.yaml',
    `openapi: 3.1.0\npaths: { /a: { get: { operationId: getThing7, x: &a [*a] } } }\n${filler}`,
    1,
    /deeper than 200 levels/,
  ],
  [
    'has a name that all objects share',
    'api.json',
    '{"openapi": "3.1.0", "paths": {"/a": {"get": {"operationId": "getThing7", "x": {"__proto__": {"a": 1}}}}}}',
    1,
    /“__proto__” cannot be a name/,
  ],
])(
  'one that %s is refused, and its last good version stays',
  async (_, name, text, line, reason) => {
    const { files } = await open({
      'firstline.yaml': project(name),
      'sources/things.yaml': source('getThing7'),
      [name]: text,
    })
    expect(files.problems()).toEqual([
      {
        file: name,
        line,
        reason: expect.stringMatching(reason),
        said: expect.objectContaining({ words: expect.any(String) }),
        suggestion: null,
      },
    ])
  },
)

test('a file of another kind is not made large by being named', async () => {
  const { files } = await open({
    'firstline.yaml': project('api.yaml'),
    'big.yaml': `${source('x')}${filler}`,
  })
  expect(files.problems()).toMatchObject([
    { file: 'big.yaml', reason: expect.stringMatching(/larger than 512 kB; only the description/) },
  ])
})

test('an item of the paths that stands elsewhere is read there, and a circle of them is none', () => {
  const shared = {
    parameters: [{ $ref: '#/components/parameters/id' }],
    get: { operationId: 'getThing', responses: { 200: {} } },
  }
  const { operationIds, definition } = keepOperations(
    {
      openapi: '3.1.0',
      paths: {
        '/things/{id}': { $ref: '#/components/pathItems/thing' },
        '/round': { $ref: '#/components/pathItems/round' },
        '/50%': { $ref: '#/components/pathItems/50%' },
      },
      components: {
        parameters: { id: { name: 'id', in: 'path' } },
        pathItems: { thing: shared, round: { $ref: '#/components/pathItems/round' } },
      },
    },
    () => true,
  )
  expect(operationIds).toEqual(['getThing'])
  expect(definition).toMatchObject({
    paths: { '/things/{id}': shared },
    components: { parameters: { id: { name: 'id', in: 'path' } } },
  })
})

test('a name of the document’s own is never written into', () => {
  const document = largeOpenApi({ operations: 3, schemas: 20, propertiesOf: 12 })
  const before = structuredClone(document)
  keepOperations(document, () => true)
  expect(document).toEqual(before)
})
