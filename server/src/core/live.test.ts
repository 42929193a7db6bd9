import type { EventName } from '@firstline/contract/events'
import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { appendEvents } from './events.ts'
import type { NewEvent } from './events.ts'
import { createLive } from './live.ts'
import { eventually } from '#server/testing/eventually.ts'

const desk = await createTestDesk()
let readings = 0
const counting = desk.db.withPlugin({
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    readings += 1
    return result
  },
})
const live = await createLive(counting, desk.url, pino({ level: 'silent' }))
let mayWatch = true
const watcher = {
  mayWatch: async () => mayWatch,
  maySee: (name: string) => name !== 'person.signed_in',
}
const http = Fastify({ forceCloseConnections: true })
http.get('/events', (request, reply) => live.stream(request, reply, watcher))
http.get('/all', (request, reply) =>
  live.stream(request, reply, { ...watcher, maySee: () => true }),
)
const address = await http.listen({ port: 0, host: '127.0.0.1' })
afterAll(async () => {
  await http.close()
  await live.stop()
})

/** Its data is nobody's business here: the stream tells names. */
async function happen(name: EventName): Promise<void> {
  const now = desk.clock.now()
  const event = { name, data: {} } as NewEvent
  await desk.db.transaction().execute((tx) => appendEvents(tx, someAgent, now, [event]))
}

type Seen = { id: string; name: string }

/** Opens the stream as a browser does; collects what it was told. */
async function watch(lastEventId?: string, origin = address, query = '') {
  const abort = new AbortController()
  const headers = lastEventId ? { 'last-event-id': lastEventId } : {}
  const response = await fetch(`${origin}/events${query}`, { headers, signal: abort.signal })
  const seen: Seen[] = []
  const resyncs = { count: 0 }
  const reading = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const part of response.body!) {
      const blocks = (rest + decoder.decode(part as Uint8Array)).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        if (block.startsWith('event: resync')) resyncs.count++
        const match = /^id: (.+)\ndata: (.+)$/.exec(block)
        if (match) seen.push({ id: match[1]!, name: (JSON.parse(match[2]!) as Seen).name })
      }
    }
  })().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  const names = () => seen.map((event) => event.name)
  return { seen, names, resyncs, ended: reading, close: async () => (abort.abort(), reading) }
}

test('who was told nothing yet goes on where the stream began', async () => {
  const other = await watch()
  const answer = await fetch(`${address}/events`)
  const reader = answer.body!.getReader()
  const { value } = await reader.read()
  const [, place] = /^id: (\S+)$/m.exec(new TextDecoder().decode(value)) ?? []
  expect(place).toBeDefined()
  await reader.cancel()
  // told to those who are there, and so no news to who comes without a place
  await happen('ticket.reopened')
  await eventually(() => expect(other.names()).toContain('ticket.reopened'))
  await other.close()
  const again = await watch(place)
  await eventually(() => expect(again.names()).toContain('ticket.reopened'))
  expect(again.resyncs.count).toBe(0)
  await again.close()
})

test('what happened while a page was read before its stream was open is read again', async () => {
  let time = 0
  const own = await createLive(desk.db, desk.url, pino({ level: 'silent' }), { now: () => time })
  const door = Fastify({ forceCloseConnections: true })
  door.get<{ Querystring: { for?: string } }>('/events', (request, reply) =>
    own.stream(request, reply, watcher, request.query.for ? Number(request.query.for) : undefined),
  )
  const origin = await door.listen({ port: 0, host: '127.0.0.1' })
  const resyncsOf = async (readingForMs: number, lastEventId?: string) => {
    const browser = await watch(lastEventId, origin, `?for=${readingForMs}`)
    // so that all that it is told at its beginning is there
    await happen('ticket.received')
    await eventually(() => expect(browser.names()).toContain('ticket.received'))
    await browser.close()
    return browser
  }
  time = 100_000
  expect((await resyncsOf(60_000)).resyncs.count).toBe(0)
  time = 150_000 // the first has told of something 50 seconds ago
  const behind = await resyncsOf(60_000)
  expect(behind.resyncs.count).toBe(1)
  time = 200_000
  expect((await resyncsOf(1_000)).resyncs.count).toBe(0)
  expect((await resyncsOf(60_000, behind.seen.at(-1)!.id)).resyncs.count).toBe(0)
  await door.close()
  await own.stop()
})

