import { hostileCalls } from '#server/mcp/testing/hostile-ticket.ts'
import { handOver, outcome } from './look-calls.ts'
import { actionIds, runbookIds, runbookText, savedReply, sourceIds } from './customers-files.ts'
import type { Customer } from './customers-world.ts'

/** One call. `of`: whose ticket it is about; null: about no ticket in particular. */
export type Call = {
  name: string
  of: Customer | null
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  body?: object
  /** A form of the portal, sent or asked for by the contact of `of`. */
  form?: Record<string, string>
  isMcp?: true
  /** May show what is masked, of the own customer. */
  isUnmasking?: true
  /** By who may open an account. */
  isByOpener?: true
  /** With whom what it makes is kept where it is about no ticket in particular. */
  keptBy?: Customer
  /** Where what it makes is kept, for other calls. */
  makes?:
    | 'tokens'
    | 'runs'
    | 'approvals'
    | 'followed'
    | 'openings'
    | 'escalations'
    | 'replies'
    | 'updates'
}

export type Random = {
  /** 0 … max - 1 */
  below(max: number): number
  pick<Value>(values: readonly Value[]): Value
}

/** Small and seeded (mulberry32), so that a run can be repeated. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const below = (max: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * max)
  }
  return { below, pick: (values) => values[below(values.length)]! }
}

type Pair = { own: Customer; other: Customer; random: Random }

const nobody = '00000000-0000-7000-8000-000000000000'
const reason = 'The customer asked for it'

/** Mostly as it should be; else what somebody would try who wants the other customer's. */
function exportIdOf({ own, other, random }: Pair): unknown {
  if (random.below(3) > 0) return own.exportId
  return random.pick<unknown>([
    other.exportId,
    other.exportId,
    other.account,
    [own.exportId, other.exportId],
    { $ne: own.exportId },
    `${own.exportId}' or account_id = '${other.account}`,
    `../../${other.account}/exports/${other.exportId}`,
    `${other.exportId}\u202e`,
    '%',
    '',
    null,
  ])
}

function inputOf(pair: Pair): object {
  const { other, random } = pair
  const more = random.pick<object>([
    {},
    {},
    {},
    {},
    { account_id: other.account },
    { scope: { account_id: other.account } },
  ])
  return { export_id: exportIdOf(pair), ...more }
}

function wordsOf({ own, other, random }: Pair): string {
  return random.pick([
    '',
    'log',
    other.account,
    other.traceId,
    `' or account_key = '${other.account}' --`,
    '%',
    own.account,
    `account:${other.account}`,
    '\\',
  ])
}

/** Made on this ticket, or on the other's: everybody gets to hold everything. */
function madeOf({ own, other, random }: Pair, what: NonNullable<Call['makes']>): string {
  const made = random.below(4) > 0 ? own[what] : other[what]
  return made.length > 0 ? random.pick(made) : nobody
}

const ownerOf = ({ own, other }: Pair, what: NonNullable<Call['makes']>, id: string) =>
  [own, other].find((customer) => customer[what].includes(id)) ?? own

const q = (words: string) => encodeURIComponent(words)
type Make = (pair: Pair) => Call

const get = (name: string, path: string): Make =>
  function make({ own }) {
    return { name, of: own, method: 'GET', url: `/api/tickets/${own.ticketId}${path}` }
  }

const post =
  (name: string, path: string, body: (pair: Pair) => object, makes?: Call['makes']): Make =>
  (pair) => ({
    name,
    of: pair.own,
    method: 'POST',
    url: `/api/tickets/${pair.own.ticketId}${path}`,
    body: body(pair),
    ...(makes ? { makes } : {}),
  })

/** What is said of a customer is read by nobody who looks at another. */
function saying({ own, random }: Pair): { text: string } {
  return { text: random.pick(['Looking at it', `It says ${own.shownCanary} here`]) }
}

