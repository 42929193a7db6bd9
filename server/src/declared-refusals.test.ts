import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mayRefuse } from '@firstline/contract/route'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { expect, test } from 'vitest'

// A caller is ready for the refusals that the row of a route declares. What is answered in a test is
// compared where it is answered (testing/record-refusals.ts); here the rows are compared with the code:
// what the file of an endpoint refuses is declared, and what is declared is refused somewhere below it.

type Declaration = { file: string; text: string; uses: Set<string> }

/** Refused on the way and not answered, or told in another way. */
const notAnswered = new Map([
  ['recordDeploy: deploy.known', 'a deploy told twice is answered with the first one'],
  ['previewAction: action.target-disagrees', 'a preview tells it among its guards'],
  ...['getPortal', 'getPortalTicket', 'answerPortalTicket', 'ratePortalTicket'].map(
    (name) => [`${name}: cursor.invalid`, 'a page of the portal says it in words'] as const,
  ),
])

const here = import.meta.dirname
const sources = new Map(
  globSync('**/*.ts', { cwd: here, exclude: ['**/*.test.ts', '**/testing/**'] }).map((file) => [
    file,
    withoutComments(readFileSync(join(here, file), 'utf8')),
  ]),
)
const declarations = readDeclarations()
const endpoints = readEndpoints()
/** What a domain is given when the desk is made, and who asks: not reached by its imports. */
const givenToAll = [
  ...reachedFrom(idOf('create-app.ts', 'createApp')),
  ...reachedFrom(idOf('serve.ts', 'whoAsks')),
]

test.each([...endpoints])('%s refuses what its row declares', (name, endpoint) => {
  const row = routes[name as keyof typeof routes] as Route
  const below = reachedFrom(endpoint)
  const own = declarations.get(endpoint)?.file
  const refusedHere = below
    .filter(({ file }) => file === own || file === 'core/cursor.ts')
    .flatMap(({ text }) => [...text.matchAll(refusal)].map(([, reason = '']) => reason))
    .filter((reason) => !notAnswered.has(`${name}: ${reason}`))
  expect(refusedHere.filter((reason) => !mayRefuse(row, reason))).toEqual([])

  const text = [...below, ...givenToAll].map((declaration) => declaration.text).join('\n')
  const isRefused = (reason: string) =>
    text.includes(`'${reason}'`) || text.includes(`\`${reason.split('.')[0]}.\${`)
  expect(row.errors?.filter((reason) => !isRefused(reason)) ?? []).toEqual([])
})

test('nearly every route is looked at, and no exception is left that nothing needs', () => {
  expect(Object.keys(routes).length - endpoints.size).toBeLessThan(8)
  for (const [exception] of notAnswered) {
    const [name = '', reason = ''] = exception.split(': ')
    const own = reachedFrom(endpoints.get(name) ?? '').map(({ text }) => text)
    expect(own.join('\n')).toContain(`'${reason}'`)
  }
})

const refusal =
  /new (?:Refusal|Invalid|Forbidden|NotFound|Conflict|Limited|Unavailable)\(\s*'([a-z-]+\.[a-z-]+)'/g

function reachedFrom(start: string): Declaration[] {
  const found = new Map<string, Declaration>()
  const next = [start]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const declaration = declarations.get(id)
    if (!declaration || found.has(id)) continue
    found.set(id, declaration)
    next.push(...declaration.uses)
  }
  return [...found.values()]
}

/** Of the functions, classes and constants of every file: which others each names. */
function readDeclarations(): Map<string, Declaration> {
  const found = new Map<string, Declaration>()
  for (const [file, source] of sources) {
    for (const [name, text] of topLevel(source)) {
      found.set(idOf(file, name), { file, text, uses: new Set() })
    }
  }
  for (const [id, declaration] of found) {
    const imported = importsOf(declaration.file)
    for (const [name] of declaration.text.matchAll(
      /(?<![\w'])(?<!(?<!\.\.)\.)[A-Za-z_]\w*(?![\w']|\??:)/g,
    )) {
      const used = imported.get(name) ?? idOf(declaration.file, name)
      if (used !== id && found.has(used)) declaration.uses.add(used)
    }
  }
  return found
}

function topLevel(source: string): [string, string][] {
  const begin = /^(?=(?:export )?(?:async )?(?:function|const|let|class|type) )/m
  return source.split(begin).flatMap((text) => {
    const name = /^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/.exec(text)?.[1]
    return name ? [[name, text]] : []
  })
}

function importsOf(file: string): Map<string, string> {
  const found = new Map<string, string>()
  const imports = /^import \{([^}]+)\} from '(#server\/|\.\.?\/)([^']+)'/gm
  for (const [, names = '', start = '', path = ''] of (sources.get(file) ?? '').matchAll(imports)) {
    const from = start === '#server/' ? path : join(dirname(file), start, path)
    for (const name of names.split(',').map((part) => part.trim())) {
      const [original = '', local = original] = name.split(' as ')
      if (local) found.set(local, idOf(from, original))
    }
  }
  return found
}

/** Route → what answers it, as routes.ts says it. */
function readEndpoints(): Map<string, string> {
  const imported = importsOf('routes.ts')
  const rows = /^ {4}(\w+): (?:(?:call|page)\((\w+)\)|(?:raw\(|\{)[^=]+=>\s*(\w+)\()/gm
  return new Map(
    [...(sources.get('routes.ts') ?? '').matchAll(rows)].flatMap(
      ([, name = '', verb = '', raw = '']) => {
        const id = imported.get(verb || raw)
        return id ? [[name, id] as const] : []
      },
    ),
  )
}

function idOf(file: string, name: string): string {
  return `${file} ${name}`
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
}
