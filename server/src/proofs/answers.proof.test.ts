import { randomUUID } from 'node:crypto'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { handlersOf } from '#server/routes.ts'
import { createHttpOf } from '#server/serve.ts'
import { createPerson } from '#server/testing/people.ts'
import { createCustomer, createWorld } from './testing/customers-world.ts'
import { coverage } from './testing/crash-coverage.ts'
import { addressOf, leadingOn, rawReads, rawWrites } from './testing/raw-calls.ts'
import type { RawName, RawWish, RawWriteName } from './testing/raw-calls.ts'
import { writeOf, writes } from './testing/write-calls.ts'
import type { WriteName } from './testing/write-calls.ts'

const world = await createWorld()
const { company, app } = world
const who = await createPerson(company, { role: 'admin', name: 'Ada' })
const other = await createPerson(company, { role: 'engineer', name: 'Emil' })

const called = 'what was called is on record before the answer, whatever the answer is'
const opened = 'two transactions: what was begun is on record while the checks are read'
const looked = 'who looks behind a mask is on record before anything is read'

/** What stays on record even where the answer is an error, and why it has to. */
const kept: Partial<Record<WriteName, string>> = {
  unmaskPanel: looked,
  trySource: looked,
  startRunbook: opened,
  choosePick: opened,
  repeatChecks: opened,
  runAction: called,
  undoActionRun: called,
  verifyActionRun: called,
  approveAction: called,
}

/** By POST, as they carry much or hide it from addresses; or because nothing changed is what they say. */
const changesNothing = new Set<WriteName>([
  'readPasswordLink',
  'readRating',
  'startPasskey',
  'startPasskeySignIn',
  'previewAction',
  'previewIncidentUpdate',
  'lintRunbook',
  'testRunbook',
  'tryRunbook',
  'tryRule',
  'previewEscalationDraft',
  // of a ticket that is here
  'mirrorBesideTicket',
  // what nobody has said yet is on no record; kept once more it is the same
  'keepDraft',
  'forgetDraft',
])

/** What this desk cannot do: refused, and so not looked at. */
const refused: Partial<Record<WriteName, string>> = {
  askPasswordReset: 'mail.not-connected',
  createFirstAdmin: 'setup.done',
  sendTestMail: 'mail.not-connected',
  addPasskey: 'passkey.refused',
  previewImport: 'import.upload-not-found',
  requestUndoApproval: 'action.approval-not-needed',
}