const put = (name: string, path: string, body: (pair: Pair) => object): Make => {
  const make = post(name, path, body)
  return (pair) => ({ ...make(pair), method: 'PUT' })
}
const remove = (name: string, path: string): Make => {
  const make = post(name, path, () => ({}))
  return (pair) => ({ ...make(pair), method: 'DELETE' })
}

const conversation: readonly Make[] = [
  post('note', '/notes', saying),
  post('reply', '/replies', saying, 'replies'),
  byId('take back a reply', 'replies', 'DELETE', (id) => `/api/messages/${id}/delivery`),
  put('priority', '/priority', ({ random }) => ({ priority: random.pick(['urgent', 'normal']) })),
  (pair) => ({
    ...post('tag', '/tags', ({ random }) => {
      const names = [random.pick(['late', '__proto__', 'Ünïcode'])]
      return random.below(2) > 0 ? { add: names } : { remove: names }
    })(pair),
    method: 'PATCH',
  }),
  put('snooze', '/snooze', () => ({ until: null })),
  remove('wake', '/snooze'),
  put('say its type', '/type', () => ({ type: 'exports.missing' })),
]

/** One that both of them may be part of, so of no customer in particular. */
export const incident = '00000000-0000-7000-8000-0000000000aa'

const ofIncidents: readonly Make[] = [
  put('link', '/incident', () => ({ incidentId: incident })),
  remove('unlink', '/incident'),
  () => unbound('incidents', '/api/incidents'),
  () => unbound('incident', `/api/incidents/${incident}`),
  () => unbound('affected tickets', `/api/incidents/${incident}/affected-tickets`),
  (pair) =>
    unboundPost('preview an update', `/api/incidents/${incident}/update-previews`, textFor(pair)),
  ({ own, other }) =>
    unboundPost('link tickets', `/api/incidents/${incident}/tickets`, {
      ticketIds: [own.ticketId, other.ticketId],
    }),
  (pair) => ({
    ...unboundPost('update', `/api/incidents/${incident}/updates`, {
      ...textFor(pair),
      tickets: [pair.own, pair.other].map(({ ticketId }) => ({ ticketId, seen: '999999999' })),
    }),
    makes: 'updates' as const,
    keptBy: pair.own,
  }),
  (pair) => ({
    ...unboundPost('take back an update', `/api/incident-updates/${madeOf(pair, 'updates')}`, {}),
    method: 'DELETE' as const,
  }),
]

function textFor({ random }: Pair): { text: string } {
  return {
    text: random.pick([
      'It works again, {first_name}. Your number is {ticket_number}.',
      '{__proto__} {constructor} {first_name}',
      '{{ticket_number}} ${first_name} {first_name',
    ]),
  }
}

/** Lists of the desk, with everybody's in them. */
const wholeDesk: readonly Make[] = [
  ...Array<Make>(3).fill((pair) =>
    unbound(
      'search',
      `/api/ticket-search?q=${q(pair.random.pick([wordsOf(pair), pair.other.shownCanary, pair.own.shownCanary]) || 'late')}`,
    ),
  ),
  ({ other }) => unbound('ticket by number', `/api/ticket-numbers/${other.ticketNumber}`),
  () => unbound('tags', '/api/tags'),
  () => unbound('record', '/api/record/events'),
  () => unbound('lessons', '/api/lessons'),
  () => unbound('inbox', '/api/notifications'),
  () => unbound('wins', '/api/wins'),
  () => unbound('signals', '/api/scorecard/integrity/tickets?signal=no-message'),
  byId('lesson', 'escalations', 'GET', (id) => `/api/lessons/${id}`),
  () => unbound('tickets of a tag', '/api/tickets?tag=late'),
  () => unbound('tickets of an incident', `/api/tickets?incident=${incident}`),
]

