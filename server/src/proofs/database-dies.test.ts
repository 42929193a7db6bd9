import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeBackupKey } from '#server/backup/backup-key.ts'
import { makeBackup } from '#server/backup/make-backup.ts'
import { addWrite } from '#server/beside/queue-write.ts'
import { mailOf } from '#server/channels/testing/mailboxes.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { problemOf } from '#server/core/problem.ts'
import { startImport } from '#server/imports/jobs/start-import.ts'
import { eventLog } from '#server/imports/testing/factory.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { moments } from '#server/testing/commit-door.ts'
import type { Moment } from '#server/testing/commit-door.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { dyingWorld, someUpload } from './testing/dying-world.ts'

const world = await dyingWorld()
const { desk, door, imap, mails, outside, receiver, lead } = world

type WayIn = {
  /** What the transaction says at whose end the database dies. */
  at: RegExp
  /** Done by whoever does it outside, who tries again until it is acknowledged. @returns how to see what came of it */
  happen(mark: string): Promise<() => Promise<void>>
}

const count = async (query: ReturnType<typeof sql<{ count: number }>>) =>
  (await query.execute(desk.db)).rows[0]!.count

const messagesWith = (mark: string) =>
  count(sql`select count(*)::int as count from message where text like ${`%${mark}%`}`)

/**
 * Due, being done, or to be tried again; a time that is yet to come is none. One whose key was asked for anew while
 * a dead worker held it is not tried again: the library leaves it at its last attempt.
 */
const jobsUnderWay = () =>
  count(sql`
    select count(*)::int as count from graphile_worker._private_jobs
    where (attempts > 0 or run_at <= now()) and (attempts < max_attempts or locked_at is not null)`)

type Customer = Awaited<ReturnType<typeof world.customer>>

/** As a person who is told that it did not work, and sends what the page offers them. @returns where it led */
async function send(customer: Customer, path: string, form: Record<string, string>) {
  let written = form
  return eventually(async () => {
    const answer = await customer.post(path, written)
    if (answer.statusCode === 503) written = offeredBy(answer.body)
    expect([answer.statusCode, answer.body]).toEqual([303, ''])
    return String(answer.headers.location)
  })
}

/** What a browser without scripts sends when the one button is pressed. */
function offeredBy(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const [, text = ''] = /<textarea[^>]* name="text"[^>]*>\n?([^<]*)<\/textarea>/.exec(page) ?? []
  return { ...Object.fromEntries(fields.map(([, name, value]) => [name!, value!])), text }
}

const writeTicket = async (subject: string, text: string) => {
  const customer = await world.customer()
  const to = await send(customer, '/help/tickets', { key: randomUUID(), subject, text })
  return { customer, to }
}

async function deliver(mark: string) {
  imap.deliver(mailOf(mark).replace('support@acme.example', 'help@shop.example'))
  return async () => {
    await eventually(async () => expect(await messagesWith(mark)).toBe(1))
    await eventually(() => expect(imap.inFolder('INBOX')).toEqual([]))
    const moved = imap.inFolder('Firstline').filter(({ raw }) => raw.toString().includes(mark))
    expect(moved).toHaveLength(1)
    const stored = sql<{ count: number }>`
      select count(*)::int as count from inbound_mail where position(${mark}::bytea in raw) > 0`
    expect(await count(stored)).toBe(1)
  }
}

async function beRuled(mark: string) {
  await writeTicket(`Ruled ${mark}`, `This is about ${mark}`)
  return async () => {
    const ticket = sql`select id from ticket where subject = ${`Ruled ${mark}`}`
    const deliveries = sql`
      select delivery.* from webhook_delivery as delivery join event on event.id = event_id
      where ticket_id in (${ticket})`
    await eventually(async () => {
      const { rows } = await sql<Record<'notes' | 'firings' | 'told' | 'sent', number>>`
        select
          (select count(*)::int from message where ticket_id in (${ticket}) and kind = 'note') as notes,
          (select count(*)::int from rule_firing where ticket_id in (${ticket})) as firings,
          (select count(*)::int from notification
            where ticket_id in (${ticket}) and kind = 'assigned') as told,
          (select count(*)::int from (${deliveries}) as delivery
            where state = 'delivered' and attempts = 1) as sent`.execute(desk.db)
      expect(rows).toEqual([{ notes: 1, firings: 1, told: 1, sent: 1 }])
    })
    const { rows } = await sql<{ id: string }>`
      select 'msg_' || replace(id::text, '-', '') as id from (${deliveries}) as delivery`.execute(
      desk.db,
    )
    const heard = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(rows.map(({ id }) => heard.includes(id))).toEqual([true])
  }
}