let asking: Actor = who
const serve = async (
  table: Record<string, Route>,
  more: (http: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> => {
  const http = await createHttp({
    log: app.log,
    routes: table,
    handlers: handlersOf(app),
    authenticate: async () => asking,
    keys: { db: company.db, secret: Buffer.from('of this desk') },
    origins: app.config.origins,
    rateLimit: 1_000_000,
    version: '0',
  })
  more(http)
  afterAll(() => http.close())
  return http
}

/** The same desk, but no answer is what the contract says it is. */
const unanswerable = Object.fromEntries(
  Object.entries<Route>(routes).map(([name, route]) => [
    name,
    route.raw ? route : { ...route, response: z.never() },
  ]),
)

let sound: FastifyInstance
let broken: FastifyInstance
beforeAll(async () => {
  sound = await serve(routes)
  broken = await serve(unanswerable)
})

/** Every change is an event; a look is not what is asked about. @returns the newest one */
async function newestEvent(): Promise<string> {
  const newest = company.db.selectFrom('event').select(({ fn }) => fn.max('id').as('id'))
  return (await newest.executeTakeFirstOrThrow()).id ?? '0'
}

/** How many events there are since, and in how many transactions they were recorded. */
async function changesSince(event: string): Promise<{ changes: number; transactions: number }> {
  const since = await company.db
    .selectFrom('event')
    .select(({ fn }) => [
      fn.countAll<string>().as('changes'),
      fn.count<string>('xid').distinct().as('transactions'),
    ])
    .where('id', '>', event)
    .where('name', '<>', 'account.viewed')
    .executeTakeFirstOrThrow()
  return { changes: Number(since.changes), transactions: Number(since.transactions) }
}

async function call(http: FastifyInstance, name: WriteName) {
  return (await callerOf(name))(http)
}

/** Makes what the call needs. @returns what sends it, as often as it is called */
async function callerOf(name: WriteName, key?: Record<string, string>) {
  const of = await createCustomer(company, app)
  const { method, url, payload, as } = await writeOf(name, routes[name], { world, of, who, other })
  return async (http: FastifyInstance) => {
    asking = as
    const before = await newestEvent()
    const headers = { 'content-type': 'application/json', ...key }
    const answer = await http.inject({ method, url, headers, payload: JSON.stringify(payload) })
    const { status, reason } = { reason: null, ...answer.json<object>(), status: answer.statusCode }
    return {
      status,
      reason,
      body: answer.body,
      isRepeated: answer.headers['idempotency-replayed'] === 'true',
      ...(await changesSince(before)),
    }
  }
}

/** What crash-coverage.ts says a process leaves that is killed in the middle of it. */
function expectCovered(
  name: WriteName | RawWriteName,
  { changes, transactions }: { changes: number; transactions: number },
): void {
  if (coverage[name] === 'one transaction') expect(transactions).toBeLessThanOrEqual(1)
  if (coverage[name] === 'nothing' || coverage[name] === 'no event') expect(changes).toBe(0)
}

const tally = { nothing: 0, kept: 0, silent: 0, raw: 0 }

test.each(Object.keys(writes) as WriteName[])(
  '%s: an answer that is an error stores nothing',
  async (name) => {
    const done = await call(sound, name)
    if (refused[name]) return expect(done).toMatchObject({ reason: refused[name], changes: 0 })
    expect(done.status, done.body).toBe(200)
    expect(done.changes > 0, `${name} changes something`).toBe(!changesNothing.has(name))
    expectCovered(name, done)
    const failed = await call(broken, name)
    expect(failed).toMatchObject({ status: 500, reason: 'server.unexpected' })
    expect(failed.changes > 0, `${name} has left something`).toBe(kept[name] !== undefined)
    tally[kept[name] ? 'kept' : done.changes > 0 ? 'nothing' : 'silent']++
  },
)

/** What is kept of a request; nothing where doing it again is harmless. */
async function readKept(key: string) {
  const query = company.db.selectFrom('request_key').select(['route', 'answer'])
  return query.where('key', '=', key).execute()
}

const repeated = { answered: 0, refused: 0, anew: 0 }

test.each((Object.keys(writes) as WriteName[]).filter((name) => !refused[name]))(
  '%s: asked again under the same key, it is done once, or doing it again is harmless',
  async (name) => {
    const key = `"${randomUUID()}"`
    const ask = await callerOf(name, { 'idempotency-key': key })
    const first = await ask(sound)
    expect(first, first.body).toMatchObject({ status: 200, isRepeated: false })
    const again = await ask(sound)
    const kept = await readKept(key.slice(1, -1))
    const { is = 'answered' } = (routes[name] as Route).repeated ?? {}
    repeated[is]++
    if (is === 'anew') return expect(kept).toEqual([])
    expect(again.changes).toBe(0)
    if (is === 'answered') {
      expect(again).toEqual({ ...first, isRepeated: true, changes: 0, transactions: 0 })
      return expect(kept).toEqual([{ route: name, answer: first.body }])
    }
    expect(again).toMatchObject({ status: 409, reason: 'idempotency-key.answer-not-kept' })
    expect(kept).toEqual([{ route: name, answer: null }])
  },
)

/** Names of what must not lie in a table as it is; those that only sound so, with what they are. */
const secretNames = /token|secret|password|link|url|codes|^key$/i
const noSecrets: Record<string, string> = {
  'requestActionApproval.url': 'of the call as people see it, without its secrets',
  'requestUndoApproval.url': 'the same',
  'refuseActionApproval.url': 'the same',
  'withdrawActionApproval.url': 'the same',
  'startOpportunity.link': 'a page of the team',
  'dismissOpportunity.link': 'the same',
  'reopenOpportunity.link': 'the same',
}

test('no answer that is kept has a place for a secret', () => {
  const found = Object.entries<Route>(routes)
    .filter(([, { method, raw, repeated: again }]) => method !== 'GET' && !raw && !again)
    .flatMap(([name, { response }]) =>
      secretsIn(z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' }), name),
    )
  expect(found.filter((place) => !Object.hasOwn(noSecrets, place))).toEqual([])
})

/** Wherever it stands in the schema. */
function secretsIn(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, inner]) => {
    const properties = name === 'properties' ? Object.keys(inner as object) : []
    const secrets = properties.filter((property) => secretNames.test(property))
    return [...secrets.map((property) => `${place}.${property}`), ...secretsIn(inner, place)]
  })
}