/** The customer's own side: their contact is signed in, and tries the other's tickets too. */
const atPortal: readonly Make[] = [
  ({ own }) => portal(own, 'GET', ''),
  ({ own }) => portal(own, 'GET', '/new'),
  ({ own, random }) => portal(own, 'GET', `?cursor=${q(random.pick(['x', nobody, '0']))}`),
  ...Array<Make>(3).fill((pair) => portal(pair.own, 'GET', `/tickets/${numberOf(pair)}`)),
  ({ own }) => {
    const form = { subject: 'Another question', text: 'How do I?', key: crypto.randomUUID() }
    return portal(own, 'POST', '/tickets', form)
  },
  ...Array<Make>(2).fill((pair) => {
    const form = { ...saying(pair), key: crypto.randomUUID() }
    return portal(pair.own, 'POST', `/tickets/${numberOf(pair)}`, form)
  }),
  ({ own, random }) => {
    const subject = random.pick(['My report stays grey', 'Our archive lost a folder'])
    const form = { subject, text: `${subject}.`, key: crypto.randomUUID() }
    return portal(own, 'POST', '/tickets', form)
  },
  ...Array<Make>(3).fill((pair) => portal(pair.own, 'GET', `/attempts/${attemptOf(pair)}`)),
  (pair) => {
    const form = { name: 'export_id', value: pair.random.pick([pair.own, pair.other]).exportId }
    return portal(pair.own, 'POST', `/attempts/${attemptOf(pair)}/answers`, form)
  },
  (pair) => {
    const outcome = pair.random.pick(['solved', 'not-solved'])
    return portal(pair.own, 'POST', `/attempts/${attemptOf(pair)}`, { outcome })
  },
  (pair) => {
    const form = { resolution: nobody, value: 'up', comment: saying(pair).text }
    return portal(pair.own, 'POST', `/tickets/${numberOf(pair)}/rating`, form)
  },
]

