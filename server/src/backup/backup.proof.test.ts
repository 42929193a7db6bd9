import { appendFile, mkdtemp, readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ticket } from '@firstline/contract/tickets'
import pg from 'pg'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createActionDesk, confirm, openCase, preview } from '#server/actions/testing/factory.ts'
import { sealRecord } from '#server/audit/seal-record.ts'
import { sendMail } from '#server/channels/send-mail.ts'
import { customerServer } from '#server/channels/testing/mail-servers.ts'
import { Refusal } from '#server/core/errors.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { migrate, readMigrations } from '#server/database/migrate.ts'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { getScorecard } from '#server/scorecard/read/queries.ts'
import { administer, createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createIncidentUpdate } from '#server/tickets/incidents/create-incident-update.ts'
import { linkTickets } from '#server/tickets/incidents/link-tickets.ts'
import { sendIncidentUpdate } from '#server/tickets/incidents/send-incident-update.ts'
import { readMessage } from '#server/tickets/read-messages.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { someIncident, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { system } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { rebuildDesk } from '#server/scorecard/facts/rebuild-desk.ts'
import { holdQueuedMail, sendHeldMail } from '#server/tickets/hold-queued-mail.ts'
import type { Header } from './archive-format.ts'
import { makeBackupKey } from './backup-key.ts'
import { keepHomeKeys, returnHomeKeys } from './home-keys.ts'
import { makeBackup } from './make-backup.ts'
import type { Backup } from './make-backup.ts'
import { openArchive } from './read-archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeArchive } from './write-archive.ts'

const folder = await mkdtemp(join(tmpdir(), 'firstline-backup-'))
const home = join(folder, 'home')
const keyFile = join(folder, 'backup.key')
const recipients = [await makeBackupKey(keyFile)]

const source = await ticketDesk(await createTestDesk())
const desk = { ...source, config: { ...source.config, home } }
const agent = await createPerson(desk)
const acting = await createActionDesk(await createTestDesk())

function backup(url = desk.url, withTelemetry = true): Promise<Backup> {
  const { clock } = desk
  clock.advance(1_000)
  return makeBackup(url, { folder, recipients, withTelemetry, program: '0.0.0-test', clock })
}

/** Restored into a database of its own. */
async function restored(file: string, ownerUrl?: string) {
  const url = ownerUrl ?? (await emptyDatabase())
  const pool = createPool(url, desk.log, { max: 2 })
  const db = createDatabase(pool)
  const other: Desk = { ...desk, db, readDb: db, reactionsTo: () => [] }
  const answer = await restoreBackup(url, other, { file, keyFile }).catch(
    async (error: unknown) => {
      await pool.end()
      throw error
    },
  )
  return { ...other, ...answer, url, end: () => pool.end() }
}

async function refusal(doing: Promise<unknown>): Promise<string> {
  const error = await doing.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Refusal) return error.reason
  throw new Error('It was not refused', { cause: error })
}

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function readHeader() {
  const { file } = await backup()
  return openArchive(file, keyFile)
}

const card = (of: Pick<Desk, 'db' | 'readDb'>) =>
  getScorecard({ ...desk, ...of }, system('test'), {})

