import type { RouteName, Routes } from '@firstline/contract/client'
import type { Route } from '@firstline/contract/route'
import { openAccount } from '#server/accounts/open-account.ts'
import type { Actor } from '#server/core/actor.ts'
import { requestOf } from './look-calls.ts'
import {
  failedDelivery,
  incidentOf,
  mirrored,
  reason,
  returned,
  someContact,
  someDraft,
  someImport,
  someOpportunity,
  somePublished,
  somebody,
} from './write-things.ts'
import type { WriteCell } from './write-things.ts'

/** Every route that only reads; one that is new does not type-check until it stands below. */
export type ReadName = {
  [N in RouteName]: Routes[N]['method'] extends 'GET' ? N : never
}[RouteName]

type Wish = { params?: Record<string, string>; query?: Record<string, string>; as?: Actor }
type Make = (cell: WriteCell) => Promise<Wish>

/** As every look asks for it. */
const asLooked = 'as looked'
const nothing = async () => ({})

/** What each of them answers with something. */
const reads: Record<ReadName, Make | typeof asLooked> = {
  getSetup: nothing,
  listSetupSteps: nothing,
  getMe: nothing,
  listPeople: nothing,
  getTeam: nothing,
  getSignInSecurity: nothing,
  listAiAgents: nothing,
  findContacts: async () => ({ query: { q: 'nobody@desk.example' } }),
  previewErasure: async (cell) => ({ params: { contactId: (await someContact(cell)).id } }),
  listErasures: nothing,
  listRetention: nothing,
  listTickets: nothing,
  searchTickets: async () => ({ query: { q: 'late' } }),
  listPastTickets: asLooked,
  listMergeChoices: asLooked,
  previewMerge: asLooked,
  countTickets: nothing,
  listTicketTypes: nothing,
  getTicket: asLooked,
  findTicketByNumber: async ({ of }) => ({ params: { number: String(of.ticketNumber) } }),
  getTimeline: asLooked,
  listTags: nothing,
  listSavedReplies: nothing,
  getSavedReplyUse: nothing,
  offerSavedReplies: asLooked,
  fillSavedReply: asLooked,
  listDrafts: nothing,
  listTicketDrafts: async ({ of }) => ({ params: { ticketId: of.ticketId } }),
  listLearnedPhrases: nothing,
  getTicketWorkspace: asLooked,
  listInboundMails: nothing,
  countInboundMails: nothing,
  listMailboxes: nothing,
  listBesideDesks: nothing,
  findBesideTicket: async (cell) => ({
    params: { desk: 'redmine', externalId: await mirrored(cell) },
  }),
  listRules: nothing,
  getRule: async () => ({ params: { ruleId: 'spare' } }),
  listRuleFirings: async () => ({ params: { ruleId: 'spare' } }),
  listWebhooks: nothing,
  listWebhookDeliveries: async (cell) => ({
    params: { webhookId: (await failedDelivery(cell)).webhookId },
  }),
  getWebhookDelivery: async (cell) => ({
    params: { deliveryId: (await failedDelivery(cell)).deliveryId },
  }),
  listPanels: asLooked,
  readPanel: asLooked,
  searchAccounts: async ({ of }) => ({ query: { q: of.account } }),
  getAccountOpening: async (cell) => ({ params: { openingId: await opening(cell) } }),
  readOpenedPanel: async (cell) => ({
    params: { openingId: await opening(cell), source: 'own.list' },
  }),
  getProject: nothing,
  listConnections: nothing,
  getSource: async () => ({ params: { source: 'own.list' } }),
  getConnection: async () => ({ params: { connection: 'shop' } }),
  searchLogs: asLooked,
  listTraces: asLooked,
  getTrace: asLooked,
  getSystemStatus: nothing,
  listChanges: asLooked,
  listIncidents: nothing,
  getIncident: async (cell) => ({ params: { incidentId: (await incidentOf(cell)).incidentId } }),
  listAffectedTickets: async (cell) => ({
    params: { incidentId: (await incidentOf(cell)).incidentId },
  }),
  listRunbooks: nothing,
  getRunbook: asLooked,
  async compareRunbook(cell) {
    const { id, version } = await somePublished(cell)
    return { params: { id }, query: { from: String(version), to: String(version) } }
  },
  getRunbookEditing: async (cell) => ({ params: { id: (await someDraft(cell)).id } }),
  listRunbookNames: nothing,
  listRunbookMatches: asLooked,
  listRunbookRuns: asLooked,
  getRunbookRun: asLooked,
  listTeams: nothing,
  listEscalations: nothing,
  getEscalation: asLooked,
  listActions: asLooked,
  listActionChoices: async ({ of }) => ({
    params: { ticketId: of.ticketId, action: 'export.requeue', field: 'export_id' },
  }),
  listActionRuns: asLooked,
  getActionRun: asLooked,
  listActionApprovals: nothing,
  listTicketApprovals: asLooked,
  getActionApproval: asLooked,
  listActionControls: nothing,
  getEscalationLoop: nothing,
  listLessons: nothing,
  getLesson: async (cell) => ({ params: { id: await returned(cell) } }),
  listWins: nothing,
  getLearningTime: nothing,
  listNotifications: nothing,
  countNotifications: nothing,
  getNotificationKinds: nothing,
  listTicketWatchers: asLooked,
  listEscalationWatchers: asLooked,
  listImports: nothing,
  listImportVendors: nothing,
  getImport: async (cell) => ({ params: { importId: await someImport(cell, 'running') } }),
  getScorecard: nothing,
  listScorecardTickets: async () => ({ query: { figure: 'l1-resolved' } }),
  listOpportunities: nothing,
  listOpportunityEscalations: async (cell) => ({ params: { id: await someOpportunity(cell) } }),
  getOpportunityIssue: async (cell) => ({ params: { id: await someOpportunity(cell) } }),
  listRunbookHealth: nothing,
  getScorecardChange: nothing,
  getSelfService: nothing,
  getIntegrity: nothing,
  listIntegrityTickets: async () => ({ query: { signal: 'no-message' } }),
  getCoaching: async (cell) => ({ params: { personId: await somebody(cell) } }),
  listImpact: nothing,
  getDiagnostics: nothing,
  getScorecardChoices: nothing,
  getScorecardMail: nothing,
  getSchema: async () => ({ params: { file: 'runbook.json' } }),
  getRecordState: nothing,
  listRecord: nothing,
  getHealth: nothing,
  getReadiness: nothing,
}

/** The request that shows something, and who makes it. */
export async function readOf(name: ReadName, route: Route, cell: WriteCell) {
  const make = reads[name]
  if (make === asLooked) return { ...(await requestOf(name, route, cell)), as: cell.who }
  const { params = {}, query = {}, as = cell.who } = await make(cell)
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(params[param] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  return { method: route.method, url: search ? `${path}?${search}` : path, payload: undefined, as }
}

/** As the mirror of another desk leaves it. */
async function opening({ world, of, who }: WriteCell): Promise<string> {
  return (await openAccount(world.app, who, { externalId: of.account, reason })).id
}
