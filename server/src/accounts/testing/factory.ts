import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, inject } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'

const silent = pino({ level: 'silent' })

export type CustomerSystem = { url: string; query(sql: string): Promise<pg.QueryResult> }

/** A customer's database of its own, with a role that may only read: what a source connects to. */
export async function createCustomerSystem(schema: string): Promise<CustomerSystem> {
  const maintenance = inject('maintenanceUrl')
  const name = `customer_${randomUUID().replaceAll('-', '')}`
  await run(maintenance, `create database ${name}`)
  const owner = maintenance.replace('/postgres?', `/${name}?`)
  await run(
    owner,
    `${schema}; create role ${name} login; grant select on all tables in schema public to ${name}`,
  )
  afterAll(async () => {
    await run(maintenance, `drop database ${name} with (force)`)
    await run(maintenance, `drop role ${name}`)
  })
  return {
    url: owner.replace('//postgres@', `//${name}@`),
    query: (sql) => run(owner, sql),
  }
}

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the query under way fails with it
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

export type Folder = {
  path: string
  write(file: string, text: string): void
  remove(file: string): void
}

/** A project folder on disk. */
export function createFolder(files: Record<string, string>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'firstline-project-'))
  const folder: Folder = {
    path,
    write(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), text)
    },
    remove: (file) => rmSync(join(path, file)),
  }
  for (const [file, text] of Object.entries(files)) folder.write(file, text)
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return folder
}

/** Real sources of a real folder. @param env where its secrets are */
export async function createTestSources(
  desk: Desk,
  folder: Folder,
  env: NodeJS.ProcessEnv,
  builtins: Sources['builtins'] = {},
): Promise<Sources> {
  const project = await openProject(folder.path, silent)
  const sources = createSources(desk, project, builtins, env)
  afterAll(async () => {
    project.stop()
    await sources.connections.stop()
  })
  return sources
}

/** @param externalId null: nobody knows yet whose ticket it is */
export async function createTicket(
  desk: Desk,
  externalId: string | null,
  given: { openedAt?: Date; problemStartedAt?: Date | null } = {},
): Promise<string> {
  const openedAt = given.openedAt ?? desk.clock.now()
  const account = externalId === null ? null : await createAccount(desk, externalId)
  const ticket = await desk.db
    .insertInto('ticket')
    .values({
      subject: 'My export never arrived',
      channel: 'email',
      account_id: account,
      address_token: randomUUID(),
      problem_started_at: given.problemStartedAt ?? null,
      opened_at: openedAt,
      updated_at: openedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return ticket.id
}

async function createAccount({ db }: Desk, externalId: string): Promise<string> {
  const row = await db
    .insertInto('account')
    .values({ external_id: externalId, name: `Company ${externalId}`, domain: null })
    .onConflict((conflict) =>
      conflict.column('external_id').doUpdateSet({ external_id: externalId }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function createScope(desk: Desk, externalId: string): Promise<AccountScope> {
  return lookAtAccount(desk, system('test'), await createTicket(desk, externalId))
}

export const projectFile = `
apiVersion: firstline/v1
kind: Project
name: Test company
support: { address: support@test.example, name: Support }
connections:
  replica: { kind: postgres, url: env:REPLICA_URL }
`

/** A source file with sensible defaults. */
export function sourceFile(id: string, lines: string): string {
  return `apiVersion: firstline/v1\nkind: Source\nid: ${id}\ntitle: ${id}\n${lines.trim()}\n`
}
