import type { Routes } from '@firstline/contract/client'
import type { Route } from '@firstline/contract/route'
import { confirm, preview } from '#server/actions/testing/factory.ts'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { createTicket } from '#server/accounts/testing/factory.ts'
import type { Actor } from '#server/core/actor.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { someIncident } from '#server/tickets/testing/factory.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { runbookText, savedReply } from './customers-files.ts'
import type { Customer, World } from './customers-world.ts'

/** Who calls, about whom, and somebody else, who made what the call is about. */
export type Cell = { world: World; of: Customer; who: Actor; other: Actor }

const nobody = '00000000-0000-7000-8000-000000000000'
const reason = 'The customer asked for it'
export const handOver = {
  to: 'exports',
  because: reason,
  note: 'See for yourself',
  identifiers: {},
}
export const outcome = {
  was: 'The queue stood still',
  fix: 'It was started again',
  wouldHaveHelped: 'runbook',
  minutesSpent: 5,
} as const

type Given = string | number | ((cell: Cell) => string | Promise<string>)

/** What goes into an address. A route with another parameter fails the test until it stands here. */
const params: Record<string, Given> = {
  contactId: nobody,
  erasureId: nobody,
  exportId: nobody,
  step: 'history',
  ticketId: ({ of }) => of.ticketId,
  into: anotherTicket,
  source: 'own.list',
  connection: 'shop',
  traceId: ({ of }) => of.traceId,
  action: 'careless',
  field: 'export_id',
  runbook: 'looks-right',
  check: 'exp',
  name: 'export_id',
  ruleId: 'spare',
  version: 1,
  kind: 'mentioned',
  // of no ticket there is: it names one, and shows nothing of it
  number: 2_000_000_000,
  runId: runOfAction,
  savedReplyId: savedReply.id,
  approvalId: requestOfApproval,
  ...Object.fromEntries(
    // about no ticket: what they name need not be there
    [
      'personId',
      'sessionId',
      'passkeyId',
      'keyId',
      'aiAgentId',
      'messageId',
      'mailId',
      'phraseId',
      'incidentId',
      'updateId',
      'openingId',
      'importId',
      'eventId',
      'readingId',
      'webhookId',
      'deliveryId',
    ].map((name) => [name, nobody]),
  ),
  desk: 'redmine',
  externalId: '1',
}

/** `{id}` is of whatever the address is about. */
const ids: readonly [RegExp, Given][] = [
  [/^\/api\/runbook-runs/, followedRun],
  [/^\/api\/escalations/, escalation],
  [/^\/api\/runbooks/, 'looks-right'],
  [/^\/api\/(?:lessons|wins|opportunities|notifications)/, nobody],
]

type Body = object | ((cell: Cell) => object | Promise<object>)

/** Of the routes about a ticket that take one. */
const bodies: Partial<Record<keyof Routes, Body>> = {
  addNote: { text: 'Looked at it' },
  replyToTicket: { text: 'We are looking at it' },
  assignTicket: { personId: null },
  setTicketAccount: ({ of }) => ({ externalId: of.account }),
  setTicketType: { type: 'exports.missing' },
  setTicketPriority: { priority: 'high' },
  tagTicket: { add: ['looked at'] },
  setProblemStart: { at: null },
  resolveTicket: { summary: 'It was started again' },
  snoozeTicket: { until: null },
  linkIncident: async ({ world }) => ({ incidentId: await someIncident(world.company) }),
  reopenTicket: { cause: 'same_problem' },
  dismissReopen: { resolutionId: nobody, reason },
  linkRepeat: { number: 1 },
  voidTicket: { reason: 'spam' },
  mergeTicket: async (cell) => ({ into: await anotherTicket(cell) }),
  unmaskPanel: { reason },
  tryRunbook: ({ of }) => ({
    source: runbookText('thought-of', 'own.one', 'own.list', 'pick.export_id'),
    ticketNumber: of.ticketNumber,
    picks: {},
  }),
  startRunbook: { runbook: 'looks-right' },
  answerCheck: { value: true, revision: 1 },
  choosePick: ({ of }) => ({ value: of.exportId, revision: 2 }),
  repeatChecks: {},
  abandonRun: { reason },
  escalate: handOver,
  assignEscalation: { personId: null },
  previewEscalationDraft: outcome,
  returnEscalation: outcome,
  waiveEscalation: { reason },
  previewAction: ({ of }) => ({ action: 'careless', input: { export_id: of.exportId } }),
  runAction: async (cell) => ({ token: await tokenOf(cell, 'careless'), reason }),
  requestActionApproval: async (cell) => ({ token: await tokenOf(cell, 'two'), reason }),
  undoActionRun: { reason },
  requestUndoApproval: { reason },
  approveAction: { reason },
  refuseActionApproval: { reason },
}

