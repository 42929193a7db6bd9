import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ticket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll } from 'vitest'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import type { Actor } from '#server/core/actor.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'

/** For tests: a desk connected to a small company, whose directory is a real table. */
export type TicketDesk = TestDesk & { sources: Sources; secret: string }

/** @param directoryUrl where its directory is read; the desk's own database unless told */
export async function ticketDesk(
  desk: TestDesk,
  directoryUrl = desk.ownerUrl,
): Promise<TicketDesk> {
  await createDirectory(desk.ownerUrl)
  const folder = await mkdtemp(join(tmpdir(), 'firstline-project-'))
  await writeFile(join(folder, 'firstline.yaml'), projectFile)
  const project = await openProject(folder, desk.log)
  const sources = createSources(desk, project, {}, { DIRECTORY_URL: directoryUrl })
  afterAll(async () => {
    project.stop()
    await sources.connections.stop()
  })
  return { ...desk, sources, secret: 'a secret of thirty-two characters or more' }
}

async function createDirectory(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    drop table if exists directory_person;
    create table directory_person
      (account_id text, account_name text, domain text, contact_name text, email text);
    insert into directory_person values
      ('acc_north001', 'Northwind Ltd', 'northwind.example', 'Dana Kim', 'dana@northwind.example'),
      ('acc_contoso1', 'Contoso', 'contoso.example', 'Carl Ito', 'carl@contoso.example')`)
  await client.end()
}

const projectFile = `
apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: support@acme.example, name: Acme Support, signature: "Acme Support\\nacme.example" }
connections:
  replica: { kind: postgres, url: env:DIRECTORY_URL }
directory:
  connection: replica
  by_email: select *, email as contact_email from directory_person where lower(email) = lower(:email)
  by_domain: select account_id, account_name, domain from directory_person where domain = lower(:domain)
  by_id: select account_id, account_name, domain from directory_person where account_id = :account_id
types:
  - { id: exports.email-missing, title: Export email missing }
  - { id: how-to, title: How do I … }
`

export async function someTicket(
  desk: TicketDesk,
  actor: Actor,
  overrides: Partial<Parameters<typeof createTicket>[2]> = {},
): Promise<Ticket> {
  return createTicket(desk, actor, {
    subject: 'Export link never arrived',
    text: 'I did not receive the export email.',
    contactEmail: `${crypto.randomUUID()}@nobody.example`,
    ...overrides,
  })
}

type NewIncident = Partial<{
  id: string
  origin: string
  title: string
  services: string[]
  opened_at: Date
  ended_at: Date
}>

export async function someIncident(
  desk: Pick<TestDesk, 'db' | 'clock'>,
  overrides: NewIncident = {},
): Promise<string> {
  const now = desk.clock.now()
  const { id } = await desk.db
    .insertInto('incident')
    .values({
      origin: `alertmanager: ${crypto.randomUUID()}`,
      title: 'Exports fail',
      services: ['exports'],
      opened_at: now,
      updated_at: now,
      ...overrides,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The events of a ticket in order, as the record has them. */
export async function eventsOf(desk: TestDesk, ticketId: string) {
  const { rows } = await sql<{
    name: string
    data: Record<string, unknown>
    actor_kind: string
    actor_id: string | null
  }>`select name, data, actor_kind, actor_id from event where ticket_id = ${ticketId} order by id`.execute(
    desk.db,
  )
  return rows
}