const waysIn: Record<string, WayIn> = {
  'a mail that is fetched is stored': { at: /insert into "inbound_mail"/, happen: deliver },
  'a mail that was fetched is read': { at: /insert into "?message"?/, happen: deliver },
  'a customer opens a ticket': {
    at: /insert into "?message"?/,
    async happen(mark) {
      const { customer } = await writeTicket('A question', `This is about ${mark}`)
      return async () => {
        expect(await messagesWith(mark)).toBe(1)
        expect((await customer.get('/help')).body).toContain('A question')
      }
    },
  },
  'the job of a link to sign in': {
    at: /insert into "portal_link"/,
    async happen() {
      const customer = await world.customer()
      customer.jar.clear()
      const { length } = mails
      await eventually(async () => {
        const answer = await customer.post('/help/sign-in', { email: customer.email })
        expect(answer.statusCode).toBe(200)
      })
      return async () => {
        // who asks again, and a job that nobody heard the end of, may send another one
        await eventually(() => expect(mails.length).toBeGreaterThan(length))
        // it works once
        if (customer.jar.has('firstline_help')) return
        await eventually(async () => {
          const [link] = /http\S+sign-in\/\S+/.exec(String(mails.at(-1)?.text)) ?? []
          await customer.get(new URL(link!).pathname)
          const signedIn = await customer.post('/help/link', { do: 'sign-in' })
          expect(signedIn.headers.location).toBe('/help')
        })
      }
    },
  },
  'what a rule and an endpoint do about it': { at: /rule_firing/, happen: beRuled },
  'a job is done': { at: /delete from .*_private_jobs/, happen: beRuled },
  'an endpoint was told': { at: /update "webhook_delivery"/, happen: beRuled },
  'an attempt of a customer is begun': {
    at: /insert into "self_service_attempt"/,
    happen: attempt,
  },
  'an attempt of a customer goes on': { at: /update "self_service_attempt"/, happen: attempt },
  'a ticket of a desk beside is mirrored': {
    at: /insert into "?beside_ticket"?/,
    async happen(mark) {
      const id = await outside.hands.begin(`Beside ${mark}`, `This is about ${mark}`)
      await world.ask({ task: 'follow_desk', payload: {} })
      return async () => {
        await eventually(async () => {
          await world.ask({ task: 'follow_desk', payload: {}, key: 'follow' })
          expect(await messagesWith(mark)).toBe(1)
        })
        expect(await ticketBeside(id)).toMatchObject({ subject: `Beside ${mark}` })
      }
    },
  },
  'a desk beside was told': {
    at: /update "beside_write"/,
    async happen(mark) {
      const id = await outside.hands.begin(`Told ${mark}`, 'Where is it?')
      await world.ask({ task: 'follow_desk', payload: {} })
      const { ticketId } = await eventually(() => ticketBeside(id))
      const about = randomUUID()
      await inTransaction(desk.db, (tx) =>
        addWrite(tx, desk.clock, { ticketId, kind: 'receipt', about, words: mark }),
      )
      return async () => {
        await eventually(async () => {
          const { rows } = await sql<{ state: string }>`
            select state from beside_write where about = ${about}`.execute(desk.db)
          expect(rows).toEqual([{ state: 'told' }])
        })
        const read = await outside.desk.readTicket(id)
        expect(read?.entries.filter(({ isOwn }) => isOwn)).toHaveLength(1)
      }
    },
  },
  'a history is brought in': {
    at: /update import_run/,
    async happen(mark) {
      const rows = [1, 2, 3].flatMap((each) => [
        `${mark}-${each},2026-02-01 10:00,New,Desk,a`,
        `${mark}-${each},2026-02-01 11:00,Resolved,Desk,a`,
      ])
      const upload = await someUpload(world, eventLog(...rows))
      const { id, origin } = await startImport(desk, lead, { name: mark, uploads: [upload] })
      return async () => {
        await eventually(async () => {
          const { rows: jobs } = await sql<{ state: string; failure: unknown }>`
            select state, failure from import_job where id = ${id}`.execute(desk.db)
          expect(jobs).toEqual([{ state: 'done', failure: null }])
        })
        const facts = sql<{ count: number }>`
          select count(*)::int as count from ticket_fact where origin = ${origin}`
        expect(await count(facts)).toBe(3)
      }
    },
  },
}

async function ticketBeside(externalId: string) {
  const { rows } = await sql<{ ticketId: string; subject: string }>`
    select ticket_id as "ticketId", subject from beside_ticket join ticket on ticket.id = ticket_id
    where external_id = ${externalId}`.execute(desk.db)
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0] ?? expect.fail('not mirrored yet')
}

