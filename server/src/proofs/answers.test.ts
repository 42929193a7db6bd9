import { randomUUID } from 'node:crypto'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { handlersOf } from '#server/routes.ts'
import { createPerson } from '#server/testing/people.ts'
import { createCustomer, createWorld } from './testing/customers-world.ts'
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
  'startPasskey',
  'startPasskeySignIn',
  'previewAction',
  'lintRunbook',
  'testRunbook',
  'tryRunbook',
  'previewEscalationDraft',
])

/** What this desk cannot do: refused, and so not looked at. */
const refused: Partial<Record<WriteName, string>> = {
  askPasswordReset: 'mail.not-connected',
  addPasskey: 'passkey.refused',
  previewImport: 'import.upload-not-found',
  requestUndoApproval: 'action.approval-not-needed',
}

let asking: Actor = who
const serve = async (table: Record<string, Route>): Promise<FastifyInstance> => {
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

/** Every change is an event; a look is not what is asked about. */
async function countEvents(): Promise<number> {
  const { count } = await company.db
    .selectFrom('event')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('name', '<>', 'account.viewed')
    .executeTakeFirstOrThrow()
  return Number(count)
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
    const before = await countEvents()
    const headers = { 'content-type': 'application/json', ...key }
    const answer = await http.inject({ method, url, headers, payload: JSON.stringify(payload) })
    const { status, reason } = { reason: null, ...answer.json<object>(), status: answer.statusCode }
    return {
      status,
      reason,
      body: answer.body,
      isRepeated: answer.headers['idempotency-replayed'] === 'true',
      changes: (await countEvents()) - before,
    }
  }
}

const tally = { nothing: 0, kept: 0, silent: 0 }

test.each(Object.keys(writes) as WriteName[])(
  '%s: an answer that is an error stores nothing',
  async (name) => {
    const done = await call(sound, name)
    if (refused[name]) return expect(done).toMatchObject({ reason: refused[name], changes: 0 })
    expect(done.status, done.body).toBe(200)
    expect(done.changes > 0, `${name} changes something`).toBe(!changesNothing.has(name))
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
      expect(again).toEqual({ ...first, isRepeated: true, changes: 0 })
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

afterAll(() => {
  process.stdout.write(`Asked again under a key: ${JSON.stringify(repeated)}\n`)
  process.stdout.write(
    `Answers: of ${Object.keys(writes).length} routes that write, ${tally.nothing} left nothing when their answer was an error; ${tally.kept} keep on record what was begun or called; ${tally.silent} never change anything\n`,
  )
})