test('what is committed reaches an open browser', async () => {
  const browser = await watch()
  await happen('ticket.received')
  await eventually(() => expect(browser.names()).toContain('ticket.received'))
  await browser.close()
})

test('who reads nothing is let go before much is kept for them; others are told', async () => {
  const closed = Promise.withResolvers<void>()
  http.server.once('connection', (socket) => {
    const left = () => closed.resolve()
    socket.once('close', left)
  })
  const deaf = connect(Number(new URL(address).port), '127.0.0.1')
  deaf.on('error', () => undefined)
  deaf.write('GET /all HTTP/1.1\r\nHost: desk\r\n\r\n')
  await once(deaf, 'readable')
  await desk.pool.query(`insert into event (at, name, actor_kind, actor_id)
    select now(), 'person.signed_in', 'system', repeat('x', 1000) from generate_series(1, 12000)`)
  await closed.promise
  deaf.destroy()
  const browser = await watch()
  await happen('note.added')
  await eventually(() => expect(browser.names()).toContain('note.added'))
  await browser.close()
})

test('what somebody may not see they are not told, nor after they come back', async () => {
  const first = await watch()
  await happen('person.signed_in')
  await happen('ticket.received')
  await eventually(() => expect(first.names()).toEqual(['ticket.received']))
  await first.close()
  await happen('person.signed_in')
  await happen('note.added')
  const second = await watch(first.seen.at(-1)!.id)
  await eventually(() => expect(second.names()).toEqual(['note.added']))
  await second.close()
})

test('whoever may watch no longer is told nothing more, from the moment something changed about people', async () => {
  const browser = await watch()
  await happen('ticket.waiting')
  await eventually(() => expect(browser.names()).toContain('ticket.waiting'))
  const slow = new pg.Client({ connectionString: desk.url })
  await slow.connect()
  // the record waits for this one: being out does not
  await slow.query('begin; select pg_current_xact_id()')
  mayWatch = false
  await happen('person.disabled')
  await browser.ended
  mayWatch = true
  await slow.query('rollback')
  await slow.end()
  expect(browser.names()).not.toContain('person.disabled')
})

test('a long write in another database of the server holds nothing back; one of ours does until it ends', async () => {
  const browser = await watch()
  // what the test before left behind comes too
  const names = () => browser.names().filter((name) => name !== 'person.disabled')
  const elsewhere = new pg.Client({ connectionString: inDatabase(desk.ownerUrl, 'postgres') })
  await elsewhere.connect()
  await elsewhere.query('begin; select pg_current_xact_id()')
  await happen('ticket.received')
  await eventually(() => expect(names()).toEqual(['ticket.received']))
  // the owner writes too, whose session the desk's login may not look into
  const ours = new pg.Client({ connectionString: desk.ownerUrl })
  await ours.connect()
  await ours.query('begin')
  await ours.query(
    `insert into event (at, name, actor_kind) values (now(), 'note.added', 'system')`,
  )
  const { rows } = await sql<{
    since: Date | null
  }>`select events_held_back_since() as since`.execute(desk.db)
  expect(rows[0]?.since).toBeInstanceOf(Date)
  await happen('ticket.assigned')
  const read = readings
  await eventually(() => expect(readings).toBeGreaterThan(read + 4))
  expect(names()).toEqual(['ticket.received'])
  await ours.query('commit')
  await eventually(() => expect(names()).toHaveLength(3))
  expect(names()).toEqual(['ticket.received', 'note.added', 'ticket.assigned'])
  await Promise.all([elsewhere.end(), ours.end(), browser.close()])
})

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

test('a browser that reconnects gets what it missed, once and in order', async () => {
  const first = await watch()
  await happen('message.received')
  await eventually(() => expect(first.names()).toContain('message.received'))
  const last = first.seen.at(-1)!.id
  await first.close()
  await happen('ticket.assigned')
  await happen('ticket.resolved')
  const second = await watch(last)
  await happen('ticket.reopened')
  await eventually(() => expect(second.names()).toContain('ticket.reopened'))
  expect(second.names()).toEqual(['ticket.assigned', 'ticket.resolved', 'ticket.reopened'])
  await second.close()
})

