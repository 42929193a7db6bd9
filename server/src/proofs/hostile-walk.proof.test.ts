import { largestInt } from '@firstline/contract/common'
import { ownProperty } from '@firstline/contract/own-property'
import { permissions, roles } from '@firstline/contract/permissions'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anonymous, can } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { minutes } from '#server/core/clock.ts'
import { createHttp } from '#server/core/http.ts'
import { words } from '#server/portal/words.ts'
import { handlersOf } from '#server/routes.ts'
import { hostileWalks, soundRequest } from '#server/testing/hostile-requests.ts'
import type { HostileRequest, Said, Walk } from '#server/testing/hostile-requests.ts'
import { createPerson } from '#server/testing/people.ts'
import { createCustomer, createWorld } from './testing/customers-world.ts'
import { addressOf, leadingOn, rawReads, rawWrites } from './testing/raw-calls.ts'
import type { RawName, RawWish, RawWriteName } from './testing/raw-calls.ts'
import { readOf } from './testing/read-calls.ts'
import type { ReadName } from './testing/read-calls.ts'
import { writeOf, writes } from './testing/write-calls.ts'
import type { WriteName } from './testing/write-calls.ts'
import type { WriteCell } from './testing/write-things.ts'

const world = await createWorld()
const { company } = world
// who is asked for next has traces in the desk's own store alone
const { readSpans, listTraces } = world.app.telemetry
const app = {
  ...world.app,
  telemetryReader: { ...world.app.telemetryReader, readSpans, listTraces },
}
const who = await createPerson(company, { role: 'admin', name: 'Ada' })
const other = await createPerson(company, { role: 'engineer', name: 'Emil' })

let asking: Actor = who
let http: FastifyInstance
beforeAll(async () => {
  http = await createHttp({
    log: app.log,
    routes,
    handlers: handlersOf(app),
    authenticate: async () => asking,
    keys: { db: company.db, secret: Buffer.from('of this desk') },
    origins: app.config.origins,
    rateLimit: 1_000_000_000,
    version: '0',
  })
})
beforeAll(() =>
  // nobody works on what is enqueued here, and this waits for long
  company.pool.query(
    `select graphile_worker.add_job('read_mail', '{}', run_at => now() - interval '10 minutes')`,
  ),
)
afterAll(() => http.close())

/** What this desk cannot do, whoever asks: the request gets as far as that. */
const refused: Partial<Record<Name, string>> = {
  createFirstAdmin: 'setup.done',
  sendTestMail: 'mail.not-connected',
  askPasswordReset: 'mail.not-connected',
  askPortalLink: 'portal.no-mail',
  addPasskey: 'passkey.refused',
  previewImport: 'import.upload-not-found',
  requestUndoApproval: 'action.approval-not-needed',
  getReadiness: 'desk.not-ready',
}

type Name = WriteName | ReadName | RawName
/** `bytes`: of a route that reads them itself. */
type Wish = { said: Said; as: Actor; bytes?: Bytes }
type Bytes = { payload?: string; type?: string; headers?: Record<string, string> }

/** Makes what a sound request needs, and the request. */
async function wishOf(name: Name): Promise<Wish> {
  // so that nobody has done too much in an hour
  company.clock.advance(30 * minutes)
  const of = await createCustomer(company, app)
  const route: Route = routes[name]
  const cell = { world, of, who, other }
  const { url, payload, as, bytes } = await requestFor(name, route, cell)
  const { pathname, searchParams } = new URL(url, 'http://desk.example')
  const named = new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  const params = named.exec(pathname)?.groups ?? {}
  const decoded = Object.entries(params).map(([key, value]) => [key, decodeURIComponent(value)])
  const query = Object.fromEntries(searchParams)
  const said = { params: Object.fromEntries(decoded), query, body: payload ?? {} }
  return { as, said, ...(bytes && { bytes }) }
}

async function requestFor(name: Name, route: Route, cell: WriteCell) {
  if (Object.hasOwn(writes, name)) {
    return { ...(await writeOf(name as WriteName, route, cell)), bytes: undefined }
  }
  const make = Object.hasOwn(rawWrites, name)
    ? rawWrites[name as RawWriteName]
    : ownProperty(rawReads, name)
  if (!make) return { ...(await readOf(name as ReadName, route, cell)), bytes: undefined }
  if (make === 'endless') throw new Error(`${name} has no end`)
  const wish: RawWish & Bytes = await make(cell)
  const { as = who, payload, type, headers } = wish
  const bytes = { ...(payload && { payload }), ...(type && { type }), ...(headers && { headers }) }
  return { url: addressOf(route, wish), payload: undefined, as, bytes }
}

