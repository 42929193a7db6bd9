import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { findAccount, findByEmail, findIdentifiers, searchDirectory } from './directory.ts'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  projectFile,
} from './testing/factory.ts'

type Person = { email: string | string[]; name: string; company: unknown; vat?: string }
const person = (email: Person['email'], id: unknown, name = 'Someone'): Person => ({
  email,
  name,
  company: { id, name: `Company ${id}`, domain: `c${id}.example` },
})

/** A CRM whose search answers more than it was asked for, as searches do. */
let people: Person[] = []
let status = 200
const asked: string[] = []
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://crm')
  asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`)
  const id = /^\/companies\/(.+)$/.exec(pathname)?.[1]
  const [own] = people.filter(({ company }) => String((company as { id: unknown }).id) === id)
  if (id !== undefined && !own) return response.writeHead(404).end('{}')
  const all =
    id === undefined ? { data: { items: people } } : { ...own, ...(own!.company as object) }
  const text = JSON.stringify(all).replaceAll('"9007199254740993"', '9007199254740993')
  response.writeHead(searchParams.has('break') ? 500 : status).end(text)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo

const desk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table company (id text, name text, domain text, email text);
  insert into company values ('acc_1', 'Northwind', 'northwind.example', 'dana@northwind.example'),
    ('acc_2', 'Twin One', 'twin.example', 'sam@twin.example'), ('acc_3', 'Twin Two', 'twin.example', 'sam@twin.example')`)
const columns = 'id as account_id, name as account_name, domain'
const found =
  'rows: data.items, columns: { account_id: company.id, account_name: company.name, domain: company.domain, contact_name: name, contact_email: email }'
const replica = (connection = 'replica') => `  - connection: ${connection}
    by_email: select ${columns} from company where lower(email) = lower(:email)
    by_domain: select ${columns} from company where domain = :domain
    by_id: select ${columns} from company where id = :account_id
    search: select ${columns} from company where name ilike '%' || :q || '%' order by name
`
const crm = `  - connection: crm
    by_email: { operation: findPeople, bind: { email: asked.email, limit: 20 }, ${found} }
    by_domain: { operation: findPeople, bind: { domain: asked.domain }, ${found} }
    search: { operation: findPeople, bind: { q: asked.q }, ${found} }
    by_id: { operation: getCompany, bind: { id: asked.account_id }, columns: { account_id: id, account_name: name, domain: domain } }
    identifiers: { vat: vat }
`
const connections = `  crm: { kind: http, base_url: "http://127.0.0.1:${port}", openapi: crm.yaml, credential: env:CRM }
  dead: { kind: postgres, url: env:DEAD }
  shop: { kind: postgres, url: env:REPLICA_URL, identifier: vat }
`
const api = `
openapi: 3.1.0
info: { title: CRM, version: '1' }
paths:
  /people:
    get:
      operationId: findPeople
      parameters:
        - { name: email, in: query, schema: { type: string } }
        - { name: domain, in: query, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
    post: { operationId: addPerson }
  /companies/{id}:
    get: { operationId: getCompany, parameters: [{ name: id, in: path, required: true, schema: { type: string } }] }
`
const folderOf = (directory: string) =>
  createFolder({
    'firstline.yaml': `${projectFile}${connections}directory:\n${directory}`,
    'crm.yaml': api,
  })
const env = {
  REPLICA_URL: customer.url,
  CRM: 'token',
  DEAD: 'postgresql://nobody@127.0.0.1:1/none',
}
const sourcesOf = (directory: string) => createTestSources(desk, folderOf(directory), env)
const one = await sourcesOf(crm)
const both = await sourcesOf(replica() + crm)

beforeEach(() => {
  asked.length = 0
  status = 200
  people = [person('eve@other.example', 7, 'Eve'), person('kim@c8.example', 8, 'Kim')]
})

describe('an API is a directory', () => {
  test('which is asked for the address, signed as its document says', async () => {
    expect(one.project.problems()).toEqual([])
    expect(await findByEmail(one, 'Kim@C8.example')).toEqual({
      account: { externalId: '8', name: 'Company 8', domain: 'c8.example' },
      contactName: 'Kim',
      by: 'email',
    })
    expect(asked).toEqual(['GET /people?email=Kim%40C8.example&limit=20 Bearer token'])
  })

  test('and whoever else it answers is nobody', async () => {
    expect(await findByEmail(one, 'stranger@gmail.com')).toBeNull()
    expect(await findByEmail(one, 'new@c8.example')).toMatchObject({
      account: { externalId: '8' },
      by: 'domain',
    })
    expect(await findByEmail(one, 'new@c8.example.attacker.example')).toBeNull()
    await expect(findAccount(one, '9')).rejects.toMatchObject({ reason: 'account.not-found' })
  })

  test('one of several addresses of a person is theirs; one address of two accounts is nobody’s', async () => {
    people = [person(['a@x.example', 'B@x.example'], 7)]
    expect(await findByEmail(one, 'b@x.example')).toMatchObject({ account: { externalId: '7' } })
    people = [person('sam@x.example', 7), person('sam@x.example', 8)]
    expect(await findByEmail(one, 'sam@x.example')).toBeNull()
  })

  test('numbers keep their digits, and what is no id is none', async () => {
    people = [person('big@x.example', '9007199254740993')]
    expect(await findByEmail(one, 'big@x.example')).toMatchObject({
      account: { externalId: '9007199254740993' },
    })
    people = [person('odd@x.example', { nested: 1 })]
    await expect(findByEmail(one, 'odd@x.example')).rejects.toMatchObject({
      reason: 'account.directory-unavailable',
    })
  })

  test('what somebody types is sent as it is', async () => {
    const accounts = await searchDirectory(one, '100%_')
    expect(accounts.map(({ externalId }) => externalId)).toEqual(['7', '8'])
    expect(asked[0]).toContain('q=100%25_')
  })

  test('its ids of other systems are paths as well', async () => {
    people = [{ ...person('kim@c8.example', 8), vat: 'DE8' }]
    expect(await findIdentifiers(one, '8')).toEqual(new Map([['vat', 'DE8']]))
  })

  test.each([500, 401, 404])(
    'that answers %i is not asked as if nobody were there',
    async (code) => {
      status = code
      await expect(findByEmail(one, 'kim@c8.example')).rejects.toMatchObject({
        reason: 'account.directory-unavailable',
      })
    },
  )
})

