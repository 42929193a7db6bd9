import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeFault } from '#acme/faults/make-fault.ts'
import type { Running } from '#acme/start-acme.ts'
import { createDatabase, startTestAcme, urlOf } from '#acme/testing/running-acme.ts'

// The folder is written for a support desk; here it is held against Acme's own database and role.

type Source = {
  id: string
  sql?: string
  single?: boolean
  account_column: string
  params?: Record<string, unknown>
  columns?: { field: string }[]
  mask?: Record<string, string>
}

const folder = new URL('../firstline/', import.meta.url)
const read = async (path: string) => parse(await readFile(new URL(path, folder), 'utf8'))
const names = (await readdir(new URL('sources/', folder))).toSorted()
const all = (await Promise.all(names.map((name) => read(`sources/${name}`)))) as Source[]
const sources = all.filter((source) => source.sql)
const project = await read('firstline.yaml')

let running: Running
let reader: pg.Client
const ids: Record<string, string> = {}

beforeAll(async () => {
  const databaseUrl = await createDatabase()
  running = await startTestAcme({ ACME_DATABASE_URL: databaseUrl })
  ids.exports = (await makeFault(running.acme, 'mail_not_sent', 'acc_northwnd')).record_id
  ids.mail = ids.exports
  ids.webhooks = (await makeFault(running.acme, 'webhook_stuck', 'acc_northwnd')).record_id
  ids.sessions = (await makeFault(running.acme, 'session_broken', 'acc_northwnd')).record_id
  ids.users = (await makeFault(running.acme, 'verification_lost', 'acc_northwnd')).record_id
  reader = new pg.Client({
    connectionString: urlOf(new URL(databaseUrl).pathname.slice(1), 'acme_reader'),
  })
  await reader.connect()
})
afterAll(async () => {
  await reader.end()
  await running.stop()
})

/** `:name` becomes a bound value; a cast (`::int`) stays. */
async function query(sql: string, values: Record<string, string>) {
  const bound: string[] = []
  const text = sql.replace(/(?<!:):([a-z_]+)/g, (_all, name: string) => {
    bound.push(values[name] ?? '')
    return `$${bound.length}`
  })
  return reader.query(text, bound)
}

const idFor = (source: Source) =>
  (source.id === 'mail.last_verification' ? ids.users : ids[source.id.split('.')[0] ?? '']) ?? ''

describe.each(sources)('the source $id', (source) => {
  test('reads as the reading role, and only rows of the account', async () => {
    const answer = await query(source.sql ?? '', { account_id: 'acc_northwnd', id: idFor(source) })
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(answer.rows.length).toBeLessThanOrEqual(source.single ? 1 : 200)
    for (const row of answer.rows) expect(row[source.account_column]).toBe('acc_northwnd')
    const fields = answer.fields.map((field) => field.name)
    const shown = (source.columns ?? []).map((column) => column.field)
    expect(fields).toEqual(expect.arrayContaining([...shown, ...Object.keys(source.mask ?? {})]))
  })

  test('finds nothing of a record that belongs to another account', async () => {
    if (!source.params) return
    const answer = await query(source.sql ?? '', { account_id: 'acc_halden00', id: idFor(source) })
    expect(answer.rows).toEqual([])
  })
})

test('an export without any mail answers one row with the state none', async () => {
  const source = sources.find((one) => one.id === 'mail.last_for_export')
  const answer = await query(source?.sql ?? '', {
    account_id: 'acc_northwnd',
    id: ids.exports ?? '',
  })
  expect(answer.rows[0]).toMatchObject({ state: 'none', suppressed: false, age_s: 0 })
})

test('the directory finds people by address, companies by domain and by name', async () => {
  const { by_email, by_domain, search, by_id } = project.directory
  const dana = await query(by_email, { email: 'DANA@northwind.example' })
  expect(dana.rows).toMatchObject([
    { account_id: 'acc_northwnd', account_name: 'Northwind Ltd', contact_name: 'Dana Reyes' },
  ])
  expect((await query(by_domain, { domain: 'Northwind.example' })).rows[0].account_id).toBe(
    'acc_northwnd',
  )
  expect((await query(search, { q: 'northw' })).rows[0].account_name).toBe('Northwind Ltd')
  expect((await query(by_id, { account_id: 'acc_northwnd' })).rows).toHaveLength(1)
})

test('every panel of the account picture is a source of the folder', () => {
  const known = all.map((source) => source.id)
  expect(known).toEqual(expect.arrayContaining(project.account_picture))
})
