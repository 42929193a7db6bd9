import type { RouteName, Routes } from '@firstline/contract/client'
import type { Route } from '@firstline/contract/route'
import { stopRule } from '#server/rules/stop-rule.ts'
import { stopAction } from '#server/actions/limits/stop-action.ts'
import type { Actor } from '#server/core/actor.ts'
import { keepWorkingCopy } from '#server/runbooks/publish/keep-working-copy.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { startOpportunity } from '#server/scorecard/opportunities/start-opportunity.ts'
import { markAllNotifications } from '#server/notifications/mark-all-notifications.ts'
import { watchEscalation } from '#server/notifications/watch-escalation.ts'
import { watchTicket } from '#server/notifications/watch-ticket.ts'
import { disableWebhook } from '#server/webhooks/disable-webhook.ts'
import { archiveSavedReply } from '#server/tickets/saved-replies/archive-saved-reply.ts'
import { disablePerson } from '#server/team/disable-person.ts'
import { keepDraft } from '#server/tickets/drafts/keep-draft.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { createPerson } from '#server/testing/people.ts'
import { someIncident } from '#server/tickets/testing/factory.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import { asksWhether, spareRule } from './customers-files.ts'
import { createSampleTicket, removeSampleTicket } from '#server/setup/create-sample-ticket.ts'
import { requestOf, requestOfApproval } from './look-calls.ts'
import {
  answerable,
  askedErasure,
  broughtBack,
  currentPassword,
  finished,
  incidentOf,
  linkToken,
  reason,
  resolutionOf,
  resolve,
  letRulesAct,
  mirrored,
  resumeAll,
  sameAccount,
  returned,
  snoozed,
  someAiAgent,
  someContact,
  someDraft,
  someHistory,
  someImport,
  someKey,
  someMail,
  someMessage,
  someOpportunity,
  somePasskey,
  somePublished,
  someNotification,
  failedDelivery,
  someSavedReply,
  newWebhook,
  someWebhook,
  webhookWish,
  someSession,
  someWin,
  somebody,
  textOf,
  unique,
  unsentReply,
  unsentUpdate,
  withPassword,
} from './write-things.ts'
import type { WriteCell } from './write-things.ts'

/** Every route that changes something; one that is new does not type-check until it stands below. */
export type WriteName = {
  [N in RouteName]: Routes[N]['method'] extends 'GET' ? never : N
}[RouteName]

/** What makes a route do something once: made anew for each call. */
type Wish = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
  as?: Actor
}
type Make = (cell: WriteCell) => Promise<Wish>

/** As every look asks for it. */
const asLooked = 'as looked'