/** Of the same account. */
function anotherTicket({ world, of }: Cell): Promise<string> {
  return createTicket(world.company, of.account)
}

/** What has to be there for a list to show anything. */
const made: Partial<Record<keyof Routes, (cell: Cell) => Promise<unknown>>> = {
  listRunbookRuns: followedRun,
  fillSavedReply: followedRun,
  listActionRuns: runOfAction,
  listActionApprovals: requestOfApproval,
  listTicketApprovals: requestOfApproval,
}

/** Whether it is about a ticket: then what it is given here must be valid. */
export function isAboutTicket(name: string, { path }: Route): boolean {
  const about = /\{(?:ticketId|runId|approvalId)\}|runbook-runs\/\{id\}|escalations\/\{id\}/
  return about.test(path) || name === 'tryRunbook'
}

export async function requestOf(name: string, route: Route, cell: Cell) {
  await made[name as keyof Routes]?.(cell)
  let url: string = route.path
  for (const [whole, param] of route.path.matchAll(/\{(\w+)\}/g)) {
    url = url.replace(whole, encodeURIComponent(String(await valueOf(param!, route, cell))))
  }
  const body = bodies[name as keyof Routes] ?? {}
  const payload = typeof body === 'function' ? await body(cell) : body
  return { method: route.method, url, payload: route.method === 'GET' ? undefined : payload }
}

function valueOf(param: string, { path }: Route, cell: Cell) {
  const given = param === 'id' ? ids.find(([of]) => of.test(path))?.[1] : params[param]
  if (given === undefined)
    throw new Error(`look-calls.ts does not say what {${param}} of ${path} is`)
  return typeof given === 'function' ? given(cell) : given
}

async function tokenOf({ world, of, who }: Cell, action: string): Promise<string> {
  const { token } = await preview(world.company, of, action, who)
  if (!token) throw new Error(`${action} cannot be run`)
  return token
}

/** A run that can be taken back, and read again: one of somebody else. */
async function runOfAction({ world, of, other }: Cell): Promise<string> {
  const desk = world.company
  const { id } = await confirm(desk, of, await preview(desk, of, 'export.requeue', other), other)
  return id
}

export async function requestOfApproval({ world, of, other }: Cell): Promise<string> {
  const token = await tokenOf({ world, of, who: other, other }, 'two')
  const wish = { ticketId: of.ticketId, token, reason }
  return (await requestActionApproval(world.app, other, wish)).id
}

/** As if the run had ended so. */
export async function finish({ company }: World, of: Customer, state: 'verified' | 'unknown') {
  const finished_at = company.clock.now()
  const verify_until = finished_at
  await company.db
    .updateTable('action_run')
    .set({ state, finished_at, verify_until, lock_key: null })
    .where('ticket_id', '=', of.ticketId)
    .execute()
  await company.shop.query(`update shop.export set status = 'queued' where id = $1`, [of.exportId])
}

async function followedRun({ world, of, other }: Cell): Promise<string> {
  const wish = { ticketId: of.ticketId, runbook: 'looks-right' }
  return (await startRunbook(world.app, other, wish)).id
}

async function escalation({ world, of, other }: Cell): Promise<string> {
  return (await escalate(world.app, other, { ticketId: of.ticketId, ...handOver })).id
}
