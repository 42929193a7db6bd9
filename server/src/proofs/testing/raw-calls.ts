import { writeFileSync, mkdirSync } from 'node:fs'
import type { RouteName, Routes } from '@firstline/contract/client'
import { present } from '@firstline/contract/present'
import type { Route } from '@firstline/contract/route'
import { sealRecord } from '#server/audit/seal-record.ts'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import { importFolder } from '#server/imports/jobs/upload-history.ts'
import { rejectsPath } from '#server/imports/jobs/queries.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { makePortalLink } from '#server/portal/portal-link.ts'
import { signInContact } from '#server/portal/testing/sign-in-contact.ts'
import { exportContact } from '#server/privacy/export-contact.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { hookSecret } from './customers-files.ts'
import { someContact, someImport, someMail, unique } from './write-things.ts'
import type { WriteCell } from './write-things.ts'

/** Every route that reads or writes the bytes itself; a new one does not type-check until it stands below. */
export type RawName = Exclude<keyof Routes, RouteName>
/** Those that take something in. */
export type RawWriteName = {
  [N in RawName]: Routes[N]['method'] extends 'GET' ? never : N
}[RawName]

export type RawWish = {
  params?: Record<string, string>
  query?: string
  as?: Actor
  type?: string
  headers?: Record<string, string>
}
type Sent = RawWish & { type: string; payload: string; wrong: string }

export const rawReads: Record<
  Exclude<RawName, RawWriteName>,
  ((cell: WriteCell) => Promise<RawWish>) | 'endless'
> = {
  getMetrics: async () => ({}),
  getPortal: async (cell) => ({ headers: (await atPortal(cell)).headers }),
  getPortalStyle: async () => ({ query: '?v=1' }),
  getPortalForm: async (cell) => ({ headers: (await atPortal(cell)).headers }),
  followPortalLink: async (cell) => ({ params: { token: await portalToken(cell) } }),
  getPortalLink: async (cell) => ({ headers: await followed(cell) }),
  async getPortalTicket(cell) {
    const { headers, number } = await atPortal(cell)
    return { headers, params: { number } }
  },
  getPortalAttempt: async (cell) => atAttempt(cell, 'shown'),
  streamEvents: 'endless',
  async downloadInboundMail(cell) {
    return { params: { mailId: await someMail(cell) } }
  },
  async downloadContactExport(cell) {
    const { id: contactId } = await someContact(cell)
    const { id } = await exportContact(cell.world.app, cell.who, {
      contactId,
      reason: 'They asked',
    })
    return { params: { exportId: id } }
  },
  exportRecord: async () => ({ query: '?format=csv' }),
  async getEventProof({ world }) {
    await sealRecord(world.app)
    const event = world.company.db.selectFrom('event').select('id').orderBy('id').limit(1)
    return { params: { eventId: (await event.executeTakeFirstOrThrow()).id } }
  },
  exportScorecard: async () => ({}),
  async downloadRejects(cell) {
    const importId = await someImport(cell, 'stopped')
    mkdirSync(importFolder(cell.world.app), { recursive: true })
    writeFileSync(rejectsPath(cell.world.app, importId), 'line,reason\n')
    return { params: { importId } }
  },
}

export const rawWrites: Record<RawWriteName, (cell: WriteCell) => Promise<Sent>> = {
  askPortalLink: async ({ world }) =>
    portalForm(fromPage(world), { email: `${unique()}@shop.example` }),
  usePortalLink: async (cell) =>
    portalForm({ ...fromPage(cell.world), ...(await followed(cell)) }, { do: 'sign-in' }),
  signOutOfPortal: async (cell) => portalForm((await atPortal(cell)).headers, { do: 'sign-out' }),
  createPortalTicket: async (cell) => {
    const form = { subject: 'Late', text: 'Where is it?', key: crypto.randomUUID() }
    return portalForm((await atPortal(cell)).headers, form)
  },
  answerPortalTicket: async (cell) => {
    const { headers, number } = await atPortal(cell)
    const form = { text: 'It is still late', key: crypto.randomUUID() }
    return { ...portalForm(headers, form), params: { number } }
  },
  ratePortalTicket: async (cell) => {
    const { headers, number, ticketId } = await atPortal(cell)
    const said = { ticketId, summary: 'Done', reply: 'It is there.' }
    const { resolutions } = await resolveTicket(cell.world.app, cell.who, said)
    const form = { resolution: resolutions[0]!.id, value: 'up', comment: '' }
    return { ...portalForm(headers, form), params: { number } }
  },
  // the half hour is over: it is sent on
  answerPortalAttempt: async (cell) => {
    const { headers, params } = await atAttempt(cell, 'asking')
    return { ...portalForm(headers, { name: 'which', value: 'this' }), params }
  },
  endPortalAttempt: async (cell) => {
    const { headers, params } = await atAttempt(cell, 'shown')
    return { ...portalForm(headers, { outcome: 'solved' }), params }
  },
  receiveEmail: async () => ({
    as: machine('mail:receive'),
    type: 'message/rfc822',
    payload: `From: kim@shop.example\r\nSubject: ${unique()}\r\n\r\nWhere is it?\r\n`,
    wrong: '',
  }),
  receiveHook: async ({ world }) => ({
    params: { hook: 'pipeline' },
    type: 'application/json',
    headers: { authorization: `Bearer ${hookSecret}` },
    payload: JSON.stringify({
      app: unique(),
      version: '1',
      at: world.company.clock.now().toISOString(),
    }),
    wrong: '{',
  }),
  uploadHistory: async () => ({
    query: '?name=tickets.csv',
    type: 'application/octet-stream',
    payload: 'number,opened\n1,2026-01-01\n',
    wrong: '',
  }),
  receiveLogs: async ({ world }) =>
    telemetry('resourceLogs', 'scopeLogs', {
      logRecords: [{ timeUnixNano: nanos(world), body: { stringValue: unique() } }],
    }),
  receiveTraces: async ({ world }) =>
    telemetry('resourceSpans', 'scopeSpans', {
      spans: [
        {
          traceId: 'a'.repeat(32),
          spanId: unique().padEnd(16, '0'),
          name: 'GET /',
          startTimeUnixNano: nanos(world),
          endTimeUnixNano: nanos(world),
        },
      ],
    }),
  async callMcp({ world, of, who }) {
    const { agent } = await createAiAgent(world.app, who, { name: `Robo ${unique()}` })
    const limits = {
      tools: null,
      lines: null,
      types: null,
      isWaiting: false,
      callsPerMinute: 60,
      actionsPerHour: 60,
    }
    const params = {
      name: 'start_runbook',
      arguments: { ticketId: of.ticketId, runbook: 'looks-right' },
    }
    return {
      as: { kind: 'ai_agent', id: agent.id, name: 'Robo', limits },
      query: `?ticket=${of.ticketId}`,
      type: 'application/json',
      payload: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      wrong: '{',
    }
  },
}