/** What is wrong with the bytes of a route that reads them itself. */
const hostileBytes: Record<string, (payload: string) => Partial<HostileRequest>> = {
  'no bytes': () => ({ payload: '' }),
  'half of them': (payload) => ({ payload: payload.slice(0, payload.length / 2) }),
  'twice them': (payload) => ({ payload: payload + payload }),
  'bytes that are no text': () => ({ payload: Buffer.from([0, 0xff, 0xfe, 0x1f, 0x8b, 0x08, 0]) }),
  'lists in lists, without an end': () => ({ payload: '['.repeat(60_000) }),
  'objects in objects': () => ({ payload: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` }),
  'a prototype': () => ({ payload: '{"__proto__": {"resourceLogs": [{}]}, "constructor": 1}' }),
  'the same name twice': (payload) => ({ payload: payload.replace(/^\{/, '{"id": 1, "id": {}, ') }),
  'bytes beyond the bound': () => ({ payload: Buffer.alloc(5 * 1024 * 1024 + 1, 32) }),
  'another type': (payload) => ({ payload, type: 'application/xml' }),
  'a type that is none': (payload) => ({ payload, type: 'a/b/c;;=' }),
}

function walksOf(route: Route, { said, bytes }: Wish): Walk[] {
  const walks = hostileWalks(route, said)
  if (bytes?.payload === undefined) return walks
  const { payload, type = '' } = bytes
  const inBytes = Object.entries(hostileBytes).map(([about, make]) => ({
    about,
    of: (sound: Said) => ({ ...soundRequest(route, sound), type, ...make(payload) }),
  }))
  return [...walks, ...inBytes]
}

/** Whatever is kept: an event, a key of a request, bytes that came in. A look is no change. */
async function newestChange(): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select concat_ws(' ',
      (select max(id) from event where name not in ('account.viewed', 'account.tried')
        and name not like '%.used_from_new_network'),
      (select count(*) from request_key), (select count(*) from deploy),
      (select count(*) from message), (select count(*) from tag), (select count(*) from inbound_mail),
      (select count(*) from telemetry_log), (select count(*) from telemetry_span),
      (select count(*) from import_upload)) as all`.execute(app.db)
  return rows[0]!.all
}

/** How it is answered what is asked well. */
const taken = (name: Name) => (leadingOn.has(name) ? 303 : 200)

const tally = { walks: 0, answered: 0, refused: 0, made: 0, strangers: 0 }

async function send(name: Name, { as, bytes }: Wish, request: HostileRequest) {
  asking = as
  const { url, payload = bytes?.payload } = request
  const type = request.payload === undefined ? (bytes?.type ?? request.type) : request.type
  // guesses at a password are slowed down, which is not what is tried here
  if (['public', 'self:manage'].includes(routes[name].permission)) {
    await sql`delete from sign_in_attempt`.execute(app.db)
  }
  // nor is how often one may try
  if (name === 'trySource') await sql`delete from source_trial`.execute(app.db)
  const answer = await http.inject({
    method: routes[name].method,
    url,
    headers: {
      ...(payload === undefined ? {} : { 'content-type': type }),
      ...(bytes && { accept: 'application/json, text/event-stream' }),
      ...bytes?.headers,
    },
    ...(payload === undefined ? {} : { payload }),
    remoteAddress: `127.1.${tally.walks % 250}.1`,
  })
  const { reason } = answer.body.startsWith('{"')
    ? answer.json<{ reason?: string }>()
    : { reason: reasonOfPage(answer.body) }
  return { status: answer.statusCode, reason, body: answer.body }
}

/** What is refused to people is said in their words. */
function reasonOfPage(page: string): string | undefined {
  const reason = 'portal.no-mail'
  return page.includes(words.en.refused[reason]) ? reason : undefined
}

/** All who may not ask, with a request that would be answered to others. */
function strangersTo({ permission }: Route): Actor[] {
  const others = permissions.filter((each) => each !== permission)
  const all: Actor[] = [
    anonymous,
    ...roles.map((role) => ({ ...who, name: role, role })),
    { ...who, name: 'not set up', confined: 'set-up' },
    { kind: 'integration', id: crypto.randomUUID(), name: 'another key', permissions: others },
    { kind: 'customer', id: crypto.randomUUID(), name: 'a customer' },
  ]
  return all.filter((actor) => !can(actor, permission))
}

/** Reads first, as what is made by writes is no longer the small desk that they are counted on. */
const names = Object.entries<Route>(routes)
  .filter(([name]) => name !== 'streamEvents') // does not end
  .toSorted(([, a], [, b]) => Number(a.method !== 'GET') - Number(b.method !== 'GET'))
  .map(([name]) => name as Name)

test('no number can be asked with that an integer of the database cannot hold', () => {
  const beyond = Object.entries<Route>(routes).flatMap(([name, route]) =>
    (['params', 'query', 'body'] as const).flatMap((part) =>
      route[part]
        ? numbersIn(z.toJSONSchema(route[part], { io: 'input', unrepresentable: 'any' }))
            .filter(({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }) => {
              const least = minimum ?? exclusiveMinimum ?? -Infinity
              const most = maximum ?? exclusiveMaximum ?? Infinity
              return !(least >= -largestInt && most <= largestInt)
            })
            .map((schema) => `${name} ${part} ${JSON.stringify(schema)}`)
        : [],
    ),
  )
  expect(beyond).toEqual([])
})

type Bounds = Partial<
  Record<'minimum' | 'exclusiveMinimum' | 'maximum' | 'exclusiveMaximum', number>
>

function numbersIn(schema: unknown): Bounds[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { type } = schema as { type?: unknown }
  const here = type === 'integer' || type === 'number' ? [schema as Bounds] : []
  return [...here, ...Object.values(schema).flatMap(numbersIn)]
}

test.each(names)(
  '%s: what nobody should send is refused and keeps nothing, and what is asked well is answered',
  async (name) => {
    const route: Route = routes[name]
    const failures: string[] = []
    let wish = await wishOf(name)
    let isUsed = false
    const untouched = await newestChange()
    for (const stranger of strangersTo(route)) {
      const { status } = await send(name, { ...wish, as: stranger }, soundRequest(route, wish.said))
      expect(status, stranger.name).toBe(stranger.kind === 'anonymous' ? 401 : 403)
      tally.strangers++
    }
    expect(await newestChange()).toBe(untouched)
    const sound = await send(name, wish, soundRequest(route, wish.said))
    // a walk that is refused at the door proves nothing
    if (refused[name]) expect(sound).toMatchObject({ reason: refused[name] })
    else expect(sound.status, sound.body).toBe(taken(name))
    wish = await wishOf(name)
    const walks = walksOf(route, wish)
    let before = await newestChange()
    /** What was taken has used up what it was about. */
    const anew = async () => {
      wish = await wishOf(name)
      isUsed = false
      tally.made++
      before = await newestChange()
    }
    for (const { about, of } of walks) {
      let answer = await send(name, wish, of(wish.said))
      if (isUsed && answer.status > 400) {
        await anew()
        answer = await send(name, wish, of(wish.said))
      }
      tally.walks++
      tally[answer.status < 400 ? 'answered' : 'refused']++
      if (answer.status === 429 || (answer.status >= 500 && answer.reason !== refused[name])) {
        failures.push(`${about}: ${answer.status} ${answer.body}`)
      }
      const now = await newestChange()
      if (answer.status >= 400 && now !== before) {
        failures.push(`${about}: ${answer.status}, and yet it changed something`)
      }
      if (answer.status < 400 && route.method !== 'GET') isUsed = true
      before = now
    }
    expect(failures).toEqual([])
    if (isUsed) await anew()
    const after = await send(name, wish, soundRequest(route, wish.said))
    if (!refused[name]) expect(after.status, after.body).toBe(taken(name))
  },
)

afterAll(() => {
  process.stdout.write(
    `Hostile walk: ${names.length} routes, each answered what was asked well, and ${tally.strangers} strangers who asked it refused; ${tally.walks} requests that nobody should send, ${tally.answered} taken, ${tally.refused} refused (${tally.made} times what they are about was made anew)\n`,
  )
})