/** Rows of what is no event: telemetry, mails and files as they came. */
async function countRows(): Promise<number> {
  const tables = ['telemetry_log', 'telemetry_span', 'inbound_mail', 'import_upload'] as const
  let rows = 0
  for (const table of tables) {
    const all = company.db.selectFrom(table).select(({ fn }) => fn.countAll<string>().as('rows'))
    rows += Number((await all.executeTakeFirstOrThrow()).rows)
  }
  return rows
}

/** Why what came in stays, though its sender was answered an error after it was stored. */
const keptRaw: Record<RawWriteName, string> = {
  receiveEmail: 'stored before it is answered; sent once more it is the same mail',
  receiveHook: 'told again by its sender, it is the same change',
  uploadHistory: 'nobody knows its id: it is forgotten after a week',
  receiveLogs: 'OTLP: what was not acknowledged is sent again',
  receiveTraces: 'OTLP: what was not acknowledged is sent again, and a span is known by its id',
  callMcp: 'the answer is the end of a call that was on record before',
  askPortalLink: 'who asks again is sent another link',
  usePortalLink: 'who has no cookie has another link sent',
  signOutOfPortal: 'who is signed out stays so',
  createPortalTicket: 'sent once more, it is known by the key of its form',
  answerPortalTicket: 'sent once more, it is known by the key of its form',
  ratePortalTicket: 'given once more, it is the same rating',
  answerPortalAttempt:
    'what was answered is asked no more, and what has ended leads to where it ended',
  endPortalAttempt: 'what has ended leads to where it ended',
}

/** What this desk cannot do. */
const refusedRaw: Partial<Record<RawWriteName, number>> = { askPortalLink: 503 }

let mute: FastifyInstance
beforeAll(async () => {
  mute = await serve(routes, (http) =>
    http.addHook('onSend', async (request, reply) => {
      if (reply.statusCode < 400) throw new Error(`no answer to ${request.url}`)
    }),
  )
})