describe('a desk that is restored', () => {
  test('has the same tickets, record, seals and numbers, and goes on counting after them', async () => {
    for (const text of ['one', 'two', 'three\n\\N \\. \t „ü“']) {
      const ticket = await someTicket(desk, agent, { text })
      await resolveTicket(desk, agent, { ticketId: ticket.id, summary: 'Sent again', reply: text })
    }
    await rebuildDesk(desk.ownerUrl)
    await sealRecord(desk)
    const { file } = await backup()
    const other = await restored(file)
    const read = async (of: Pick<Desk, 'db'>) => ({
      tickets: await of.db.selectFrom('ticket').selectAll().orderBy('id').execute(),
      messages: await of.db
        .selectFrom('message')
        .select(['id', 'text', 'message_id'])
        .orderBy('id')
        .execute(),
      events: await of.db
        .selectFrom('event')
        .selectAll()
        .where('actor_id', 'is distinct from', 'restore')
        .orderBy('id')
        .execute(),
      seals: await of.db.selectFrom('seal').selectAll().orderBy('number').execute(),
    })
    expect(await read(other)).toEqual(await read(desk))
    expect(await card(other)).toEqual(await card(desk))
    expect(other.verdict).toMatchObject({ fault: null, verified: { seals: 1 } })
    expect(other.missingKey).toBeNull()
    const newest = await desk.db
      .selectFrom('ticket')
      .select((select) => select.fn.max('number').as('number'))
      .executeTakeFirstOrThrow()
    const next = await someTicket({ ...source, db: other.db, readDb: other.db }, agent)
    expect(next.number).toBe(Number(newest.number) + 1)
    await sealRecord(other)
    await other.end()
  })

  test('is of one moment, although others write while it is read', async () => {
    const half = new pg.Client({ connectionString: desk.ownerUrl })
    await half.connect()
    await half.query('begin')
    await half.query(`insert into setting (key, value) values ('half', '"way"')`)
    const before = await someTicket(desk, agent)
    const during: Promise<Ticket>[] = []
    const made = await makeBackup(desk.url, {
      folder,
      recipients,
      withTelemetry: true,
      program: '0.0.0-test',
      clock: { now: () => new Date('2026-03-03T00:00:00Z') },
      onProgress() {
        if (during.length === 0) during.push(someTicket(desk, agent))
      },
    })
    await half.query('commit')
    await half.end()
    const [after] = await Promise.all(during)
    const other = await restored(made.file)
    const ids = (await other.db.selectFrom('ticket').select('id').orderBy('id').execute()).map(
      ({ id }) => id,
    )
    expect(ids).toContain(before.id)
    expect(after?.number).toBeGreaterThan(before.number)
    expect(ids).not.toContain(after?.id)
    const settings = other.db.selectFrom('setting').select('key').where('key', '=', 'half')
    expect(await settings.execute()).toEqual([])
    await other.end()
  })

  test('is empty of sessions and of links that were good for one time', async () => {
    const { file, tables, others } = await backup()
    expect(others).toEqual(['public.directory_person'])
    expect(tables.map(({ schema, table }) => `${schema}.${table}`)).not.toContain('auth.session')
    expect(tables.map(({ table }) => table)).not.toContain('password_link')
    expect(tables.map(({ table }) => table)).toContain('inbound_mail')
    expect(file).toMatch(/firstline-2026-03-02T[\d-]+Z\.tar\.age$/)
  })
})