test.each(['nonsense', '18446744073709551616.1', '9999999999999.1', '1.9999999999999999999'])(
  'a browser that says it left off at %s, which never was, reads all again and goes on',
  async (lastEventId) => {
    const browser = await watch(lastEventId)
    await eventually(() => expect(browser.resyncs.count).toBe(1))
    await happen('ticket.voided')
    await eventually(() => expect(browser.names()).toContain('ticket.voided'))
    await browser.close()
  },
)

test('what is committed between the horizon and the reading is told, and in its place', async () => {
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  const earlier = new pg.Client({ connectionString: desk.ownerUrl })
  await Promise.all([owner.connect(), earlier.connect()])
  const browser = await watch()
  // asked for the horizon, the record waits until this test lets go
  const { rows } = await owner.query<{ body: string }>(
    `select pg_get_functiondef('event_horizon()'::regprocedure) as body`,
  )
  const real = rows[0]!.body
  await owner.query(real.replace('event_horizon', 'real_event_horizon'))
  await owner.query('select pg_advisory_lock(4711)')
  await owner.query(`
    create or replace function event_horizon() returns xid8 language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(4711);
      return real_event_horizon();
    end $$`)
  const insert = (name: string) =>
    `insert into event (at, name, actor_kind) values (now(), '${name}', 'system')`
  await earlier.query('begin')
  await earlier.query(insert('note.added'))
  await owner.query(insert('ticket.assigned'))
  const isWaiting = async () => {
    const waiting = await owner.query(`
      select from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`)
    return waiting.rowCount! > 0
  }
  await eventually(async () => expect(await isWaiting()).toBe(true))
  await earlier.query('commit')
  await owner.query('select pg_advisory_unlock(4711)')
  await eventually(() => expect(browser.names()).toContain('ticket.assigned'))
  expect(browser.names()).toEqual(['note.added', 'ticket.assigned'])
  await owner.query(real)
  await Promise.all([owner.end(), earlier.end(), browser.close()])
})

test('an event of a slow transaction is not lost behind a later, faster one', async () => {
  const browser = await watch()
  const slow = new pg.Client({ connectionString: desk.ownerUrl })
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    `insert into event (at, name, actor_kind) values (now(), 'message.sent', 'system')`,
  )
  await happen('message.replied')
  // one reading may have begun before; the next one surely looks at both
  const looked = readings + 2
  await eventually(() => expect(readings).toBeGreaterThanOrEqual(looked))
  await slow.query('commit')
  await slow.end()
  await eventually(() => expect(browser.names()).toEqual(['message.sent', 'message.replied']))
  await browser.close()
})

test('after the listening connection was lost, browsers are told to read all again', async () => {
  const browser = await watch()
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'firstline live' and datname = current_database()`,
  )
  await eventually(() => expect(browser.resyncs.count).toBe(1))
  await happen('ticket.answered')
  await eventually(() => expect(browser.names()).toContain('ticket.answered'))
  await owner.end()
  await browser.close()
})

test('after a dump was restored into a younger server, what happens is told, and nothing older', async () => {
  // as after a restore: the newest event has a transaction id that this server has not reached
  await happen('ticket.received')
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>(
    `insert into event (at, xid, name, actor_kind)
     values (now(), '4000000000', 'mail.received', 'system') returning id`,
  )
  await owner.end()
  const restored = await createLive(desk.db, desk.url, pino({ level: 'silent' }))
  const answering = Fastify({ forceCloseConnections: true })
  answering.get('/events', (request, reply) => restored.stream(request, reply, watcher))
  const origin = await answering.listen({ port: 0, host: '127.0.0.1' })
  const browser = await watch(undefined, origin)
  const leftOff = await watch(`1.${rows[0]!.id}`, origin)
  await happen('note.added')
  for (const { names } of [browser, leftOff]) {
    await eventually(() => expect(names()).toEqual(['note.added']))
  }
  expect(leftOff.resyncs.count).toBe(1)
  await Promise.all([browser.close(), leftOff.close()])
  await answering.close()
  await restored.stop()
})