/** What comes of it is a page for the customer, or, where nobody looked any more, a ticket: one of both. */
async function attempt(mark: string) {
  const text = `Hello, my parcel never came. ${mark}`
  const { customer, to } = await writeTicket('My parcel never came', text)
  return async () => {
    // as later, when nobody looks for the cause any more
    await sql`
      update graphile_worker._private_jobs set run_at = now()
      where task_id = (select id from graphile_worker._private_tasks
        where identifier = 'pass_on_left_attempt')`.execute(desk.db)
    await eventually(async () => {
      const { rows } = await sql<{ state: string }>`
        select state from self_service_attempt where contact_id = ${customer.contactId}`.execute(
        desk.db,
      )
      expect(rows).toEqual([{ state: 'passed_on' }])
    })
    expect(await messagesWith(mark)).toBe(1)
    const shown = await customer.get(to)
    expect([shown.statusCode, shown.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/help\/tickets\/\d+/),
    ])
  }
}

/** It takes seconds to be sure that nobody answers any more: once for each kind of transaction will do. */
const forgotten = new Set([
  'a mail that is fetched is stored',
  'a customer opens a ticket',
  'what a rule and an endpoint do about it',
  'a ticket of a desk beside is mirrored',
])
const cells = Object.entries(waysIn).flatMap(([name, wayIn]) =>
  moments
    .filter((moment) => !moment.startsWith('forgotten') || forgotten.has(name))
    .map((moment): [string, Moment, WayIn] => [name, moment, wayIn]),
)
let marks = 0

test.each(cells)('%s, and the database dies %s', async (_, moment, { at, happen }) => {
  const mark = `mark${++marks}x`
  const broken = door.breakAt(at, moment)
  const happening = happen(mark)
  await broken
  if (moment.endsWith('stays away')) {
    await until(() => door.refused() >= 3)
    door.open()
  }
  const judge = await happening
  await judge()
  // what was begun again, because nobody had heard that it was done, has come to its end too
  await eventually(async () => expect(await jobsUnderWay()).toBe(0))
  await judge()
})

test('while it is away the portal says so in the reader’s language, and offers nobody the form of another site', async () => {
  const customer = await world.customer()
  door.shut()
  const looked = await customer.get('/help', { 'accept-language': 'de' })
  expect([looked.statusCode, looked.headers['content-type']]).toEqual([
    503,
    'text/html; charset=utf-8',
  ])
  expect(looked.body).toContain('<a class="more" href="/help">Noch einmal versuchen</a>')
  const form = { key: randomUUID(), subject: 'Not mine', text: 'Close my account' }
  const sent = await customer.post('/help/tickets', form)
  expect([sent.statusCode, offeredBy(sent.body)]).toEqual([503, form])
  const foreign = await customer.post('/help/tickets', form, { origin: 'https://evil.example' })
  expect([foreign.statusCode, foreign.body.includes('Close my account')]).toEqual([403, false])
  door.open()
})

test.each([
  ['is gone', () => door.shut()],
  ['does not answer any more', () => door.forget()],
])('a backup amid which the database %s says so, and leaves nothing', async (_, fail) => {
  const folder = await mkdtemp(join(world.home, 'backups-'))
  const making = makeBackup(door.url, {
    folder,
    recipients: [await makeBackupKey(join(world.home, `key-${randomUUID()}`))],
    withTelemetry: true,
    program: '0',
    clock: desk.clock,
    onProgress: fail,
  })
  await expect(making).rejects.toMatchObject({ reason: 'backup.database-gone' })
  expect(await readdir(folder)).toEqual([])
  door.open()
})

test('who does not hear whether it was kept is told so, and who surely changed nothing is told that', async () => {
  const contactEmail = 'kim@harbour.example'
  const open = () =>
    createTicket(world.app, lead, { subject: 'Kept?', text: 'Was it?', contactEmail })
  const said = () =>
    open().then(
      () => 'kept',
      (error: Error) => problemOf(error),
    )
  const unknown = { status: 503, detail: expect.stringContaining('whether this was kept') }
  for (const moment of ['before its commit', 'after its commit'] as const) {
    const broken = door.breakAt(/insert into "?message"?/, moment)
    expect(await said()).toMatchObject({ reason: 'database.outcome-unknown', ...unknown })
    await broken
  }
  door.shut()
  const nothing = { status: 503, detail: expect.stringContaining('nothing was changed') }
  expect(await said()).toMatchObject({ reason: 'database.unavailable', ...nothing })
  door.open()
  expect(await count(sql`select count(*)::int as count from ticket where subject = 'Kept?'`)).toBe(
    1,
  )
})

test('a job that was taken by an answer nobody heard is done all the same', async () => {
  const customer = await world.customer()
  const { length } = mails
  const askedAt = new Date().toISOString()
  const payload = { email: customer.email, language: 'en', askedAt } as const
  door.shut()
  await world.ask({ task: 'mail_portal_link', payload })
  const broken = door.breakAt(/locked_at = now\(\)|locked_by = /, 'after its commit')
  door.open()
  await broken
  await eventually(() => expect(mails.length).toBe(length + 1))
})
