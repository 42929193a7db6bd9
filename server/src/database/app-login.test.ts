import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '#server/create-app.ts'
import { administer, createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { admitLogin, ensureAppLogin, loginName } from './app-login.ts'
import { readConfig } from '#server/core/config.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const desk = await createTestDesk()
const app = await createApp(readConfig({ LOG_LEVEL: 'silent' }), desk.url)
afterAll(() => app.close())
await desk.pool.query(
  `insert into event (at, name, actor_kind) values (now(), 'thing.happened', 'system')`,
)

const insufficientPrivilege = '42501'

/** What nobody may do who has the running desk run SQL: each as one statement of its own pool. */
const forbidden: [string, ...string[]][] = [
  ['update of the record', `update event set name = 'thing.forged'`],
  ['delete of the record', 'delete from event'],
  ['truncate of the record', 'truncate event', 'truncate event cascade'],
  ['merge into the record', `merge into event using (values (1)) v(n) on true when matched then delete`],
  ['upsert into the record', `insert into event (at, name, actor_kind) values (now(), 'a.b', 'system')
    on conflict (id) do update set name = 'thing.forged'`],
  ['an event with a place of its own choosing', `insert into event (id, at, name, actor_kind) overriding system value values (1000000, now(), 'a.b', 'system')`, `insert into event (xid, at, name, actor_kind) values ('1', now(), 'a.b', 'system')`, `insert into event (recorded_at, at, name, actor_kind) values (now(), now(), 'a.b', 'system')`, `select setval('event_id_seq', 1)`],
  ['locking of the record', 'begin; lock table event in access exclusive mode'],
  ['change of the seals', `update seal set body = ''`, 'delete from seal', 'truncate seal'],
  ['change of the migrations', 'delete from migration', `update migration set sha256 = ''`],
  ['another epoch', `insert into seal_epoch values (99, 0)`],
  ['another role by set role', 'set role postgres', 'set local role postgres', 'set role firstline_app'],
  ['another role by set_config', `select set_config('role', 'postgres', false)`, `select set_config('role', 'firstline_app', false)`],
  ['another role by session authorization', 'set session authorization postgres', `select set_config('session_authorization', 'postgres', false)`],
  ['triggers switched off for the session', 'set session_replication_role = replica', `select set_config('session_replication_role', 'replica', false)`],
  ['triggers switched off', 'alter table event disable trigger all', 'alter table event disable trigger event_is_append_only', 'drop trigger event_is_append_only on event'],
  ['row security switched off', 'alter table graphile_worker._private_jobs disable row level security'],
  ['alter of a table', 'alter table event add x int', 'alter table event rename to other', 'alter table event owner to firstline_app', 'drop table event', 'create trigger t before insert on event for each row execute function notify_event()', 'create rule r as on insert to event do instead nothing', 'create index on event (name)'],
  ['a table of its own', 'create table loot (x int)', 'create schema loot', 'create view loot as select 1', 'create table graphile_worker.loot (x int)', 'create table auth.loot (x int)'],
  ['a function', `create function loot() returns int language sql as 'select 1'`, `create function pg_temp.loot() returns int language sql as 'select 1'`, `create or replace function refuse_event_change() returns trigger language plpgsql as 'begin return new; end'`, `create function graphile_worker.loot() returns int language sql as 'select 1'`, 'drop function refuse_event_change cascade', `create function pg_temp.loot() returns cstring language c as 'libc', 'system'`],
  ['a block of code', `do $$ begin perform 1; end $$`],
  ['an extension', 'create extension dblink'],
  ['another database or server', 'create database loot', 'create foreign data wrapper loot', `create subscription loot connection 'host=x' publication p`, 'create publication loot for all tables'],
  ['roles', 'create role loot', 'grant postgres to current_user', 'grant firstline_app to postgres', 'alter role postgres password null', 'alter role current_user superuser', 'alter role current_user createrole', 'grant pg_read_server_files to current_user'],
  ['programs', `copy (select 1) to program 'cat'`, `create temp table t (x text); copy t from program 'id'`],
  ['files by copy', `copy (select 1) to '/tmp/loot'`, `create temp table t (x text); copy t from '/etc/passwd'`],
  ['files by function', `select pg_read_file('/etc/passwd')`, `select pg_read_file('PG_VERSION')`, `select pg_read_binary_file('/etc/passwd')`, `select pg_ls_dir('.')`, `select pg_stat_file('PG_VERSION')`, 'select pg_ls_logdir()', 'select pg_ls_waldir()', 'select pg_current_logfile()', `select lo_import('/etc/passwd')`, `select lo_export(1, '/tmp/loot')`],
  ['large objects', 'select lo_create(0)', 'select lo_creat(-1)', `select lo_from_bytea(0, 'x')`, 'select lo_unlink(1)', `select lo_put(1, 0, 'x')`],
  ['the server', `alter system set fsync = off`, 'select pg_reload_conf()', 'select pg_rotate_logfile()', 'checkpoint', `load 'auto_explain'`, `set log_statement = 'none'`, `set dynamic_library_path = '/tmp'`, `select pg_create_logical_replication_slot('loot', 'test_decoding')`, 'select pg_switch_wal()', `select pg_promote()`],
  ['secrets of the server', 'select * from pg_authid', 'select * from pg_shadow', 'select * from pg_user_mapping', 'select pg_hba_file_rules()', 'select subconninfo from pg_subscription'],
  ['sessions of others', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'`],
] // prettier-ignore

for (const [what, ...statements] of forbidden) {
  test(`the login of the running desk is refused: ${what}`, async () => {
    for (const statement of statements) {
      expect([statement, await outcomeOf(statement)]).toEqual([statement, 'refused'])
    }
  })
}

/** A connection is used once: what a statement changed in its session must not lend to the next. */
async function outcomeOf(statement: string): Promise<string> {
  const client = await app.pool.connect()
  try {
    await client.query(statement)
    return 'done'
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return code === insufficientPrivilege ? 'refused' : `${code} ${message}`
  } finally {
    client.release(true)
  }
}

test('every pool and connection of a desk that serves is the fenced login, and no member of the owner', async () => {
  const { rows } = await app.pool.query<{ name: string; who: string; member: boolean }>(
    `select application_name as name, usename as who, pg_has_role(usename, 'postgres', 'member') as member
    from pg_stat_activity where datname = current_database()`,
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) {
    expect(row).toMatchObject({
      who: loginName(new URL(desk.ownerUrl).pathname.slice(1)),
      member: false,
    })
  }
})

test('functions that run with the owner’s rights look for nothing in temporary tables first', async () => {
  const { rows } = await desk.pool.query<{ name: string; settings: string[] }>(
    `select proname as name, proconfig as settings from pg_proc
    where prosecdef and pronamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { name, settings } of rows) {
    expect([name, settings?.find((text) => text.startsWith('search_path='))]).toEqual([
      name,
      'search_path=public, pg_temp',
    ])
  }
})

async function ownedDatabase(rights: string) {
  const owner = `owner_${randomUUID().slice(0, 8)}`
  await administer(`create role ${owner} login ${rights} password 'of the owner'`)
  const url = new URL(await emptyDatabase(owner))
  url.password = 'of the owner'
  return { owner, url: url.href, name: url.pathname.slice(1) }
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const whoAmI = 'select session_user, current_user'

test('with one address, the owner’s, a login is made whose password only the owner’s nodes can find', async () => {
  const { url, name } = await ownedDatabase('createrole')
  await administer(`grant firstline_app to ${new URL(url).username} with admin option`)
  const first = await openDatabase({ DATABASE_URL: url }, { isMigrated: true })
  const second = await openDatabase({ DATABASE_URL: url }, { isMigrated: true })
  expect(second.url).toBe(first.url)
  expect(first.warning).toBeUndefined()
  expect(await ask(first.url, whoAmI)).toEqual([loginName(name), loginName(name)])
  const { password } = new URL(first.url)
  expect(password).toMatch(/^[\w-]{43}$/)
  expect(
    await ask(
      desk.ownerUrl,
      `select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = '${loginName(name)}'`,
    ),
  ).toEqual([true])
  await first.leave()
  await second.leave()
})

test('nodes that start at the same moment all get the login that one of them makes', async () => {
  const { url } = await ownedDatabase('createrole')
  await administer(`grant firstline_app to ${new URL(url).username} with admin option`)
  await migrate(url)
  const logins = await Promise.all(Array.from({ length: 8 }, () => ensureAppLogin(url)))
  expect(logins).toEqual(Array.from({ length: 8 }, () => ({ url: logins[0]?.url })))
})

test('a login that was brought to shut itself out is let in again by the next start', async () => {
  const { url } = await ownedDatabase('createrole')
  await administer(`grant firstline_app to ${new URL(url).username} with admin option`)
  const first = await openDatabase({ DATABASE_URL: url }, { isMigrated: true })
  await first.leave()
  for (const shut of [
    `alter role current_user password 'of a stranger'`,
    `alter role current_user set local_preload_libraries = 'not_there'`,
  ]) {
    await ask(first.url, shut)
    const next = await openDatabase({ DATABASE_URL: url }, { isMigrated: true })
    expect([next.url, next.warning]).toEqual([first.url, undefined])
    expect(await ask(next.url, 'select 1')).toEqual([1])
    await next.leave()
  }
})

test('an owner who may make no login goes on with the role put on, and it is said what to do', async () => {
  const { owner, url } = await ownedDatabase('')
  const grant = `grant firstline_app to ${owner}`
  await expect(openDatabase({ DATABASE_URL: url }, { isMigrated: true })).rejects.toThrow(
    `Let an administrator run: ${grant};`,
  )
  await administer(grant)
  const database = await openDatabase({ DATABASE_URL: url }, { isMigrated: true })
  expect(database.warning).toMatch(/owner.*DATABASE_MIGRATION_URL.*docs\/operate\.md/)
  expect(await ask(database.url, whoAmI)).toEqual([owner, 'firstline_app'])
})

test('with two addresses the owner’s migrates and the other’s, made by an administrator, works', async () => {
  const { owner, url: migration } = await ownedDatabase('')
  const login = `${owner}_desk`
  await administer(
    `create role ${login} login`,
    `grant firstline_app to ${owner} with admin option`,
  )
  const url = migration.replace(`//${owner}:of%20the%20owner@`, `//${login}@`)
  const env = { DATABASE_URL: url, DATABASE_MIGRATION_URL: migration }
  const database = await openDatabase(env, { isMigrated: true })
  expect(await ask(database.url, whoAmI)).toEqual([login, login])
  // a node that has only the desk's login starts on the migrated database
  expect(await openDatabase({ DATABASE_URL: url }, { isMigrated: true })).toMatchObject({ url })
  await ask(migration, 'delete from migration where number > 20 returning number')
  await expect(openDatabase({ DATABASE_URL: url }, { isMigrated: true })).rejects.toThrow(
    /0021_\w+\.sql is not applied yet, and this login may not: .*DATABASE_MIGRATION_URL/,
  )
})

test('a login that is more than the desk needs is refused, with what is wrong', async () => {
  const { owner, url } = await ownedDatabase('')
  await administer(`grant firstline_app to ${owner} with admin option`)
  await migrate(url)
  const login = `${owner}_much`
  await administer(
    `create role ${login} login createrole`,
    `grant ${owner}, pg_read_server_files to ${login}`,
  )
  const much = url.replace(`//${owner}:of%20the%20owner@`, `//${login}@`)
  await expect(admitLogin(url, much)).rejects.toThrow(
    `the login ${login} may create roles, is a member of the owner, is a member of the database’s owner, may reach files, programs or all data`,
  )
  await expect(admitLogin(url, url)).rejects.toThrow(/is a member of the owner/)
})

test('names longer than PostgreSQL allows give logins that differ', () => {
  const names = ['a', 'b'].map((end) => loginName('x'.repeat(62) + end))
  expect(new Set(names).size).toBe(2)
  for (const name of names) expect(name.length).toBeLessThanOrEqual(63)
})

test('an address whose socket is a parameter, or without a host, keeps it', async () => {
  const { socket, name } = {
    socket: new URL(desk.ownerUrl).searchParams.get('host')!,
    name: new URL(desk.ownerUrl).pathname.slice(1),
  }
  const address = `postgresql:///${name}?host=${encodeURIComponent(socket)}&user=postgres`
  const { url, warning } = await ensureAppLogin(address)
  expect([warning, await ask(url, whoAmI)]).toEqual([undefined, [loginName(name), loginName(name)]])
})