async function callRaw(http: FastifyInstance, name: RawName, wish: RawWish, payload?: string) {
  asking = wish.as ?? who
  const [event, rows] = [await newestEvent(), await countRows()]
  const { statusCode: status, body } = await http.inject({
    method: routes[name].method,
    url: addressOf(routes[name], wish),
    headers: {
      ...(wish.type && {
        'content-type': wish.type,
        accept: 'application/json, text/event-stream',
      }),
      ...wish.headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  const { changes, transactions } = await changesSince(event)
  return { status, body, changes, transactions, left: changes + (await countRows()) - rows }
}

test.each(Object.keys(rawWrites) as RawWriteName[])(
  '%s (raw): what is refused stores nothing, and what stays without an answer has its reason',
  async (name) => {
    const cell = async () => ({ world, of: await createCustomer(company, app), who, other })
    const wish = await rawWrites[name](await cell())
    const wrong = await callRaw(sound, name, wish, wish.wrong)
    expect(wrong, wrong.body).toMatchObject({ status: 400, left: 0 })
    const done = await callRaw(sound, name, wish, wish.payload)
    if (refusedRaw[name]) return expect(done).toMatchObject({ status: refusedRaw[name], left: 0 })
    expect(done.status, done.body).toBe(leadingOn.has(name) ? 303 : 200)
    expect(done.left, `${name} stores something`).toBeGreaterThan(0)
    expectCovered(name, done)
    const again = await rawWrites[name](await cell())
    const failed = await callRaw(mute, name, again, again.payload)
    expect(failed.status, failed.body).toBe(500)
    expect(failed.left > 0, `${name} has left something`).toBe(keptRaw[name] !== undefined)
    tally.raw++
  },
)

/** What is on record of them is who took it. */
const takenOnRecord: ReadonlySet<string> = new Set(['exportRecord', 'downloadContactExport'])

test.each(Object.keys(rawReads) as (keyof typeof rawReads)[])(
  '%s (raw): reads, and leaves nothing but that it was read',
  async (name) => {
    const make = rawReads[name]
    if (make === 'endless') return expect(routes[name].method).toBe('GET')
    const wish = await make({ world, of: await createCustomer(company, app), who, other })
    const done = await callRaw(sound, name, wish)
    expect(done.status, done.body).toBe(leadingOn.has(name) ? 303 : 200)
    expect(done.left).toBe(takenOnRecord.has(name) ? 1 : 0)
  },
)

/** What is answered beside the contract, and why it is not asked here what it leaves. */
const beside: readonly { of: RegExp; why: string }[] = [
  { of: /^GET \*$/, why: 'files of the web app' },
  { of: /^GET \/openapi\.json$/, why: 'the contract itself' },
  { of: /^GET \/docs/, why: 'the contract as a page' },
  { of: /^(?:GET|DELETE) \/mcp$/, why: 'always 405' },
  {
    of: /^POST \/api\/auth\/[\w/-]+$/,
    why: 'sign-in of a library: on record before it is answered, without a record no cookie',
  },
  {
    of: /^GET \/api\/auth\/callback\/:provider$/,
    why: 'where an identity provider sends people back to: on record before there is a session',
  },
]

test('every address that is answered is in the contract, or stands here with its reason', async () => {
  const http = await createHttpOf({
    ...app,
    config: { ...app.config, webFolder: company.place.folder },
  })
  afterAll(() => http.close())
  await http.ready()
  const known = new Set(
    Object.values<Route>(routes).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  )
  const answered = addressesOf(http.printRoutes({ commonPrefix: false }))
  const strangers = answered.filter((each) => !known.has(each))
  expect([...known].filter((each) => !answered.includes(each))).toEqual([])
  expect(strangers.filter((each) => !beside.some(({ of }) => of.test(each)))).toEqual([])
  expect(beside.filter(({ of }) => !strangers.some((each) => of.test(each)))).toEqual([])
})

/** Of the tree that fastify prints: each line goes on from the one above that is further left. */
function addressesOf(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^(.*?)[├└]── (\S*)(?: \((.+)\))?$/.exec(line) ?? []
    if (indent === undefined) return []
    const depth = indent.length / 4
    above.splice(depth, above.length, part!)
    const named = methods?.split(', ').filter((method) => !/HEAD|OPTIONS/.test(method)) ?? []
    return named.map((method) => `${method} ${above.join('')}`)
  })
}

afterAll(() => {
  process.stdout.write(`Asked again under a key: ${JSON.stringify(repeated)}\n`)
  process.stdout.write(
    `Answers: of ${Object.keys(writes).length} routes that write, ${tally.nothing} left nothing when their answer was an error; ${tally.kept} keep on record what was begun or called; ${tally.silent} never change anything. Of ${Object.keys(rawWrites).length} more that take bytes, ${tally.raw} store nothing of what they refuse\n`,
  )
})
