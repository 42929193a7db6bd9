import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { findAccount, findByEmail, searchDirectory } from './directory.ts'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  projectFile,
} from './testing/factory.ts'
import { isFreeMail } from './free-mail.ts'
import { upsertAccount } from './upsert-account.ts'
import { upsertContact } from './upsert-contact.ts'

const desk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table company (id text, name text, domain text);
  create table person (company text, name text, email text);
  insert into company values ('acc_1', 'Northwind', 'Northwind.example'), ('acc_2', 'Twin One', 'twin.example'),
    ('acc_3', 'Twin Two', 'twin.example'), ('acc_4', '100% Juice', null), ('acc_5', 'Mailers', 'gmail.com');
  insert into person values ('acc_1', 'Dana', 'dana@northwind.example'), ('acc_2', 'Sam', 'sam@shared.example'),
    ('acc_3', 'Sam', 'sam@shared.example'), ('acc_1', 'Ned', 'ned@gmail.com')
`)
const columns = 'c.id as account_id, c.name as account_name, c.domain'
const directory = `
directory:
  connection: replica
  by_email: select ${columns}, p.name as contact_name from person p join company c on c.id = p.company where lower(p.email) = lower(:email)
  by_domain: select ${columns} from company c where lower(c.domain) = :domain
  search: select ${columns} from company c where c.name ilike '%' || :q || '%' order by c.name
  by_id: select ${columns} from company c where c.id = :account_id
`
const sources = await createTestSources(
  desk,
  createFolder({ 'firstline.yaml': projectFile + directory }),
  { REPLICA_URL: customer.url },
)
const dead = await createTestSources(
  desk,
  createFolder({ 'firstline.yaml': projectFile + directory }),
  { REPLICA_URL: 'postgresql://nobody:canary@127.0.0.1:1/none' },
)

test('a person is found first, whatever the case of the address', async () => {
  expect(await findByEmail(sources, 'Dana@Northwind.Example')).toEqual({
    account: { externalId: 'acc_1', name: 'Northwind', domain: 'northwind.example' },
    contactName: 'Dana',
    by: 'email',
  })
})

test('a stranger is found by the domain of their company', async () => {
  const match = await findByEmail(sources, 'new.person@NORTHWIND.example')
  expect(match).toMatchObject({ account: { externalId: 'acc_1' }, contactName: null, by: 'domain' })
})

test('a person of two accounts, and a domain of two accounts, is for a person to decide', async () => {
  expect(await findByEmail(sources, 'sam@shared.example')).toBeNull()
  expect(await findByEmail(sources, 'someone@twin.example')).toBeNull()
})

test('a free mailbox says nothing about a company, but a known person is still found', async () => {
  expect(await findByEmail(sources, 'stranger@gmail.com')).toBeNull()
  expect(await findByEmail(sources, 'ned@gmail.com')).toMatchObject({ contactName: 'Ned' })
})

test.each(['gmail.com', 'YAHOO.co.uk', 'hotmail.fr', 'outlook.com.br', 'web.de', 'proton.me'])(
  '%s is a free mailbox',
  (domain) => expect(isFreeMail(domain)).toBe(true),
)
test.each(['northwind.example', 'live.example', 'yahoo-inc.com', 'mygmail.com'])(
  '%s is not',
  (domain) => expect(isFreeMail(domain)).toBe(false),
)

test('nobody knows nobody', async () => {
  expect(await findByEmail(sources, 'x@unknown.example')).toBeNull()
  expect(await findByEmail(sources, 'no address')).toBeNull()
})

test('what somebody types is searched, never a pattern', async () => {
  expect((await searchDirectory(sources, 'twin')).map(({ name }) => name)).toEqual([
    'Twin One',
    'Twin Two',
  ])
  expect((await searchDirectory(sources, '%')).map(({ name }) => name)).toEqual(['100% Juice'])
  expect(await searchDirectory(sources, '_______')).toEqual([])
  expect(await searchDirectory(sources, "'; drop table company; --")).toEqual([])
})

test('an account is found by the id the customer system gave it', async () => {
  expect(await findAccount(sources, 'acc_1')).toMatchObject({ name: 'Northwind' })
  await expect(findAccount(sources, 'acc_9')).rejects.toMatchObject({ reason: 'account.not-found' })
})

test('a directory that does not answer is said, without its address', async () => {
  for (const ask of [
    () => findByEmail(dead, 'a@b.example'),
    () => searchDirectory(dead, 'a'),
    () => findAccount(dead, 'a'),
  ]) {
    await expect(ask()).rejects.toMatchObject({
      kind: 'unavailable',
      reason: 'account.directory-unavailable',
      message: expect.not.stringContaining('canary'),
    })
  }
})

test('without a directory nobody is found by address, and a search says why', async () => {
  const none = await createTestSources(desk, createFolder({ 'firstline.yaml': projectFile }), {})
  expect(await findByEmail(none, 'dana@northwind.example')).toBeNull()
  await expect(searchDirectory(none, 'a')).rejects.toMatchObject({
    reason: 'account.directory-unavailable',
  })
})

test('an account is one row, whose name follows the directory', async () => {
  const given = { externalId: 'acc_1', name: 'Northwind', domain: 'northwind.example' }
  const now = desk.clock.now()
  const first = await desk.db.transaction().execute((tx) => upsertAccount(tx, given, now))
  const renamed = { ...given, name: 'Northwind Ltd' }
  const second = await desk.db.transaction().execute((tx) => upsertAccount(tx, renamed, now))
  expect(second).toEqual(first)
  const row = await desk.db
    .selectFrom('account')
    .select('name')
    .where('id', '=', first.id)
    .executeTakeFirst()
  expect(row?.name).toBe('Northwind Ltd')
})

test('a contact is one row for an address; what is not known now stays as it was', async () => {
  const now = desk.clock.now()
  const { id: accountId } = await desk.db
    .transaction()
    .execute((tx) => upsertAccount(tx, { externalId: 'acc_c', name: 'C', domain: null }, now))
  const known = { email: 'Kim@c.example', name: 'Kim', accountId }
  const first = await desk.db.transaction().execute((tx) => upsertContact(tx, known, now))
  const again = { email: 'kim@C.example', name: null, accountId: null }
  const second = await desk.db.transaction().execute((tx) => upsertContact(tx, again, now))
  expect(second).toEqual(first)
  const row = await desk.db
    .selectFrom('contact')
    .select('name')
    .where('id', '=', first.id)
    .executeTakeFirst()
  expect(row?.name).toBe('Kim')
})