export const writes: Record<WriteName, Make | typeof asLooked> = {
  invitePerson: async () => ({
    body: { email: `${unique()}@desk.example`, name: 'Nora', role: 'agent', line: 'L1' },
  }),
  exportContact: async (cell) => ({
    params: { contactId: (await someContact(cell)).id },
    body: { reason: 'They asked' },
  }),
  async eraseContact(cell) {
    const { id, email } = await someContact(cell)
    return { params: { contactId: id }, body: { reason: 'They asked', email } }
  },
  approveErasure: async (cell) => ({ params: { erasureId: await askedErasure(cell) } }),
  refuseErasure: async (cell) => ({
    params: { erasureId: await askedErasure(cell) },
    body: { reason: 'Not them' },
  }),
  createApiKey: async () => ({ body: { name: 'script', permissions: ['ticket:read'] } }),
  changeRole: async (cell) => ({
    params: { personId: await somebody(cell) },
    body: { role: 'engineer', line: 'L2' },
  }),
  disablePerson: async (cell) => ({ params: { personId: await somebody(cell) } }),
  async enablePerson(cell) {
    const personId = await somebody(cell)
    await disablePerson(cell.world.app, cell.who, { personId })
    return { params: { personId } }
  },
  async releaseIdentity(cell) {
    const personId = await somebody(cell)
    const at = cell.world.company.clock.now()
    const known = { person_id: personId, created_at: at, used_at: at }
    await cell.world.company.db
      .insertInto('identity')
      .values({ ...known, issuer: 'https://id.example', subject: unique() })
      .execute()
    return { params: { personId } }
  },
  handOverApiKey: async (cell) => ({
    params: { keyId: await someKey(cell) },
    body: { personId: await somebody(cell, 'lead') },
  }),
  revokeApiKey: async (cell) => ({ params: { keyId: await someKey(cell) } }),

  createFirstAdmin: async () => ({
    body: { code: unique(), name: 'Mira', email: 'mira@desk.example', password: unique() },
  }),
  skipSetupStep: async () => ({ params: { step: 'history' } }),
  resumeSetupStep: async () => ({ params: { step: 'history' } }),
  sendTestMail: async () => ({}),
  async createSampleTicket({ world, who }) {
    await removeSampleTicket(world.app, who, {}).catch(() => undefined)
    return {}
  },
  async removeSampleTicket({ world, who }) {
    await createSampleTicket(world.app, who, {}).catch(() => undefined)
    return {}
  },
  readPasswordLink: async (cell) => ({ body: { token: await linkToken(cell) } }),
  usePasswordLink: async (cell) => ({
    body: { token: await linkToken(cell), password: `nothing like it ${unique()}` },
  }),
  askPasswordReset: async () => ({ body: { email: 'nobody@desk.example', language: 'en' } }),
  makePasswordLink: async (cell) => ({
    params: { personId: await somebody(cell) },
    body: { language: 'en', isSecondFactorRemoved: false },
  }),
  changePassword: async (cell) => ({
    as: await withPassword(cell),
    body: { current: currentPassword, next: `nothing like it ${unique()}` },
  }),
  async endSession(cell) {
    const as = await withPassword(cell)
    return { as, params: { sessionId: await someSession(cell, as) } }
  },
  endOtherSessions: async (cell) => ({ as: await withPassword(cell) }),
  startPasskey: async (cell) => ({
    as: await withPassword(cell),
    body: { password: currentPassword },
  }),
  addPasskey: async () => ({ body: { name: 'phone', answer: { id: 'no authenticator' } } }),
  async removePasskey(cell) {
    const as = await withPassword(cell)
    const passkeyId = await somePasskey(cell, as)
    return { as, params: { passkeyId }, body: { password: currentPassword } }
  },
  startPasskeySignIn: asLooked,

  createAiAgent: async () => ({ body: { name: `Robo ${unique()}` } }),
  changeAiAgent: async (cell) => ({
    params: { aiAgentId: await someAiAgent(cell) },
    body: { callsPerMinute: 7 },
  }),
  handOverAiAgent: async (cell) => ({
    params: { aiAgentId: await someAiAgent(cell) },
    body: { personId: await somebody(cell, 'lead') },
  }),
  revokeAiAgent: async (cell) => ({ params: { aiAgentId: await someAiAgent(cell) } }),

  createTicket: async () => ({
    body: { subject: 'Late', text: 'Where is it?', contactEmail: `${unique()}@shop.example` },
  }),
  addNote: asLooked,
  mirrorBesideTicket: async (cell) => ({
    params: { desk: 'redmine', externalId: await mirrored(cell) },
  }),
  replyToTicket: async (cell) => ({
    params: { ticketId: await answerable(cell) },
    body: { text: 'We are looking at it' },
  }),
  takeBackReply: async (cell) => ({ params: { messageId: await unsentReply(cell) } }),
  retryDelivery: async (cell) => ({
    params: { messageId: await someMessage(cell, { kind: 'reply', delivery: 'failed' }) },
  }),
  assignTicket: async ({ of, other }) => ({
    params: { ticketId: of.ticketId },
    body: { personId: other.id },
  }),
  setTicketAccount: async (cell) => ({
    params: { ticketId: await answerable(cell) },
    body: { externalId: cell.of.account },
  }),
  setTicketType: asLooked,
  setTicketPriority: asLooked,
  tagTicket: asLooked,
  createSavedReply: async () => ({ body: { title: unique(), text: 'It is under way' } }),
  changeSavedReply: async (cell) => ({
    params: { savedReplyId: await someSavedReply(cell) },
    body: { title: unique(), text: 'It is still under way' },
  }),
  archiveSavedReply: async (cell) => ({ params: { savedReplyId: await someSavedReply(cell) } }),
  async restoreSavedReply(cell) {
    const savedReplyId = await someSavedReply(cell)
    await archiveSavedReply(cell.world.app, cell.who, { savedReplyId })
    return { params: { savedReplyId } }
  },
  setProblemStart: asLooked,
  resolveTicket: asLooked,
  snoozeTicket: asLooked,
  linkTickets: async (cell) => ({
    params: { incidentId: await someIncident(cell.world.company) },
    body: { ticketIds: [await answerable(cell)] },
  }),
  linkIncident: async (cell) => ({
    params: { ticketId: await answerable(cell) },
    body: { incidentId: await someIncident(cell.world.company) },
  }),
  previewIncidentUpdate: async (cell) => ({
    params: { incidentId: await someIncident(cell.world.company) },
    body: { text: 'It works again' },
  }),
  createIncidentUpdate: async (cell) => {
    const { incidentId, ticketId } = await incidentOf(cell)
    return {
      params: { incidentId },
      body: { text: 'It works again', tickets: [{ ticketId, seen: '0' }] },
    }
  },
  takeBackIncidentUpdate: async (cell) => ({ params: { updateId: await unsentUpdate(cell) } }),
  unlinkIncident: async (cell) => ({
    params: { ticketId: (await incidentOf(cell)).ticketId },
  }),
  wakeTicket: async (cell) => ({ params: { ticketId: await snoozed(cell) } }),
  async reopenTicket(cell) {
    await resolve(cell)
    return { params: { ticketId: cell.of.ticketId }, body: { cause: 'same_problem' } }
  },
  async dismissReopen(cell) {
    await broughtBack(cell)
    const resolutionId = await resolutionOf(cell)
    return { params: { ticketId: cell.of.ticketId }, body: { resolutionId, reason } }
  },
  takeAsWork: async (cell) => ({
    params: { messageId: await someMessage(cell, { kind: 'customer', judged: 'courtesy' }) },
  }),
  takeAsCourtesy: async (cell) => ({
    params: { messageId: await broughtBack(cell) },
    body: { as: 'courtesy' },
  }),
  async forgetPhrase({ world, who }) {
    const { id } = await world.company.db
      .insertInto('learned_phrase')
      .values({
        phrase: unique(),
        meaning: 'courtesy',
        taught_at: world.company.clock.now(),
        taught_by: JSON.stringify({ kind: 'person', id: who.id, name: who.name }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { params: { phraseId: id } }
  },
  async linkRepeat(cell) {
    await resolve(cell)
    cell.world.company.clock.advance(1000)
    return { params: { ticketId: await answerable(cell) }, body: { number: cell.of.ticketNumber } }
  },
  async keepDraft(cell) {
    const params = { ticketId: await answerable(cell), kind: 'reply' }
    return { params, body: { text: 'We look', basedOn: null } }
  },
  async forgetDraft(cell) {
    const params = { ticketId: await answerable(cell), kind: 'note' as const }
    const kept = { ...params, text: 'We look', basedOn: null }
    const { version: basedOn } = await keepDraft(cell.world.app, cell.who, kept)
    return { params, query: { basedOn } }
  },
  mergeTicket: async (cell) => ({
    params: { ticketId: cell.of.ticketId },
    body: { into: await sameAccount(cell) },
  }),
  async unmergeTicket(cell) {
    const { ticketId } = cell.of
    await mergeTicket(cell.world.app, cell.who, { ticketId, into: await sameAccount(cell) })
    return { params: { ticketId } }
  },
  voidTicket: asLooked,
  readRating: async (cell) => ({ body: { token: await ratingToken(cell) } }),
  giveRating: async (cell) => ({ body: { token: await ratingToken(cell), value: 'up' } }),

  checkInboundMails: async (cell) => ({ body: { mailIds: [await someMail(cell)] } }),
  releaseInboundMail: async (cell) => ({ params: { mailId: await someMail(cell) } }),

  unmaskPanel: asLooked,
  trySource: async ({ of }) => ({
    params: { source: 'own.list' },
    body: { account: of.account, reason },
  }),
  openAccount: async ({ of }) => ({ body: { externalId: of.account, reason } }),
  recordDeploy: async ({ world }) => ({
    as: { kind: 'integration', id: crypto.randomUUID(), name: 'ci', permissions: ['change:write'] },
    body: {
      service: unique(),
      version: '1',
      environment: 'production',
      at: world.company.clock.now().toISOString(),
    },
  }),

  previewAction: asLooked,
  runAction: asLooked,
  undoActionRun: (cell) => finished(cell, 'verified'),
  verifyActionRun: (cell) => finished(cell, 'unknown'),
  requestActionApproval: asLooked,
  requestUndoApproval: (cell) => finished(cell, 'verified'),
  approveAction: asLooked,
  refuseActionApproval: asLooked,
  withdrawActionApproval: async (cell) => ({
    as: cell.other,
    params: { approvalId: await requestOfApproval(cell) },
  }),
  async stopAction(cell) {
    await resumeAll(cell)
    return { body: { action: 'typed', reason } }
  },
  async resumeAction(cell) {
    await resumeAll(cell)
    await stopAction(cell.world.app, cell.who, { action: 'typed', reason })
    return { body: { action: 'typed', reason } }
  },

  saveRunbookDraft: async () => {
    const id = `draft-${unique()}`
    return { params: { id }, body: { source: textOf(id), baseVersion: 0 } }
  },
  async publishRunbook(cell) {
    const { id, version } = await someDraft(cell)
    return { params: { id }, body: { version, note: 'As agreed' } }
  },
  async retireRunbook(cell) {
    const { id, version } = await somePublished(cell)
    return { params: { id }, body: { version, reason } }
  },
  async restoreRunbook(cell) {
    const { id, version } = await somePublished(cell)
    return { params: { id, version: String(version) }, body: { baseVersion: version } }
  },
  async verifyRunbook(cell) {
    const { id, version } = await somePublished(cell)
    return { params: { id }, body: { version } }
  },
  async keepWorkingCopy() {
    const id = `copy-${unique()}`
    return { params: { id }, body: { source: textOf(id), baseVersion: 0 } }
  },
  async dropWorkingCopy({ world, who }) {
    const id = `copy-${unique()}`
    await keepWorkingCopy(world.app, who, { id, source: textOf(id), baseVersion: 0 })
    return { params: { id } }
  },
  lintRunbook: async () => ({ body: { source: textOf('linted') } }),
  testRunbook: async () => ({ body: { source: textOf('tested') } }),
  tryRunbook: asLooked,
  refuseRunbookMatch: asLooked,
  startRunbook: asLooked,
  async answerCheck({ world, of, who }) {
    const run = await startRunbook(world.app, who, { ticketId: of.ticketId, runbook: asksWhether })
    const params = { id: run.id, check: 'sure' }
    return { params, body: { value: true, revision: run.revision } }
  },
  choosePick: asLooked,
  repeatChecks: asLooked,
  abandonRun: asLooked,

  escalate: asLooked,
  assignEscalation: asLooked,
  previewEscalationDraft: asLooked,
  returnEscalation: asLooked,
  async waiveEscalation(cell) {
    return { params: { id: await returned(cell) }, body: { reason } }
  },

  async learnLesson(cell) {
    return { params: { id: await returned(cell) }, body: { isLearned: true } }
  },
  async nameWin(cell) {
    return { params: { id: await someWin(cell) }, body: { name: 'Found at once' } }
  },
  async declineWin(cell) {
    return { params: { id: await someWin(cell) }, body: { reason } }
  },

  watchTicket: asLooked,
  async unwatchTicket(cell) {
    const ticketId = await answerable(cell)
    await watchTicket(cell.world.app, cell.who, { ticketId })
    return { params: { ticketId } }
  },
  watchEscalation: asLooked,
  async unwatchEscalation(cell) {
    const id = await returned(cell)
    await watchEscalation(cell.world.app, cell.who, { id })
    return { params: { id } }
  },
  tryRule: async () => ({ body: { source: spareRule } }),
  async stopRule(cell) {
    await letRulesAct(cell)
    return { body: { rule: 'spare', reason } }
  },
  async resumeRule(cell) {
    await letRulesAct(cell)
    await stopRule(cell.world.app, cell.who, { rule: 'spare', reason })
    return { body: { rule: 'spare', reason } }
  },
  createWebhook: async (cell) => ({ body: await newWebhook(cell) }),
  changeWebhook: async (cell) => ({
    params: { webhookId: await someWebhook(cell) },
    body: webhookWish(),
  }),
  rotateWebhookSecret: async (cell) => ({ params: { webhookId: await someWebhook(cell) } }),
  disableWebhook: async (cell) => ({ params: { webhookId: await someWebhook(cell) } }),
  async enableWebhook(cell) {
    const webhookId = await someWebhook(cell)
    await disableWebhook(cell.world.app, cell.who, { webhookId })
    return { params: { webhookId } }
  },
  deleteWebhook: async (cell) => ({ params: { webhookId: await someWebhook(cell) } }),
  testWebhook: async (cell) => ({ params: { webhookId: await someWebhook(cell) } }),
  resendWebhookDelivery: async (cell) => ({
    params: { deliveryId: (await failedDelivery(cell)).deliveryId },
  }),
  resendFailedDeliveries: async (cell) => ({
    params: { webhookId: (await failedDelivery(cell)).webhookId },
    body: { since: '2020-01-01T00:00:00Z' },
  }),
  markNotification: async (cell) => ({
    params: { id: await someNotification(cell) },
    body: { isRead: true },
  }),
  async markAllNotifications(cell) {
    await someNotification(cell)
    return { body: {} }
  },
  async unmarkNotifications(cell) {
    await someNotification(cell)
    const { readingId } = await markAllNotifications(cell.world.app, cell.who, {})
    return { params: { readingId } }
  },
  async setNotificationKind(cell) {
    const as = await createPerson(cell.world.company)
    return { as, params: { kind: 'mentioned' }, body: { isOn: false } }
  },

  previewImport: async () => ({ body: { uploads: [crypto.randomUUID()] } }),
  startImport: async () => ({
    body: {
      name: unique(),
      api: { vendor: 'zendesk', url: 'https://acme.zendesk.com', key: 'ada:a key' },
    },
  }),
  stopImport: async (cell) => ({ params: { importId: await someImport(cell, 'running') } }),
  resumeImport: async (cell) => ({ params: { importId: await someImport(cell, 'stopped') } }),
  setAsideHistory: async (cell) => ({ body: { origin: await someHistory(cell), reason } }),
  async takeBackHistory(cell) {
    const origin = await someHistory(cell)
    const { db, clock } = cell.world.company
    await db
      .insertInto('history_set_aside')
      .values({ origin, reason, by_person: cell.who.id, at: clock.now() })
      .execute()
    return { body: { origin } }
  },

  startOpportunity: async (cell) => ({ params: { id: await someOpportunity(cell) }, body: {} }),
  dismissOpportunity: async (cell) => ({
    params: { id: await someOpportunity(cell) },
    body: { reason },
  }),
  async reopenOpportunity(cell) {
    const id = await someOpportunity(cell)
    await startOpportunity(cell.world.app, cell.who, { id })
    return { params: { id } }
  },
  async addScorecardReader(cell) {
    return { params: { personId: await somebody(cell, 'lead') }, body: {} }
  },
  removeScorecardReader: asLooked,
  async checkRecord({ world }) {
    await world.company.db.deleteFrom('record_check').execute()
    return {}
  },
}

/** The request that does it once, and who makes it. */
export async function writeOf(name: WriteName, route: Route, cell: WriteCell) {
  const make = writes[name]
  if (make === asLooked) return { ...(await requestOf(name, route, cell)), as: cell.who }
  const { params = {}, query = {}, body = {}, as = cell.who } = await make(cell)
  const url = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(params[param] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  return { method: route.method, url: search ? `${url}?${search}` : url, payload: body, as }
}

async function ratingToken(cell: WriteCell): Promise<string> {
  return ratingTokenOf(await resolve(cell), cell.world.app.secret)
}
