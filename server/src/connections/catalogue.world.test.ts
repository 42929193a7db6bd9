import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMariaDb } from '#server/testing/mariadb.ts'
import type { MariaDb } from '#server/testing/mariadb.ts'
import { describeDatabase } from './describe-systems.ts'
import type { TableFacts } from './catalogue.ts'

let server: MariaDb
beforeAll(async () => {
  server = await startMariaDb()
  await server.run(
    'use shop',
    `create table klient (
       klient_nr int primary key, firma varchar(80), mail varchar(120) character set utf8mb4 collate utf8mb4_general_ci,
       kennwort varchar(80) character set utf8mb4 collate utf8mb4_bin, is_active boolean)`,
    `create table \`Best\`\`ellung\` (
       id bigint unsigned primary key, klient_nr int not null, stand enum('neu', 'it''s lost'),
       am datetime, roh blob, foreign key (klient_nr) references klient (klient_nr))`,
    'create table paar (a int, b int, primary key (a, b))',
    "create user leser@'127.0.0.1' identified by 'l3ser'",
    "grant select on shop.klient to leser@'127.0.0.1'",
    "grant select (id, klient_nr, stand) on shop.`Best``ellung` to leser@'127.0.0.1'",
  )
})
afterAll(() => server.stop())

const asReader = () => server.url.replace(/\/\/[^@]+@/, '//leser:l3ser@')
async function tablesAt(url: string): Promise<Map<string, TableFacts>> {
  const facts = await describeDatabase(url)
  expect(facts).toMatchObject({ kind: 'mysql', isCut: false })
  return new Map((facts?.tables ?? []).map((table) => [table.name, table]))
}
const columnOf = (table: TableFacts | undefined, name: string) =>
  table?.columns.find((column) => column.name === name)

test('MariaDB says keys, references, enumerations, kinds, and how names are quoted', async () => {
  const tables = await tablesAt(server.url)
  const orders = tables.get('Best`ellung')
  expect(orders?.sql).toBe('`Best``ellung`')
  expect(columnOf(orders, 'id')).toMatchObject({ kind: 'number', isPrimary: true, isIndexed: true })
  expect(columnOf(orders, 'klient_nr')).toMatchObject({
    isPrimary: false,
    isIndexed: true,
    references: { schema: 'shop', table: 'klient', column: 'klient_nr' },
  })
  expect(columnOf(orders, 'stand')).toMatchObject({ kind: 'text', values: ['neu', "it's lost"] })
  expect(columnOf(orders, 'am')?.kind).toBe('time')
  expect(columnOf(orders, 'roh')?.kind).toBe('other')
  const clients = tables.get('klient')
  expect(columnOf(clients, 'mail')?.isCaseless).toBe(true)
  expect(columnOf(clients, 'kennwort')?.isCaseless).toBe(false)
  expect(columnOf(clients, 'is_active')?.kind).toBe('boolean')
  expect(tables.get('paar')?.columns.some(({ isPrimary }) => isPrimary)).toBe(false)
})

test('MariaDB tells only what a role may read, and whether it may write', async () => {
  expect((await tablesAt(server.url)).get('klient')?.mayWrite).toBe(true)
  const tables = await tablesAt(asReader())
  expect([...tables.keys()].toSorted()).toEqual(['Best`ellung', 'klient'])
  expect(tables.get('klient')?.mayWrite).toBe(false)
  expect(tables.get('Best`ellung')?.columns.map(({ name }) => name)).toEqual([
    'id',
    'klient_nr',
    'stand',
  ])
})