describe('several directories', () => {
  test('are asked in their order, and the first that answers decides', async () => {
    people = [person('dana@northwind.example', 7), person('kim@c8.example', 8)]
    expect(await findByEmail(both, 'dana@northwind.example')).toMatchObject({
      account: { externalId: 'acc_1' },
    })
    expect(asked).toEqual([])
    expect(await findByEmail(both, 'kim@c8.example')).toMatchObject({
      account: { externalId: '8' },
    })
  })

  test('a person whom the second knows comes before the company that the first knows', async () => {
    people = [person('new@northwind.example', 7)]
    expect(await findByEmail(both, 'new@northwind.example')).toMatchObject({
      account: { externalId: '7' },
      by: 'email',
    })
  })

  test('an answer of two accounts is not mended by the next', async () => {
    people = [person('sam@twin.example', 7)]
    expect(await findByEmail(both, 'sam@twin.example')).toBeNull()
    expect(asked).toEqual([])
  })

  test('where one does not answer, none that follows decides', async () => {
    people = [person('dana@northwind.example', 7)]
    const sources = await sourcesOf(replica('dead') + crm)
    for (const ask of [
      () => findByEmail(sources, 'dana@northwind.example'),
      () => findAccount(sources, '7'),
      () => searchDirectory(sources, 'Company'),
    ]) {
      await expect(ask()).rejects.toMatchObject({ reason: 'account.directory-unavailable' })
    }
    expect(asked.filter((call) => !call.includes('q='))).toEqual([])
  })

  test('a search finds what all of them know', async () => {
    const accounts = await searchDirectory(both, 'Northwind')
    expect(accounts.map(({ externalId }) => externalId)).toEqual(['acc_1', '7', '8'])
  })
})

test('an operation that goes later finds nobody, and lets nobody else decide', async () => {
  const folder = folderOf(crm + replica())
  const sources = await createTestSources(desk, folder, env)
  folder.write('crm.yaml', api.replace('findPeople', 'searchPeople'))
  await sources.project.reload()
  await expect(findByEmail(sources, 'dana@northwind.example')).rejects.toMatchObject({
    reason: 'account.directory-unavailable',
  })
})

const byEmail = (lookup: string) => `  connection: crm\n  by_email: ${lookup}\n`
test.each([
  [
    'SQL for an API',
    byEmail('select 1'),
    'directory.by_email: an API is asked by an operation, not by SQL',
  ],
  [
    'an operation for a database',
    `  connection: replica\n  by_email: { operation: findPeople, ${found} }\n`,
    'directory.by_email: “replica” is a database, which is asked by SQL',
  ],
  [
    'an operation that is not there',
    byEmail(`{ operation: findPeopel, bind: { email: asked.email }, ${found} }`),
    'directory.by_email: crm.yaml has no operation “findPeopel”',
  ],
  [
    'a POST that nobody has reviewed',
    byEmail(`{ operation: addPerson, ${found} }`),
    expect.stringContaining('directory.by_email: “addPerson” is POST: a source only reads.'),
  ],
  [
    'what is not asked with the address',
    byEmail(`{ operation: findPeople, bind: { limit: 1 }, ${found} }`),
    'directory.by_email: bind: never asks with asked.email',
  ],
  [
    'a parameter that the operation does not know',
    byEmail(`{ operation: findPeople, bind: { email: asked.email, mail: asked.email }, ${found} }`),
    'directory.by_email: bind.mail: findPeople knows no parameter “mail”',
  ],
  [
    'a name that is not asked with',
    byEmail(`{ operation: findPeople, bind: { email: asked.domain }, ${found} }`),
    'directory.by_email: bind.email: “asked.domain” names nothing',
  ],
  [
    'records that do not say that they are the one',
    byEmail(`{ operation: findPeople, bind: { email: asked.email }, columns: { account_id: id } }`),
    'directory.by_email.columns: “contact_email” is missing: what answers a search may answer others too, and each must say that it is the one asked for',
  ],
  [
    'the second of several',
    replica() + replica('replca'),
    'directory.1: “replca” is not a connection to a database or of kind http',
  ],
])('check refuses %s', async (_, directory, reason) => {
  const sources = await sourcesOf(directory)
  const said = sources.project.problems().map((problem) => problem.reason)
  expect(said).toContainEqual(reason)
})