/** Each as likely as the next; what is read most stands here most often. */
const calls: readonly Make[] = [
  get('timeline', '/timeline'),
  get('workspace', '/workspace'),
  get('ticket', ''),
  get('panels', '/panels'),
  get('traces', '/traces'),
  get('changes', '/changes'),
  get('actions', '/actions'),
  get('runs', '/action-runs'),
  get('approvals', '/action-approvals'),
  get('runbook runs', '/runbook-runs'),
  get('filled reply', `/saved-replies/${savedReply.id}`),
  get('past', '/past'),
  get('watchers', '/watchers'),
  get('runbook matches', '/runbook-matches'),
  get('merge choices', '/merge-choices'),
  (pair) => get('merge choices by words', `/merge-choices?q=${q(wordsOf(pair) || 'late')}`)(pair),
  (pair) => get('merge preview', `/merge-previews/${pair.other.ticketId}`)(pair),
  post('merge', '/merging', ({ other }) => ({ into: other.ticketId })),
  (pair) => ({ ...post('undo merge', '/merging', () => ({}))(pair), method: 'DELETE' }),
  ...Array<Make>(16).fill((pair) => {
    const source = pair.random.pick([...sourceIds, pair.other.account, '../../x'])
    return get('panel', `/panels/${q(source)}`)(pair)
  }),
  ...Array<Make>(5).fill((pair) => get('logs', `/logs?q=${q(wordsOf(pair))}`)(pair)),
  (pair) => get('trace', `/traces/${pair.random.pick([pair.own, pair.other]).traceId}`)(pair),
  (pair) => {
    const action = pair.random.pick(actionIds)
    return get('choices', `/actions/${action}/choices/export_id`)(pair)
  },
  (pair) => ({
    ...post('unmask', `/panels/${pair.random.pick(sourceIds)}/unmasking`, () => ({ reason }))(pair),
    isUnmasking: true,
  }),
  ...Array<Make>(9).fill(
    post(
      'preview',
      '/action-previews',
      (pair) => ({ action: pair.random.pick(actionIds), input: inputOf(pair) }),
      'tokens',
    ),
  ),
  // most are refused: a token is gone once it is used, and every eleven minutes
  ...Array<Make>(12).fill(
    post(
      'run',
      '/action-runs',
      (pair) => ({ token: madeOf(pair, 'tokens'), reason, ...runbookRunOf(pair) }),
      'runs',
    ),
  ),
  post(
    'ask for approval',
    '/action-approvals',
    (pair) => ({ token: madeOf(pair, 'tokens'), reason }),
    'approvals',
  ),
  post(
    'start a runbook',
    '/runbook-runs',
    ({ random }) => ({ runbook: random.pick(runbookIds) }),
    'followed',
  ),
  byId('run', 'runs', 'GET', (id) => `/api/action-runs/${id}`),
  byId(
    'undo',
    'runs',
    'POST',
    (id) => `/api/action-runs/${id}/undo`,
    () => ({ reason }),
  ),
  byId(
    'approve',
    'approvals',
    'POST',
    (id) => `/api/action-approvals/${id}/approval`,
    () => ({}),
  ),
  byId('runbook run', 'followed', 'GET', (id) => `/api/runbook-runs/${id}`),
  byId(
    'choose a record',
    'followed',
    'PUT',
    (id) => `/api/runbook-runs/${id}/picks/export_id`,
    (pair) => ({ value: String(exportIdOf(pair)) || 'x', revision: pair.random.below(4) }),
  ),
  ...Array<Make>(3).fill((pair) => unbound('tickets', `/api/tickets?q=${q(wordsOf(pair))}`)),
  () => unbound('waiting approvals', '/api/action-approvals'),
  () => unbound('ticket counts', '/api/ticket-counts'),
  (pair) => unbound('scorecard', `/api/scorecard/tickets?figure=${q(wordsOf(pair))}`),
  byId(
    'repeat checks',
    'followed',
    'POST',
    (id) => `/api/runbook-runs/${id}/checks`,
    () => ({}),
  ),
  byId(
    'verify a run',
    'runs',
    'POST',
    (id) => `/api/action-runs/${id}/verification`,
    () => ({}),
  ),
  byId(
    'ask to undo',
    'runs',
    'POST',
    (id) => `/api/action-runs/${id}/undo-approvals`,
    () => ({ reason }),
  ),
  byId('approval', 'approvals', 'GET', (id) => `/api/action-approvals/${id}`),
  post(
    'escalate',
    '/escalation',
    (pair) => ({ ...handOver, ...runbookRunOf(pair), note: wordsOf(pair) || 'See for yourself' }),
    'escalations',
  ),
  byId('escalation', 'escalations', 'GET', (id) => `/api/escalations/${id}`),
  byId(
    'draft of an escalation',
    'escalations',
    'POST',
    (id) => `/api/escalations/${id}/draft-preview`,
    () => outcome,
  ),
  ...Array<Make>(4).fill(
    byId(
      'return an escalation',
      'escalations',
      'POST',
      (id) => `/api/escalations/${id}/return`,
      () => outcome,
    ),
  ),
  () => unbound('escalations', '/api/escalations'),
  ...conversation,
  ...ofIncidents,
  ...wholeDesk,
  openAccount,
  byId('opening', 'openings', 'GET', (id) => `/api/account-openings/${id}`),
  ...Array<Make>(2).fill((pair) => {
    const source = pair.random.pick([...sourceIds, pair.other.account])
    const path = (id: string) => `/api/account-openings/${id}/panels/${q(source)}`
    return byId('opened panel', 'openings', 'GET', path)(pair)
  }),
  trySource,
  () => unbound('held mails', '/api/inbound-mails'),
  () => unbound('learned phrases', '/api/learned-phrases'),
  () => unbound('team', '/api/team'),
  ({ own }) => unbound('accounts', `/api/accounts?q=${q(own.account.slice(0, 6))}`),
  tryRunbook,
  ...atPortal,
  ...Array<Make>(2).fill(callTool),
]

function numberOf({ own, other, random }: Pair): number | string {
  return random.pick([own.ticketNumber, own.ticketNumber, other.ticketNumber, other.ticketId])
}

function attemptOf({ own, other, random }: Pair): string {
  const made = random.pick([own, own, own, other]).attempts
  return made.length === 0 ? nobody : random.pick(made)
}

function portal(
  of: Customer,
  method: Call['method'],
  path: string,
  form: Record<string, string> = {},
): Call {
  return { name: `portal ${method}`, of, method, url: `/help${path}`, form }
}

