import type { Route } from '@firstline/contract/route'
import { permissions } from '@firstline/contract/permissions'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sources } from '#server/accounts/read-source.ts'
import type { App } from '#server/app.ts'
import type { Actor } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { handlersOf } from '#server/routes.ts'
import { readAiActor } from '#server/team/ai-actor.ts'
import { createPerson } from '#server/testing/people.ts'
import { createCustomer, createWorld } from './testing/customers-world.ts'
import type { Customer } from './testing/customers-world.ts'
import { finish, isAboutTicket, requestOf } from './testing/look-calls.ts'

const world = await createWorld()
const { company } = world

const kinds = ['person', 'key', 'ai'] as const
type Kind = (typeof kinds)[number]

/** Which routes show an account, and to whom: a change of it has to be agreed to here. */
const looking: Record<string, string> = {
  listPanels: 'person key ai',
  getTicketWorkspace: 'person key ai',
  readPanel: 'person key ai',
  unmaskPanel: 'person key',
  searchLogs: 'person key ai',
  listTraces: 'person key ai',
  getTrace: 'person key ai',
  tryRunbook: 'person',
  startRunbook: 'person key ai',
  listRunbookRuns: 'person key ai',
  fillSavedReply: 'person key ai',
  getRunbookRun: 'person key ai',
  choosePick: 'person key ai',
  repeatChecks: 'person key ai',
  escalate: 'person ai',
  getEscalation: 'person key ai',
  listActionChoices: 'person key ai',
  previewAction: 'person key ai',
  runAction: 'person key ai',
  listActionRuns: 'person key ai',
  getActionRun: 'person key ai',
  undoActionRun: 'person key ai',
  verifyActionRun: 'person key ai',
  requestActionApproval: 'person key ai',
  requestUndoApproval: 'person key ai',
  listActionApprovals: 'person key ai',
  listTicketApprovals: 'person key ai',
  getActionApproval: 'person key ai',
  approveAction: 'person',
}

const callers = new Map<Kind, Actor>()
let other: Actor
let http: FastifyInstance

beforeAll(async () => {
  other = await createPerson(company, { role: 'engineer', name: 'Emil' })
  const lead = await createPerson(company, { role: 'lead', name: 'Lena' })
  const wish = { name: 'Robo', callsPerMinute: 6_000, actionsPerHour: 1_000 }
  const { agent } = await createAiAgent(world.app, lead, wish)
  callers.set('person', await createPerson(company, { role: 'admin', name: 'Ada' }))
  callers.set('key', { kind: 'integration', id: crypto.randomUUID(), name: 'script', permissions })
  callers.set('ai', (await readAiActor(company.db, agent.id, company.clock.now()))!)
  const app = watched(world.app)
  http = await createHttp({
    log: app.log,
    routes,
    handlers: handlersOf(app),
    authenticate: async ({ headers }) => callers.get(headers['x-who'] as Kind)!,
    origins: app.config.origins,
    rateLimit: 1_000_000,
    version: '0',
  })
})
afterAll(() => http.close())

/** What is being watched, and each read of it: whether it was on record when it began. */
let watching: { of: Customer; who: Actor; since: string; reads: boolean[] } | null = null

/** The desk, where every read of the customer's systems first looks whether it is on record. */
function watched(app: App): App {
  const { connections, builtins } = app.sources
  const before =
    <Args extends unknown[], Result>(read: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      watching?.reads.push(await isOnRecord())
      return read(...args)
    }
  const sources: Sources = {
    ...app.sources,
    connections: {
      ...connections,
      // the directory, which says of nobody what they have, is asked without it
      sql(id) {
        const reader = connections.sql(id)
        return { ...reader, read: before(reader.read) }
      },
    },
    builtins: { ...builtins, logs: before(builtins.logs!) },
  }
  const { telemetryReader: telemetry } = app
  return {
    ...app,
    sources,
    telemetryReader: {
      ...telemetry,
      searchLogs: before(telemetry.searchLogs),
      listServices: before(telemetry.listServices),
      listTraces: before(telemetry.listTraces),
      readSpans: before(telemetry.readSpans),
      readTraceLogs: before(telemetry.readTraceLogs),
    },
  }
}

