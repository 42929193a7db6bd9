import type { Routes } from '@firstline/contract/client'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { createAiAgent } from './mcp/create-ai-agent.ts'
import { createHttpOf } from './serve.ts'
import { createApiKey } from './team/create-api-key.ts'
import { addPerson } from './team/add-person.ts'
import { createTestDesk } from './testing/desk.ts'

const all = 'agent engineer lead admin auditor'
const desk = 'agent engineer lead admin'
const engineering = 'engineer lead admin'
const leading = 'lead admin'
const auditing = 'lead admin auditor'
const machines = 'key'
const anybody = `none ${all} key ai`

/** Who may call what, written by hand: a change of the contract has to be agreed to here. */
const table: Record<keyof Routes, string> = {
  getSetup: anybody,
  // whose signature is right: changes/hooks
  receiveHook: anybody,
  getSchema: anybody,
  getHealth: anybody,
  getReadiness: anybody,
  readRating: anybody,
  giveRating: anybody,
  // whose session of the portal it is: portal/scope.ts
  getPortal: anybody,
  getPortalStyle: anybody,
  askPortalLink: anybody,
  followPortalLink: anybody,
  getPortalLink: anybody,
  usePortalLink: anybody,
  signOutOfPortal: anybody,
  getPortalForm: anybody,
  createPortalTicket: anybody,
  getPortalTicket: anybody,
  answerPortalTicket: anybody,
  ratePortalTicket: anybody,
  getPortalAttempt: anybody,
  answerPortalAttempt: anybody,
  endPortalAttempt: anybody,

  // whoever has the code of the start, while nobody else is there
  createFirstAdmin: anybody,
  listSetupSteps: 'admin',
  skipSetupStep: 'admin',
  resumeSetupStep: 'admin',
  sendTestMail: 'admin',
  createSampleTicket: 'admin',
  removeSampleTicket: 'admin',
  findContacts: 'admin',
  exportContact: 'admin',
  downloadContactExport: 'admin',
  previewErasure: 'admin',
  eraseContact: 'admin',
  listErasures: 'admin',
  listRetention: 'admin',
  approveErasure: 'admin',
  refuseErasure: 'admin',
  readPasswordLink: anybody,
  usePasswordLink: anybody,
  askPasswordReset: anybody,
  startPasskeySignIn: anybody,
  makePasswordLink: leading,
  getSignInSecurity: all,
  changePassword: all,
  endSession: all,
  endOtherSessions: all,
  startPasskey: all,
  addPasskey: all,
  removePasskey: all,

  getMe: all,
  listPeople: all,
  invitePerson: leading,
  createApiKey: leading,
  getTeam: leading,
  changeRole: leading,
  disablePerson: leading,
  enablePerson: leading,
  releaseIdentity: leading,
  handOverApiKey: leading,
  revokeApiKey: leading,
  listAiAgents: leading,
  createAiAgent: leading,
  changeAiAgent: leading,
  handOverAiAgent: leading,
  revokeAiAgent: leading,
  callMcp: 'ai',

  uploadHistory: leading,
  previewImport: leading,
  listImports: leading,
  listImportVendors: leading,
  startImport: leading,
  getImport: leading,
  stopImport: leading,
  resumeImport: leading,
  downloadRejects: leading,
  setAsideHistory: leading,
  takeBackHistory: leading,

  listTickets: all,
  searchTickets: all,
  listPastTickets: all,
  countTickets: all,
  listTicketTypes: all,
  getTicket: all,
  getTicketWorkspace: all,
  findTicketByNumber: all,
  findBesideTicket: all,
  listBesideDesks: all,
  mirrorBesideTicket: desk,
  getTimeline: all,
  createTicket: desk,
  addNote: desk,
  replyToTicket: desk,
  takeBackReply: desk,
  retryDelivery: desk,
  assignTicket: desk,
  setTicketAccount: desk,
  setTicketType: desk,
  setTicketPriority: desk,
  tagTicket: desk,
  listTags: all,
  listSavedReplies: all,
  createSavedReply: leading,
  changeSavedReply: leading,
  archiveSavedReply: leading,
  restoreSavedReply: leading,
  getSavedReplyUse: all,
  offerSavedReplies: all,
  fillSavedReply: desk,
  setProblemStart: desk,
  resolveTicket: desk,
  snoozeTicket: desk,
  wakeTicket: desk,
  reopenTicket: desk,
  takeAsWork: desk,
  takeAsCourtesy: desk,
  listLearnedPhrases: all,
  forgetPhrase: desk,
  dismissReopen: desk,
  linkRepeat: desk,
  listMergeChoices: all,
  previewMerge: all,
  listDrafts: all,
  listTicketDrafts: all,
  keepDraft: desk,
  forgetDraft: desk,
  mergeTicket: desk,
  unmergeTicket: desk,
  voidTicket: desk,
  listInboundMails: all,
  countInboundMails: all,
  listMailboxes: all,
  checkInboundMails: desk,
  downloadInboundMail: all,
  releaseInboundMail: desk,

  listPanels: desk,
  readPanel: desk,
  unmaskPanel: desk,
  searchAccounts: desk,
  openAccount: leading,
  getAccountOpening: leading,
  readOpenedPanel: leading,
  searchLogs: desk,
  listTraces: desk,
  getTrace: desk,
  getSystemStatus: desk,
  listChanges: desk,
  listIncidents: desk,
  getIncident: desk,
  listAffectedTickets: all,
  linkTickets: desk,
  linkIncident: desk,
  unlinkIncident: desk,
  previewIncidentUpdate: desk,
  createIncidentUpdate: desk,
  takeBackIncidentUpdate: desk,

  listConnections: engineering,
  getConnection: engineering,
  getSource: engineering,
  trySource: leading,

  getProject: all,
  listRunbooks: all,
  getRunbook: all,
  listRunbookMatches: all,
  refuseRunbookMatch: desk,
  saveRunbookDraft: engineering,
  publishRunbook: engineering,
  retireRunbook: engineering,
  restoreRunbook: engineering,
  verifyRunbook: engineering,
  compareRunbook: all,
  getRunbookEditing: engineering,
  keepWorkingCopy: engineering,
  dropWorkingCopy: engineering,
  listRunbookNames: engineering,
  lintRunbook: engineering,
  testRunbook: engineering,
  tryRunbook: engineering,
  startRunbook: desk,
  listRunbookRuns: desk,
  getRunbookRun: desk,
  answerCheck: desk,
  choosePick: desk,
  repeatChecks: desk,
  abandonRun: desk,

  listActions: all,
  listActionRuns: all,
  getActionRun: all,
  listActionChoices: desk,
  previewAction: desk,
  runAction: desk,
  undoActionRun: desk,
  verifyActionRun: desk,
  requestActionApproval: desk,
  requestUndoApproval: desk,
  listActionApprovals: all,
  listTicketApprovals: all,
  getActionApproval: all,
  approveAction: engineering,
  refuseActionApproval: engineering,
  withdrawActionApproval: desk,
  listActionControls: all,
  stopAction: engineering,
  resumeAction: engineering,

  escalate: desk,
  listTeams: all,
  listEscalations: all,
  getEscalation: all,
  assignEscalation: engineering,
  previewEscalationDraft: engineering,
  returnEscalation: engineering,
  waiveEscalation: engineering,

  getEscalationLoop: all,
  listLessons: desk,
  getLesson: desk,
  learnLesson: desk,
  listWins: desk,
  nameWin: leading,
  declineWin: leading,
  getLearningTime: desk,

  listNotifications: all,
  countNotifications: all,
  markNotification: all,
  markAllNotifications: all,
  unmarkNotifications: all,
  getNotificationKinds: all,
  setNotificationKind: all,
  listTicketWatchers: all,
  watchTicket: all,
  unwatchTicket: all,
  listEscalationWatchers: all,
  watchEscalation: all,
  unwatchEscalation: all,

  listRules: engineering,
  getRule: engineering,
  listRuleFirings: engineering,
  tryRule: engineering,
  stopRule: leading,
  resumeRule: leading,

  listWebhooks: engineering,
  createWebhook: leading,
  changeWebhook: leading,
  rotateWebhookSecret: leading,
  disableWebhook: leading,
  enableWebhook: leading,
  deleteWebhook: leading,
  testWebhook: leading,
  listWebhookDeliveries: engineering,
  getWebhookDelivery: engineering,
  resendWebhookDelivery: leading,
  resendFailedDeliveries: leading,

  getScorecard: all,
  listScorecardTickets: all,
  listOpportunities: all,
  listOpportunityEscalations: all,
  getOpportunityIssue: all,
  startOpportunity: leading,
  dismissOpportunity: leading,
  reopenOpportunity: leading,
  listRunbookHealth: all,
  getScorecardChange: all,
  getSelfService: all,
  getIntegrity: all,
  listIntegrityTickets: all,
  getCoaching: leading,
  listImpact: all,
  getDiagnostics: all,
  getScorecardChoices: all,
  exportScorecard: all,
  getScorecardMail: leading,
  addScorecardReader: leading,
  removeScorecardReader: leading,
  streamEvents: all,

  getRecordState: auditing,
  listRecord: auditing,
  exportRecord: auditing,
  checkRecord: auditing,
  getEventProof: auditing,

  receiveEmail: machines,
  receiveLogs: machines,
  receiveTraces: machines,
  recordDeploy: machines,
  getMetrics: leading,
}