describe('mail', () => {
  test('that was sent is not sent again, and what waited is held until somebody sends it, once', async () => {
    const server = await customerServer()
    const mailer = createMailer({ ...desk.config, smtpUrl: server.url })
    const sent = await someTicket(desk, agent)
    const first = await replyToTicket(desk, agent, { ticketId: sent.id, text: 'sent before' })
    const mailing = { ...desk, mailer }
    await sendMail(mailing, { data: { message: first.id } })
    const waits = await someTicket(desk, agent)
    const second = await replyToTicket(desk, agent, { ticketId: waits.id, text: 'it waits' })
    const { file } = await backup()
    await sendMail(mailing, { data: { message: second.id } })
    expect(server.taken).toHaveLength(2)

    const other = await restored(file)
    const restoredMailing = { ...mailing, ...other }
    for (const { id } of [first, second]) await sendMail(restoredMailing, { data: { message: id } })
    expect(server.taken).toHaveLength(2)
    expect(other.held.firstMails.map(({ messageId }) => messageId)).toContain(second.id)
    expect(other.held.mails).toBe(other.held.firstMails.length)
    expect(await readMessage(other.db, second.id)).toMatchObject({ delivery: 'failed' })
    expect(await readMessage(other.db, first.id)).toMatchObject({ delivery: 'sent' })

    expect(await sendHeldMail(restoredMailing, system('restore'))).toBe(other.held.mails)
    await sendMail(restoredMailing, { data: { message: second.id } })
    await sendMail(restoredMailing, { data: { message: second.id } })
    expect(server.taken).toHaveLength(3)
    const [, before, again] = server.taken.map(({ raw }) => /^message-id: .*$/im.exec(raw))
    expect(again?.[0]).toBe(before?.[0])
    expect(await sendHeldMail(restoredMailing, system('restore'))).toBe(0)
    expect((await holdQueuedMail(restoredMailing, system('restore'))).mails).toBe(
      other.held.mails - 1,
    )
    await other.end()
  })

  test('of a password is not written twice: its job is left out, and others are begun again', async () => {
    await sql`select graphile_worker.add_job('mail_password_link', '{}', job_key => 'one'),
      graphile_worker.add_job('index_tickets', '{}', job_key => 'two')`.execute(desk.db)
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone',
      attempts = 1`.execute(desk.db)
    const { file } = await backup()
    const other = await restored(file)
    expect(other.held.jobs).toBe(1)
    const { rows } = await sql`select task.identifier as task, locked_by, attempts
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where job.key in ('one', 'two') order by 1`.execute(other.db)
    expect(rows).toEqual([{ task: 'index_tickets', locked_by: null, attempts: 0 }])
    await other.end()
  })
})

test('a run that was under way is settled as unknown, and is not called again', async () => {
  const engineer = await createPerson(acting, { role: 'engineer' })
  const one = await openCase(acting)
  const shown = await preview(acting, one, undefined, engineer)
  await confirm(acting, one, shown, engineer)
  await acting.pool.query(
    `update action_run set state = 'intended', called_at = null, finished_at = null`,
  )
  const calls = acting.target.calls.length
  const { file } = await backup(acting.url)
  const other = await restored(file)
  expect(other.held.runs).toBe(1)
  const runs = await other.db.selectFrom('action_run').select(['state', 'error_reason']).execute()
  expect(runs).toEqual([{ state: 'unknown', error_reason: 'run.interrupted' }])
  expect(acting.target.calls).toHaveLength(calls)
  await other.end()
})

test('a request for approval that waited is closed: approved again it would run again', async () => {
  const one = await openCase(acting, { sizeMb: 900 })
  const ada = await createPerson(acting)
  const shown = await preview(acting, one, undefined, ada)
  const { id } = await requestActionApproval(acting, ada, {
    ticketId: one.ticketId,
    token: shown.token ?? '',
    reason: 'They need it today',
  })
  const { file } = await backup(acting.url)
  const other = await restored(file)
  expect(other.held.approvals).toBe(1)
  const left = other.db.selectFrom('action_approval').select('state').where('id', '=', id)
  expect(await left.executeTakeFirst()).toEqual({ state: 'stale' })
  await other.end()
})

test('an update to an incident that was being written is not written to more tickets', async () => {
  const incidentId = await someIncident(desk)
  const { id: ticketId } = await someTicket(desk, agent)
  await linkTickets(desk, agent, { incidentId, ticketIds: [ticketId] })
  const { id } = await createIncidentUpdate(desk, agent, {
    incidentId,
    text: 'It works again',
    tickets: [{ ticketId, seen: '999999999999' }],
  })
  const { file } = await backup()
  const other = await restored(file)
  expect(other.held.answers).toBe(1)
  await sendIncidentUpdate({ ...desk, ...other }, { update: id })
  const replies = other.db
    .selectFrom('message')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'reply')
  expect(await replies.execute()).toEqual([])
  await sendIncidentUpdate(desk, { update: id })
  const { rows } =
    await sql`select from message where ticket_id = ${ticketId} and kind = 'reply'`.execute(desk.db)
  expect(rows).toHaveLength(1)
  await other.end()
})

describe('a file', () => {
  test('that was cut off, changed or is no backup is refused before a table is made', async () => {
    const { file, bytes } = await backup()
    const whole = await readFile(file)
    const places = [20, 250, Math.floor(bytes / 2), bytes - 5]
    for (const at of places) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(`${file}.changed`, changed)
      const url = await emptyDatabase()
      expect(await refusal(restored(`${file}.changed`, url)), `byte ${at}`).toMatch(/^backup\./)
      expect(await tablesOf(url)).toEqual([])
    }
    for (const length of [0, 10, 300, Math.floor(bytes / 2), bytes - 1]) {
      await writeFile(`${file}.cut`, whole)
      await truncate(`${file}.cut`, length)
      const url = await emptyDatabase()
      expect(await refusal(restored(`${file}.cut`, url)), `${length} bytes`).toMatch(/^backup\./)
      expect(await tablesOf(url)).toEqual([])
    }
    await writeFile(`${file}.longer`, whole)
    await appendFile(`${file}.longer`, 'x')
    expect(await refusal(restored(`${file}.longer`))).toBe('backup.damaged')
    expect(await refusal(restored(join(folder, 'none')))).toBe('backup.unreadable')
  })

  test('opens with its own key only, and says so', async () => {
    const { file } = await backup()
    const wrong = join(folder, 'wrong.key')
    await makeBackupKey(wrong)
    expect(await refusal(verifyBackup({ file, keyFile: wrong }))).toBe('backup.wrong-key')
    expect(await refusal(verifyBackup({ file, keyFile: file }))).toBe('backup.key-unreadable')
    expect(await refusal(makeBackupKey(keyFile))).toBe('backup.key-exists')
    expect((await readFile(file)).includes(readFileSync(keyFile))).toBe(false)
    const own = { folder, withTelemetry: true, program: 'x', clock: desk.clock }
    const wish = makeBackup(desk.url, { ...own, recipients: ['age1nobody'] })
    expect(await refusal(wish)).toBe('backup.recipient-invalid')
  })

  test('that could not be finished leaves nothing behind', async () => {
    const closed = join(folder, 'closed')
    const own = { recipients, withTelemetry: true, program: 'x', clock: desk.clock }
    expect(await refusal(makeBackup(desk.url, { ...own, folder: closed }))).toBe(
      'backup.folder-closed',
    )
    const open = await mkdtemp(join(tmpdir(), 'firstline-broken-'))
    const broken = makeBackup(desk.url, {
      ...own,
      folder: open,
      onProgress() {
        throw new Error('broken off')
      },
    })
    await expect(broken).rejects.toThrow('broken off')
    expect(await readdir(open)).toEqual([])
  })

  test('is verified in a PostgreSQL of its own: rows, seals, scorecard', async () => {
    await rebuildDesk(desk.ownerUrl)
    const { file, tables } = await backup()
    const found = await verifyBackup({ file, keyFile })
    expect(found).toMatchObject({ otherRows: [], verdict: { fault: null } })
    expect(found.tables).toEqual(tables)
    expect(found.scorecard.differences).toMatchObject({ facts: 0, sums: 0 })
  })
})

describe('a database', () => {
  test('with a row in it is not restored over, and stays as it was', async () => {
    const { file } = await backup()
    const url = await emptyDatabase()
    await migrate(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`insert into setting (key, value) values ('mine', '1')`)
    expect(await refusal(restored(file, url))).toBe('restore.not-empty')
    const { rows } = await client.query('select key from setting')
    expect(rows).toEqual([{ key: 'mine' }])
    await client.query('delete from setting')
    await client.end()
    await (await restored(file, url)).end()
  })

  test('whose restore was broken off is not started, and says why', async () => {
    const { file } = await backup()
    const other = await restored(file)
    await sql`insert into migration (number, name, sha256) values (0, 'restore', '')`.execute(
      other.db,
    )
    await other.end()
    await expect(migrate(other.url)).rejects.toThrow(
      /a restore into it was begun and has not ended/,
    )
  })

  test('of an earlier version is restored as it was, and then brought to this one', async () => {
    const old = await emptyDatabase()
    const last = readMigrations().length
    await migrate(old, { upTo: last - 9 })
    const client = new pg.Client({ connectionString: old })
    await client.connect()
    await client.query(`insert into contact (email, name) values ('dana@north.example', 'Dana')`)
    const { file } = await backup(old)
    const other = await restored(file)
    expect(other.header.migrations).toHaveLength(last - 9)
    const people = await other.db.selectFrom('contact').select('email').execute()
    expect(people).toEqual([{ email: 'dana@north.example' }])
    expect(await migrate(other.url)).toEqual([])
    await other.end()
    await client.end()
  })

  test('of a later version is neither backed up nor restored, and both say what to use', async () => {
    const { header } = await readHeader()
    const later = { number: header.migrations.length + 1, name: '9999_later.sql', sha256: 'x' }
    const url = await emptyDatabase()
    await migrate(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const add = 'insert into migration (number, name, sha256) values ($1, $2, $3)'
    await client.query(add, [later.number, later.name, later.sha256])
    expect(await refusal(backup(url))).toBe('backup.desk-newer')
    await client.end()
    const of = async (other: Partial<Header>) => {
      const name = join(folder, 'other.tar.age')
      await writeArchive(name, recipients, { ...header, ...other }, async () => [])
      return refusal(restored(name))
    }
    const changed = { number: 1, name: '0001_event.sql', sha256: 'another' }
    expect(await of({ migrations: [...header.migrations, later] })).toBe('restore.newer')
    expect(await of({ migrations: [changed] })).toBe('restore.other-migrations')
    const strange = { schema: 'public', table: 'of_nobody', columns: ['id'] }
    expect(await of({ tables: [strange] })).toBe('restore.other-tables')
  })

  test('of an owner who is no superuser is restored as well', async () => {
    const { file } = await backup()
    await administer(
      `create role backup_owner login createrole`,
      `grant firstline_app to backup_owner with admin option`,
    )
    const url = await emptyDatabase('backup_owner')
    const other = await restored(file, url)
    expect(other.verdict.fault).toBeNull()
    await other.end()
  })
})

test('the keys that seal the record are kept apart, and come back where none is', async () => {
  await sealRecord(desk)
  const at = desk.clock.now().toISOString()
  const kept = await keepHomeKeys(home, join(folder, 'keys'), recipients, at)
  const fresh = join(folder, 'fresh')
  expect(await returnHomeKeys(fresh, kept ?? '', keyFile)).toEqual([join(fresh, 'seal.key')])
  expect(readFileSync(join(fresh, 'seal.key'))).toEqual(readFileSync(join(home, 'seal.key')))
  await writeFile(join(fresh, 'seal.key'), 'another')
  expect(await refusal(returnHomeKeys(fresh, kept ?? '', keyFile))).toBe('restore.other-key')
  expect(await keepHomeKeys(join(folder, 'none'), folder, recipients, at)).toBeNull()
})