function runbookRunOf(pair: Pair): object {
  return pair.random.below(4) > 0 ? {} : { runbookRunId: madeOf(pair, 'followed') }
}

function byId(
  name: string,
  what: NonNullable<Call['makes']>,
  method: Call['method'],
  path: (id: string) => string,
  body?: (pair: Pair) => object,
): Make {
  return (pair) => {
    const id = madeOf(pair, what)
    const of = ownerOf(pair, what, id)
    return { name, of, method, url: path(id), ...(body ? { body: body(pair) } : {}) }
  }
}

function unbound(name: string, url: string): Call {
  return { name, of: null, method: 'GET', url }
}

function unboundPost(name: string, url: string, body: object): Call {
  return { name, of: null, method: 'POST', url, body }
}

/** Without a ticket, of one or the other: what is seen by it is of the one that was opened. */
function openAccount(pair: Pair): Call {
  const of = pair.random.pick([pair.own, pair.other])
  const body = { externalId: of.account, reason }
  return {
    name: 'open account',
    of,
    method: 'POST',
    url: '/api/account-openings',
    body,
    makes: 'openings',
  }
}

/** Of one or the other, and what is seen is of the one that was asked for. */
function trySource(pair: Pair): Call {
  const { own, other, random } = pair
  const of = random.pick([own, other])
  const source = random.pick(['own.list', ...sourceIds])
  return {
    name: 'try a source',
    of,
    method: 'POST',
    url: `/api/sources/${q(source)}/trials`,
    body: { account: of.account, reason },
    isByOpener: true,
  }
}

/** A runbook that somebody has just thought of, with the other's ids in it. */
function tryRunbook(pair: Pair): Call {
  const { own, other, random } = pair
  const one = random.pick(['own.one', 'broken.one', 'exports.by_id'])
  const list = random.pick(['own.list', 'broken.list', 'exports.recent'])
  const id = random.pick(['pick.export_id', `"${other.exportId}"`, `"${own.exportId}"`])
  const body = {
    source: runbookText('thought-of', one, list, id),
    ticketNumber: own.ticketNumber,
    picks: random.pick<object>([{}, { export_id: own.exportId }, { export_id: other.exportId }]),
  }
  return { name: 'try a runbook', of: own, method: 'POST', url: '/api/runbook-trials', body }
}

/** As an AI agent bound to the own ticket that does what the other would have it do. */
function callTool(pair: Pair): Call {
  const { own, other, random } = pair
  const named = {
    ...other,
    actionRunId: madeOf(pair, 'runs'),
    runbookRunId: madeOf(pair, 'followed'),
  }
  const hostile = hostileCalls(own, named)
  const { ticketId } = own
  const { tool, arguments: args } = random.pick([
    ...hostile,
    ...[{ tool: 'read_account' }, { tool: 'search_logs' }, { tool: 'list_changes' }].map(
      (each) => ({
        ...each,
        arguments: { ticketId },
      }),
    ),
    ...actionIds.map((action) => ({
      tool: 'preview_action',
      arguments: { ticketId, action, input: inputOf(pair) },
    })),
    { tool: 'run_action', arguments: { ticketId, token: madeOf(pair, 'tokens'), reason } },
    { tool: 'start_runbook', arguments: { ticketId, runbook: random.pick(runbookIds) } },
  ])
  const params = { name: tool, arguments: args }
  return {
    name: `tool ${tool}`,
    of: own,
    method: 'POST',
    url: `/mcp?ticket=${ticketId}`,
    body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
    isMcp: true,
  }
}

/** Calls to make at once, on the ticket of one of them (or with the id of something made there). */
export function nextCalls(
  customers: readonly [Customer, Customer],
  random: Random,
  count: number,
): { own: Customer; calls: Call[] } {
  const which = random.below(2)
  const pair = { own: customers[which]!, other: customers[1 - which]!, random }
  return { own: pair.own, calls: Array.from({ length: count }, () => random.pick(calls)(pair)) }
}