const publicUrl = 'http://localhost:3999'
const { url } = await createTestDesk()
const app = await createApp(
  readConfig({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  url,
)
const http = await createHttpOf(app)
const address = await http.listen({ port: 0, host: '127.0.0.1' })
const callers = new Map<string, Record<string, string>>([['none', {}]])

beforeAll(async () => {
  for (const role of roles) callers.set(role, { cookie: await signIn(role), origin: publicUrl })
  const { key } = await createApiKey(app, system('test'), {
    name: 'machine',
    permissions: ['telemetry:write', 'change:write', 'mail:receive'],
  })
  const { key: aiKey } = await createAiAgent(app, system('test'), { name: 'ai' })
  callers.set('ai', { authorization: `Bearer ${aiKey}` })
  callers.set('key', { authorization: `Bearer ${key}` })
})
afterAll(async () => {
  await http.close()
  await app.close()
})

async function signIn(role: Role): Promise<string> {
  const email = `${role}@desk.example`
  const password = `${role}-password-123`
  await addPerson(app, system('test'), { email, password, name: role, role, line: 'L1' })
  const answer = await http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { origin: publicUrl },
    payload: { email, password },
    remoteAddress: `127.0.0.${roles.indexOf(role) + 1}`,
  })
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function statusOf(route: Route, headers: Record<string, string>) {
  const path = route.path.replaceAll(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000')
  const hasBody = route.method !== 'GET'
  const abort = new AbortController()
  const response = await fetch(address + path, {
    method: route.method,
    headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    signal: abort.signal,
    ...(hasBody ? { body: '{}' } : {}),
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  const reason = isStream
    ? null
    : ((await response.json().catch(() => null)) as { reason?: string } | null)
  abort.abort()
  return { status: response.status, reason: reason?.reason }
}

for (const [name, route] of Object.entries<Route>(routes)) {
  test(`${name} (${route.permission}) answers whom the table names and nobody else`, async () => {
    const allowed = table[name as keyof Routes].split(' ')
    for (const [caller, headers] of callers) {
      const { status, reason } = await statusOf(route, headers)
      const isRefused = status === 401 || reason === 'permission.missing'
      expect(isRefused, `${caller}: ${status} ${reason}`).toBe(!allowed.includes(caller))
      if (!allowed.includes(caller)) expect(status).toBe(caller === 'none' ? 401 : 403)
      expect(status, `${caller}: ${reason}`).not.toBe(500)
    }
  })
}

test('what anybody may change says how often it is taken from one address', () => {
  const unlimited = Object.entries<Route>(routes).filter(
    ([, { method, permission, triesAMinute }]) =>
      method !== 'GET' && permission === 'public' && triesAMinute === undefined,
  )
  expect(unlimited.map(([name]) => name).toSorted()).toEqual([
    // by the session of a contact, or slowed down by address and network
    'answerPortalAttempt',
    'answerPortalTicket',
    'askPortalLink',
    'createPortalTicket',
    'endPortalAttempt',
    'ratePortalTicket',
    // signed by its sender, who may have much to tell
    'receiveHook',
    'signOutOfPortal',
    // what is guessed are 256 bits
    'usePortalLink',
  ])
})

test("an address that is nobody's answers that there is none", async () => {
  const answer = await http.inject({ method: 'POST', url: '/api/nothing-here' })
  expect(answer.json()).toMatchObject({ status: 404, reason: 'route.not-found' })
})

test('what is served beside the contract is the API description, sign-in and the web app', () => {
  const known = new Set(
    Object.values<Route>(routes).map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1')),
  )
  const others = servedPaths(http.printRoutes({ commonPrefix: false })).filter(
    (path) => !known.has(path),
  )
  const isExpected =
    /^\/?(\*|(openapi\.json|docs\b.*|api\/auth\/[\w/:-]+|assets\/.*|[\w.-]+\.\w+)?)$/
  expect(others.filter((path) => !isExpected.test(path))).toEqual([])
  expect(others).toContain('/openapi.json')
  expect(others.filter((path) => path.startsWith('/api/auth')).toSorted()).toEqual([
    '/api/auth/callback/:provider',
    '/api/auth/sign-in/email',
    '/api/auth/sign-in/passkey',
    '/api/auth/sign-in/provider',
    '/api/auth/sign-out',
    '/api/auth/two-factor/disable',
    '/api/auth/two-factor/enable',
    '/api/auth/two-factor/generate-backup-codes',
    '/api/auth/two-factor/verify-backup-code',
    '/api/auth/two-factor/verify-totp',
  ])
})

/** The printed tree back into paths: each line continues the path of the line it hangs on. */
function servedPaths(tree: string): string[] {
  const parents: string[] = []
  const paths: string[] = []
  for (const line of tree.split('\n')) {
    const match = /^(.*?)── (\S*?)(?: \((.+)\))?$/.exec(line)
    if (!match) continue
    const [, indent = '', part = '', methods] = match
    const depth = Math.floor(indent.length / 4)
    parents[depth] = (depth > 0 ? parents[depth - 1]! : '') + part
    if (methods) paths.push(parents[depth])
  }
  return paths
}
