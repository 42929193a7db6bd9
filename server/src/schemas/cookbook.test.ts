import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { present } from '@firstline/contract/present'
import { afterAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { checkFolder } from '#server/check-folder.ts'
import { trySource } from '#server/try-folder.ts'
import { vendors } from './testing/vendors.ts'

const page = await readFile(new URL('../../../docs/cookbook.md', import.meta.url), 'utf8')
const home = await mkdtemp(join(tmpdir(), 'firstline-cookbook-'))

type Asked = { call: string; headers: IncomingHttpHeaders; body: string }
let asked: Asked[] = []
let answer: unknown = null
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    const { method = '', url = '', headers } = request
    if (url === '/token') {
      response.end('{"access_token":"got","token_type":"Bearer","expires_in":60}')
      return
    }
    asked.push({ call: `${method} ${url}`, headers, body: Buffer.concat(parts).toString() })
    // what is paged ends: the second page has no rows
    response.end(JSON.stringify(asked.length > 1 ? withoutRows(answer) : answer))
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const here = `http://127.0.0.1:${port}`
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(home, { recursive: true })
})

function withoutRows(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) => (Array.isArray(part) ? [] : part))
  return JSON.parse(text)
}

const part = z.object({
  connections: z.record(z.string(), z.looseObject({ openapi: z.string(), base_url: z.string() })),
})
const sections = page.split(/^## /m).slice(1)
const recipes = sections.map((section) => {
  const snippets = [...section.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => text)
  const [connections = '', source = ''] = snippets
  return { name: present(section.split('\n')[0]), connections, source, count: snippets.length }
})

/** A folder with one recipe in it; by `change` its connection is another. */
async function folderOf(
  { name, connections, source }: (typeof recipes)[number],
  change: (connection: Record<string, unknown>) => Record<string, unknown>,
) {
  const folder = await mkdtemp(join(home, 'project-'))
  const said = part.parse(parse(connections))
  const [[id, connection] = ['', null]] = Object.entries(said.connections)
  const project = {
    apiVersion: 'firstline/v1',
    kind: 'Project',
    name,
    support: { address: 'support@example.com', name },
    connections: { [id]: change(present(connection)) },
  }
  await writeFile(join(folder, 'firstline.yaml'), stringify(project))
  const { openapi } = vendors[name] ?? {}
  await writeFile(join(folder, present(connection).openapi), JSON.stringify(openapi))
  await mkdir(join(folder, 'sources'))
  await writeFile(join(folder, 'sources/recipe.yaml'), source)
  return folder
}

/** As firstline try would, with the account, of what stands for the vendor. */
async function tryRecipe(recipe: (typeof recipes)[number], account: string) {
  const folder = await folderOf(recipe, pointedHere)
  asked = []
  answer = present(vendors[recipe.name]).answer
  const where = { folder, env: environmentFor(recipe.connections) }
  const source = z.looseObject({ id: z.string() }).parse(parse(recipe.source))
  const what = { id: source.id, params: () => ({}) }
  return trySource(where, { id: account, problemBegan: null }, what)
}

/** What stands for the vendor has no certificate. */
function pointedHere(connection: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(connection).filter(([key]) => key !== 'tls')
  return { ...Object.fromEntries(kept), base_url: here }
}

/** Every variable that is named: the address of what stands for the vendor, its token endpoint, or a secret. */
function environmentFor(connections: string): Record<string, string> {
  const names = [...connections.matchAll(/env:(\w+)/g)].map(([, name = '']) => name)
  return Object.fromEntries(
    names.map((name) => [name, name.endsWith('_TOKEN_URL') ? `${here}/token` : `secret-${name}`]),
  )
}

test('at least ten vendors, each with a connection, a source, and what it documents', () => {
  expect(recipes.length).toBeGreaterThanOrEqual(10)
  expect(recipes.map(({ name }) => name)).toEqual(Object.keys(vendors))
  expect(recipes.filter(({ count }) => count !== 2)).toEqual([])
})

test.each(recipes)('the loader takes the recipe of $name', async (recipe) => {
  const folder = await folderOf(recipe, (connection) => connection)
  const { problems, files } = await checkFolder(folder, { live: false, env: {} })
  expect(problems).toEqual([])
  expect(files).toMatchObject({ Source: 1 })
})

test.each(recipes)('what $name documents is read, signed as it asks for', async (recipe) => {
  const vendor = present(vendors[recipe.name])
  const tried = await tryRecipe(recipe, vendor.account)
  expect(tried.refusal).toBeNull()
  expect(tried.result?.rows).toHaveLength(1)
  const [first] = asked
  expect(first?.call).toBe(vendor.call)
  expect(String(first?.headers[vendor.signed.header])).toMatch(vendor.signed.value)
  // columns that nothing answers would be empty for ever
  const [row = {}] = tried.result?.rows ?? []
  const shown = (tried.result?.columns ?? []).filter(({ field }) => Object.hasOwn(row, field))
  expect(shown.length).toBeGreaterThan(1)
})

test.each(recipes)('a row of another account of $name is refused', async (recipe) => {
  const tried = await tryRecipe(recipe, 'somebody-else')
  expect(tried.result).toBeNull()
  expect(tried.refusal?.reason).toBe('source.foreign-row')
})