/** @param name any, where what somebody did to the ticket says as well that they saw it */
async function isOnRecord(name?: 'account.viewed'): Promise<boolean> {
  if (!watching) return false
  const { of, who, since } = watching
  const found = await company.db
    .selectFrom('event')
    .select('id')
    .where('id', '>', since)
    .where('ticket_id', '=', of.ticketId)
    .where('account_id', '=', of.accountId)
    .where('actor_id', '=', who.id)
    .$if(name !== undefined, (query) => query.where('name', '=', name!))
    .executeTakeFirst()
  return found !== undefined
}

async function look(name: string, route: Route, kind: Kind) {
  const of = await createCustomer(company, world.app)
  const who = callers.get(kind)!
  const request = await requestOf(name, route, { world, of, who, other })
  if (name === 'undoActionRun' || name === 'requestUndoApproval')
    await finish(world, of, 'verified')
  if (name === 'verifyActionRun') await finish(world, of, 'unknown')
  // what a caller had to see first, as for a preview, is not what is asked about
  await company.db.deleteFrom('account_view').where('viewer_id', '=', who.id!).execute()
  const last = await company.db
    .selectFrom('event')
    .select((select) => select.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  watching = { of, who, since: last.id ?? '0', reads: [] }
  const answer = await http.inject({
    method: request.method,
    url: request.url,
    headers: { 'x-who': kind, ...(request.payload ? { 'content-type': 'application/json' } : {}) },
    ...(request.payload ? { payload: JSON.stringify(request.payload) } : {}),
  })
  const hasSeen = await isOnRecord('account.viewed')
  const isShown = answer.body.includes(of.shownCanary)
  const isKnown = await isOnRecord()
  const { reads } = watching
  watching = null
  return { answer, reads, hasSeen, isShown, isKnown }
}

const all = Object.entries<Route>(routes).filter(
  ([, { permission, raw }]) => permission !== 'public' && !raw,
)
const tally = { calls: 0, reads: 0, shown: 0 }

test.each(all)('%s: who looks is on record before the answer', async (name, route) => {
  const seenBy: Kind[] = []
  const statuses: number[] = []
  for (const kind of kinds) {
    const { answer, reads, hasSeen, isShown, isKnown } = await look(name, route, kind)
    expect(reads, `${kind}: ${answer.statusCode} ${answer.body}`).not.toContain(false)
    if (isShown) expect(isKnown, `${kind} was shown what nobody recorded`).toBe(true)
    if (hasSeen) seenBy.push(kind)
    expect(answer.statusCode, answer.body).not.toBe(500)
    statuses.push(answer.statusCode)
    tally.calls++
    tally.reads += reads.length
    tally.shown += isShown ? 1 : 0
  }
  expect(seenBy.join(' ')).toBe(looking[name] ?? '')
  // a call that was not valid has shown nothing
  if (isAboutTicket(name, route)) expect(statuses.some((status) => status !== 400)).toBe(true)
})

test('a look is on record once an hour and account; who cannot be recorded sees nothing', async () => {
  const of = await createCustomer(company, world.app)
  const ask = () =>
    http.inject({ url: `/api/tickets/${of.ticketId}/panels/own.list`, headers: { 'x-who': 'key' } })
  const views = async () => {
    const rows = company.db.selectFrom('event').select(['actor_kind', 'account_id'])
    const own = rows.where('ticket_id', '=', of.ticketId).where('name', '=', 'account.viewed')
    return own.orderBy('id').execute()
  }
  await Promise.all(Array.from({ length: 12 }, ask))
  expect(await views()).toEqual([{ actor_kind: 'integration', account_id: of.accountId }])
  company.clock.advance(3_600_000)
  await ask()
  expect(await views()).toHaveLength(2)

  const { accountId } = await createCustomer(company, world.app)
  const ticket = company.db.updateTable('ticket').set({ account_id: accountId })
  await ticket.where('id', '=', of.ticketId).execute()
  await ask()
  expect((await views()).at(-1)).toMatchObject({ account_id: accountId })

  await company.shop.query('revoke insert on account_view from firstline_app')
  company.clock.advance(3_600_000)
  const refused = await ask()
  await company.shop.query('grant insert on account_view to firstline_app')
  expect(refused.statusCode).toBe(500)
})

test('the systems were asked while somebody watched: who watches another way than they are asked sees nothing', () => {
  expect(tally.reads).toBeGreaterThan(60)
})

afterAll(() => {
  process.stdout.write(
    `Every look: ${all.length} routes × ${kinds.length} kinds of caller, ${tally.calls} calls, ${tally.reads} reads of the customers' systems and ${tally.shown} answers with an account's data: all on record first\n`,
  )
})
