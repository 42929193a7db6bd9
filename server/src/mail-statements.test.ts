import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { readMail } from './channels/read-mail.ts'
import { storeMail } from './channels/store-mail.ts'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { reactionsByOneJob } from './core/react.ts'
import { createApp } from './create-app.ts'
import { reactionsOf, reactionsTo, reactionsTogether } from './reactions.ts'
import { createTestDesk } from './testing/desk.ts'

const desk = await createTestDesk(reactionsTo)
const config = readConfig({ LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/dev/null/firstline' })
const app = await createApp({ ...config, secret: 's'.repeat(40) }, desk.url)
afterAll(() => app.close())
const react = reactionsByOneJob({
  db: app.db,
  log: app.log,
  reactions: reactionsOf(app),
  together: reactionsTogether(app),
})

const reactions = [...reactionsTo('ticket.received')]
let senders = 0

function someMail(): Buffer {
  const lines = [
    `From: Kim <kim@company-${senders++}.example>`,
    'To: support@acme.example',
    `Message-ID: <${crypto.randomUUID()}@mail.example>`,
    'Subject: Export email missing',
    '',
    'We asked for an export this morning, and the email with the link never came.',
  ]
  return Buffer.from(lines.join('\r\n'))
}

async function store(): Promise<string> {
  const client = { ip: '127.0.0.1', name: null }
  const { id } = await storeMail(app, system('email'), { raw: someMail(), client })
  return id
}

/** As the job does. */
async function read(mail: string): Promise<void> {
  await readMail(app, { mail })
}

async function newestOf(count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from event where name = 'ticket.received'
    order by event.id desc limit ${count}`.execute(desk.db)
  return rows.map(({ id }) => id)
}

/** As the jobs of the newest tickets do, all at once. */
async function reactionsToNewest(count: number) {
  const events = await newestOf(count)
  return () => Promise.all(events.map((event) => react({ event, reactions })))
}

/** What a new connection is told, and what those who watch are. */
const isBeside = /^\s*select pg_backend_pid\(\) as pid,|live_events_after/
const counting = new AsyncLocalStorage<string[]>()

/** What the work sends to PostgreSQL; what a desk does by itself meanwhile is not of it. */
async function countOf(work: () => Promise<unknown>) {
  const asked: string[] = []
  const { query } = pg.Client.prototype
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => spy.mockRestore())
  spy.mockImplementation(function count(this: pg.Client, ...args: unknown[]) {
    const [what] = args
    counting.getStore()?.push(typeof what === 'string' ? what : (what as { text: string }).text)
    return Reflect.apply(query, this, args)
  })
  await counting.run(asked, work)
  spy.mockRestore()
  const ours = asked.filter((text) => !isBeside.test(text))
  const ends = ours.filter((text) => /^\s*(?:begin|commit|rollback)\b/i.test(text))
  return {
    statements: ours.length - ends.length,
    commits: ends.filter((text) => /^\s*commit\b/i.test(text)).length,
  }
}

test('a mail is stored, read and reacted to by no more statements and commits than these', async () => {
  // the first of all makes what the others find
  await read(await store())
  await (
    await reactionsToNewest(1)
  )()
  let mail = ''
  expect(await countOf(async () => (mail = await store()))).toEqual({ statements: 2, commits: 1 })
  expect(await countOf(() => read(mail))).toEqual({ statements: 8, commits: 1 })
  expect(await countOf(await reactionsToNewest(1))).toEqual({ statements: 15, commits: 1 })
})

test('of ten tickets at once the reactions write what all have in common three times', async () => {
  for (let count = 0; count < 10; count++) await read(await store())
  expect(await countOf(await reactionsToNewest(10))).toEqual({ statements: 80, commits: 3 })
})