/** By which answers lead on: a page that is loaded anew sends nothing twice. */
export const leadingOn: ReadonlySet<string> = new Set<RawName>([
  'followPortalLink',
  'usePortalLink',
  'signOutOfPortal',
  'createPortalTicket',
  'answerPortalTicket',
  'ratePortalTicket',
  'answerPortalAttempt',
  'endPortalAttempt',
])

function fromPage({ app }: WriteCell['world']): Record<string, string> {
  return { origin: app.config.origins[0]! }
}

/** A contact who is signed in, with a ticket of theirs. */
async function atPortal({ world, who }: WriteCell) {
  const email = `${unique()}@shop.example`
  const wish = { subject: 'Late', text: 'Where is it?', contactEmail: email }
  const { id: ticketId, number } = await createTicket(world.app, who, wish)
  const { session } = await signInContact(world.app, email)
  const headers = { ...fromPage(world), cookie: `firstline_help=${session}` }
  return { ticketId, number: String(number), headers }
}

/** What a contact tries by themselves, an hour ago. */
async function atAttempt(cell: WriteCell, state: 'asking' | 'shown') {
  const { headers, ticketId } = await atPortal(cell)
  const { db, clock } = cell.world.company
  const { contact_id: contactId } = await db
    .selectFrom('ticket')
    .select('contact_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const { account_id: accountId } = await db
    .selectFrom('ticket')
    .select('account_id')
    .where('id', '=', cell.of.ticketId)
    .executeTakeFirstOrThrow()
  const { runbook_id, version } = await db
    .selectFrom('runbook_version')
    .select(['runbook_id', 'version'])
    .where('state', '=', 'published')
    .orderBy('runbook_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const startedAt = later(clock.now(), -1 * hours)
  const { id } = await db
    .insertInto('self_service_attempt')
    .values({
      contact_id: present(contactId),
      account_id: present(accountId),
      key: crypto.randomUUID(),
      subject: 'Late',
      text: 'Where is it?',
      runbook_id,
      version,
      type: 'parcels.missing',
      state,
      ...(state === 'shown' ? { cause: 'on-its-way', shown: 'It is on its way.' } : {}),
      started_at: startedAt,
      readable_until: startedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { headers, params: { id } }
}

async function portalToken({ world }: WriteCell): Promise<string> {
  const wish = { email: `${unique()}@shop.example`, match: null }
  const { link } = await makePortalLink(world.app, system('test'), wish)
  return link.slice(link.lastIndexOf('/') + 1)
}

async function followed(cell: WriteCell): Promise<Record<string, string>> {
  return { cookie: `firstline_help_link=${await portalToken(cell)}` }
}

function portalForm(headers: Record<string, string>, form: Record<string, string>): Sent {
  const payload = new URLSearchParams(form).toString()
  return { headers, type: 'application/x-www-form-urlencoded', payload, wrong: '' }
}

function machine(permission: 'mail:receive' | 'telemetry:write'): Actor {
  return {
    kind: 'integration',
    id: crypto.randomUUID(),
    name: 'gateway',
    permissions: [permission],
  }
}

function nanos({ company }: WriteCell['world']): string {
  return `${company.clock.now().getTime()}000000`
}

function telemetry(resource: string, scope: string, inScope: object): Sent {
  const payload = JSON.stringify({ [resource]: [{ resource: {}, [scope]: [inScope] }] })
  return { as: machine('telemetry:write'), type: 'application/json', payload, wrong: '{' }
}

export function addressOf({ path }: Route, { params = {}, query = '' }: RawWish): string {
  return (
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')) +
    query
  )
}
