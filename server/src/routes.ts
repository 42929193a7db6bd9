import type { Routes } from '@firstline/contract/client'
import { catalogueRowOf } from '@firstline/contract/events'
import { tasks } from '@firstline/contract/tasks'
import type { z } from 'zod'
import { getAccountOpening, openAccount, readOpenedPanel } from './accounts/open-account.ts'
import { getProject, listPanels, readPanel, searchAccounts } from './accounts/queries.ts'
import { getSource } from './accounts/get-source.ts'
import { trySource } from './accounts/try-source.ts'
import { unmaskPanel } from './accounts/unmask-panel.ts'
import {
  getActionApproval,
  listActionApprovals,
  listTicketApprovals,
} from './actions/approvals/queries.ts'
import { approveAction } from './actions/approvals/approve-action.ts'
import { confirmAction } from './actions/run/confirm-action.ts'
import {
  refuseActionApproval,
  withdrawActionApproval,
} from './actions/approvals/refuse-action-approval.ts'
import { listActionControls } from './actions/limits/list-action-controls.ts'
import { previewAction } from './actions/preview/preview-action.ts'
import { getActionRun, listActionChoices, listActionRuns, listActions } from './actions/queries.ts'
import {
  requestActionApproval,
  requestUndoApproval,
} from './actions/approvals/request-action-approval.ts'
import { resumeAction, stopAction } from './actions/limits/stop-action.ts'
import { undoActionRun } from './actions/run/undo-action-run.ts'
import { verifyActionRun } from './actions/run/verify-action-run.ts'
import type { App } from './app.ts'
import { reactionsOf } from './reactions.ts'
import { answerExport, answerProof } from './audit/answer-export.ts'
import { checkRecord } from './audit/check-record.ts'
import { listRecord } from './audit/list-record.ts'
import { getRecordState } from './audit/queries.ts'
import { getSystemStatus } from './changes/queries.ts'
import { receiveHook } from './changes/hooks/receive-hook.ts'
import { recordDeploy } from './changes/record-deploy.ts'
import { checkInboundMails } from './channels/check-inbound-mails.ts'
import { countInboundMails, listInboundMails } from './channels/queries.ts'
import { previewIncidentUpdate } from './channels/preview-incident-update.ts'
import { downloadInboundMail, receiveEmail } from './channels/receive-email.ts'
import { listMailboxes } from './channels/imap/list-mailboxes.ts'
import { releaseInboundMail } from './channels/release-inbound-mail.ts'
import { findBesideTicket } from './beside/find-beside-ticket.ts'
import { listBesideDesks } from './beside/list-beside-desks.ts'
import { mirrorBesideTicket } from './beside/mirror-beside-ticket.ts'
import { getConnection, listConnections } from './connections/list-connections.ts'
import { approveErasure } from './privacy/approve-erasure.ts'
import { eraseContact } from './privacy/erase-contact.ts'
import { downloadContactExport, exportContact } from './privacy/export-contact.ts'
import { findContacts } from './privacy/find-contacts.ts'
import { previewErasure } from './privacy/preview-erasure.ts'
import { listErasures } from './privacy/list-erasures.ts'
import { listRetention } from './privacy/list-retention.ts'
import { refuseErasure } from './privacy/refuse-erasure.ts'
import { answerStyle } from './portal/answer-style.ts'
import {
  answerAsking,
  answerLeaving,
  answerLink,
  followLink,
  showLink,
} from './portal/sign-in-answers.ts'
import {
  answerRating,
  answerTicket,
  showForm,
  showTicket,
  showTickets,
} from './portal/ticket-answers.ts'
import { pagesWith } from './portal/visit.ts'
import {
  answerAsked,
  answerEnding,
  answerFormFirst,
  showAttempt,
} from './self-service/attempt-answers.ts'
import { can } from './core/actor.ts'
import type { Actor } from './core/actor.ts'
import { capStreams } from './core/cap-streams.ts'
import type { Handler, Incoming } from './core/http.ts'
import type { Promised } from './core/verb.ts'
import { answerMcp } from './mcp/answer-mcp.ts'
import { changeAiAgent } from './mcp/change-ai-agent.ts'
import { createAiAgent } from './mcp/create-ai-agent.ts'
import { handOverAiAgent } from './mcp/hand-over-ai-agent.ts'
import { listAiAgents } from './mcp/list-ai-agents.ts'
import { revokeAiAgent } from './mcp/revoke-ai-agent.ts'
import { assignEscalation } from './escalations/assign-escalation.ts'
import { waiveEscalation } from './escalations/waive-escalation.ts'
import { escalate } from './escalations/escalate.ts'
import {
  getEscalation,
  listEscalations,
  listTeams,
  previewEscalationDraft,
} from './escalations/queries.ts'
import { returnEscalation } from './escalations/return-escalation.ts'
import { getLearningTime } from './learning/get-learning-time.ts'
import { getLesson, learnLesson, listLessons } from './learning/learn-lesson.ts'
import { getEscalationLoop } from './learning/get-escalation-loop.ts'
import { declineWin, listWins, nameWin } from './learning/name-win.ts'
import { previewImport } from './imports/jobs/preview-import.ts'
import {
  downloadRejects,
  getImport,
  listImports,
  listImportVendors,
} from './imports/jobs/queries.ts'
import { setAsideHistory, takeBackHistory } from './imports/record/set-aside-history.ts'
import { resumeImport, startImport, stopImport } from './imports/jobs/start-import.ts'
import { uploadHistory } from './imports/jobs/upload-history.ts'
import { abandonRun } from './runbooks/run/abandon-run.ts'
import { answerCheck } from './runbooks/run/answer-check.ts'
import { choosePick } from './runbooks/run/choose-pick.ts'
import { listRunbookMatches } from './runbooks/match/list-runbook-matches.ts'
import { refuseRunbookMatch } from './runbooks/match/refuse-runbook-match.ts'
import { listRunbookNames } from './runbooks/format/list-runbook-names.ts'
import { publishRunbook } from './runbooks/publish/publish-runbook.ts'
import {
  compareRunbook,
  getRunbook,
  getRunbookRun,
  listRunbookRuns,
  lintRunbookText,
  listRunbooks,
  testRunbookText,
} from './runbooks/queries.ts'
import { restoreRunbook } from './runbooks/publish/restore-runbook.ts'
import { retireRunbook } from './runbooks/publish/retire-runbook.ts'
import { repeatChecks } from './runbooks/run/repeat-checks.ts'
import { saveRunbookDraft } from './runbooks/publish/save-runbook-draft.ts'
import { startRunbook } from './runbooks/run/start-runbook.ts'
import { tryRunbook } from './runbooks/run/try-runbook.ts'
import { verifyRunbook } from './runbooks/publish/verify-runbook.ts'
import {
  dropWorkingCopy,
  getRunbookEditing,
  keepWorkingCopy,
} from './runbooks/publish/keep-working-copy.ts'
import { publishedSchemas } from './schemas/published-schemas.ts'
import { answerOtlp } from './telemetry/answer-otlp.ts'
import { getTrace, listTraces, searchLogs } from './telemetry/queries.ts'
import { getDiagnostics } from './scorecard/read/get-diagnostics.ts'
import {
  dismissOpportunity,
  getOpportunityIssue,
  listOpportunities,
  listOpportunityEscalations,
  reopenOpportunity,
  startOpportunity,
} from './scorecard/opportunities/start-opportunity.ts'
import { listRunbookHealth } from './scorecard/read/list-runbook-health.ts'
import { getScorecardChange } from './scorecard/read/get-scorecard-change.ts'
import { listImpact } from './scorecard/read/list-impact.ts'
import { getCoaching, getIntegrity, listIntegrityTickets } from './scorecard/read/get-integrity.ts'
import { getSelfService } from './scorecard/read/get-self-service.ts'
import { getSavedReplyUse } from './scorecard/read/get-saved-reply-use.ts'
import { getScorecard, listScorecardTickets } from './scorecard/read/queries.ts'
import { getScorecardChoices } from './scorecard/share/get-scorecard-choices.ts'
import { exportScorecard } from './scorecard/share/export-scorecard.ts'
import {
  addScorecardReader,
  getScorecardMail,
  removeScorecardReader,
} from './scorecard/share/add-scorecard-reader.ts'
import { askPasswordReset } from './team/ask-password-reset.ts'
import { changePassword } from './team/change-password.ts'
import { createApiKey } from './team/create-api-key.ts'
import { createFirstAdmin } from './team/create-first-admin.ts'
import { handOverApiKey } from './team/hand-over-api-key.ts'
import { invitePerson } from './team/invite-person.ts'
import { makePasswordLink } from './team/make-password-link.ts'
import { changeRole, disablePerson, enablePerson } from './team/disable-person.ts'
import { endOtherSessions, endSession, getSignInSecurity } from './team/end-session.ts'
import { addPasskey, removePasskey, startPasskey, startPasskeySignIn } from './team/add-passkey.ts'
import { releaseIdentity } from './team/providers/release-identity.ts'
import { getMe, getTeam, listPeople } from './team/queries.ts'
import { revokeApiKey } from './team/revoke-api-key.ts'
import { changeSavedReply } from './runbooks/replies/change-saved-reply.ts'
import { createSavedReply } from './runbooks/replies/create-saved-reply.ts'
import { fillSavedReply } from './runbooks/replies/fill-saved-reply.ts'
import { getSetup } from './team/get-setup.ts'
import { readPasswordLink, usePasswordLink } from './team/use-password-link.ts'
import { addNote } from './tickets/add-note.ts'
import { assignTicket } from './tickets/assign-ticket.ts'
import { createTicket } from './tickets/create-ticket.ts'
import { dismissReopen } from './tickets/dismiss-reopen.ts'
import { forgetPhrase } from './tickets/forget-phrase.ts'
import { listAffectedTickets } from './runbooks/list-affected-tickets.ts'
import { listChanges } from './runbooks/list-changes.ts'
import { listLearnedPhrases } from './tickets/list-learned-phrases.ts'
import { takeAsCourtesy } from './tickets/take-as-courtesy.ts'
import { takeAsWork } from './tickets/take-as-work.ts'
import { giveRating, readRating } from './tickets/give-rating.ts'
import { countTickets, listTickets } from './tickets/list-tickets.ts'
import { findTicketByNumber } from './tickets/find-ticket-by-number.ts'
import { getTicket, getTimeline, listTicketTypes } from './tickets/queries.ts'
import { listPastTickets } from './tickets/list-past-tickets.ts'
import { takeBackReply } from './tickets/take-back-reply.ts'
import { forgetDraft } from './tickets/drafts/forget-draft.ts'
import { keepDraft } from './tickets/drafts/keep-draft.ts'
import { listDrafts, listTicketDrafts } from './tickets/drafts/list-drafts.ts'
import { retryDelivery } from './tickets/retry-delivery.ts'
import { createIncidentUpdate } from './tickets/incidents/create-incident-update.ts'
import { takeBackIncidentUpdate } from './tickets/incidents/take-back-incident-update.ts'
import { getIncident } from './tickets/incidents/get-incident.ts'
import { linkIncident, unlinkIncident } from './tickets/incidents/link-incident.ts'
import { linkTickets } from './tickets/incidents/link-tickets.ts'
import { listIncidents } from './tickets/incidents/list-incidents.ts'
import { snoozeTicket } from './tickets/snooze/snooze-ticket.ts'
import { wakeTicket } from './tickets/snooze/wake-ticket.ts'
import { reopenTicket } from './tickets/reopen-ticket.ts'
import { replyToTicket } from './tickets/reply-to-ticket.ts'
import { searchTickets } from './tickets/search-tickets.ts'
import { resolveTicket } from './tickets/resolve-ticket.ts'
import { setTicketAccount } from './tickets/set-ticket-account.ts'
import { setProblemStart } from './tickets/set-problem-start.ts'
import { setTicketPriority } from './tickets/labels/set-ticket-priority.ts'
import { listTags } from './tickets/labels/list-tags.ts'
import { tagTicket } from './tickets/labels/tag-ticket.ts'
import { archiveSavedReply } from './tickets/saved-replies/archive-saved-reply.ts'
import { listSavedReplies } from './tickets/saved-replies/list-saved-replies.ts'
import { offerSavedReplies } from './tickets/saved-replies/offer-saved-replies.ts'
import { restoreSavedReply } from './tickets/saved-replies/restore-saved-reply.ts'
import { setTicketType } from './tickets/set-ticket-type.ts'
import { listMergeChoices } from './tickets/merging/list-merge-choices.ts'
import { mergeTicket } from './tickets/merging/merge-ticket.ts'
import { previewMerge } from './tickets/merging/preview-merge.ts'
import { unmergeTicket } from './tickets/merging/unmerge-ticket.ts'
import { linkRepeatByHand } from './tickets/link-repeat.ts'
import { voidTicket } from './tickets/void-ticket.ts'
import { countNotifications } from './notifications/count-notifications.ts'
import { listNotifications } from './notifications/list-notifications.ts'
import { markAllNotifications } from './notifications/mark-all-notifications.ts'
import { markNotification } from './notifications/mark-notification.ts'
import { getNotificationKinds, setNotificationKind } from './notifications/set-notification-kind.ts'
import { unmarkNotifications } from './notifications/unmark-notifications.ts'
import {
  listEscalationWatchers,
  unwatchEscalation,
  watchEscalation,
} from './notifications/watch-escalation.ts'
import { listTicketWatchers, unwatchTicket, watchTicket } from './notifications/watch-ticket.ts'
import { getRule, listRuleFirings, listRules } from './rules/list-rules.ts'
import { resumeRule, stopRule } from './rules/stop-rule.ts'
import { tryRule } from './rules/try-rule.ts'
import { changeWebhook } from './webhooks/change-webhook.ts'
import { createWebhook } from './webhooks/create-webhook.ts'
import { deleteWebhook } from './webhooks/delete-webhook.ts'
import { disableWebhook, enableWebhook } from './webhooks/disable-webhook.ts'
import { getWebhookDelivery } from './webhooks/get-webhook-delivery.ts'
import { listWebhookDeliveries } from './webhooks/list-webhook-deliveries.ts'
import { listWebhooks } from './webhooks/list-webhooks.ts'
import { resendFailedDeliveries } from './webhooks/resend-failed-deliveries.ts'
import { resendWebhookDelivery } from './webhooks/resend-webhook-delivery.ts'
import { rotateWebhookSecret } from './webhooks/rotate-webhook-secret.ts'
import { testWebhook } from './webhooks/test-webhook.ts'
import { listSetupSteps } from './setup/list-setup-steps.ts'
import { createSampleTicket, removeSampleTicket } from './setup/create-sample-ticket.ts'
import { sendTestMail } from './setup/send-test-mail.ts'
import { resumeSetupStep, skipSetupStep } from './setup/skip-setup-step.ts'
import { getTicketWorkspace } from './workspace/get-ticket-workspace.ts'

/** The whole API on one screen: contract route → verb or query. */
export function handlersOf(app: App): Handlers {
  const call = callsWith(app)
  const page = pagesWith(app)
  const takeStream = capStreams()
  const known = {
    tasks: Object.keys(tasks),
    reactions: Object.keys(reactionsOf(app)),
  }
  const handlers: Handlers = {
    getSetup: { permission: 'public', handle: () => getSetup(app) },
    getMe: call(getMe),
    listPeople: call(listPeople),
    invitePerson: call(invitePerson),
    createApiKey: call(createApiKey),
    getTeam: call(getTeam),
    changeRole: call(changeRole),
    disablePerson: call(disablePerson),
    enablePerson: call(enablePerson),
    releaseIdentity: call(releaseIdentity),
    handOverApiKey: call(handOverApiKey),
    revokeApiKey: call(revokeApiKey),

    createFirstAdmin: call(createFirstAdmin),
    listSetupSteps: call(listSetupSteps),
    skipSetupStep: call(skipSetupStep),
    resumeSetupStep: call(resumeSetupStep),
    sendTestMail: call(sendTestMail),
    createSampleTicket: call(createSampleTicket),
    removeSampleTicket: call(removeSampleTicket),

    readPasswordLink: call(readPasswordLink),
    usePasswordLink: call(usePasswordLink),
    askPasswordReset: call(askPasswordReset),
    makePasswordLink: call(makePasswordLink),
    getSignInSecurity: call(getSignInSecurity),
    changePassword: call(changePassword),
    endSession: call(endSession),
    endOtherSessions: call(endOtherSessions),
    startPasskey: call(startPasskey),
    addPasskey: call(addPasskey),
    removePasskey: call(removePasskey),
    startPasskeySignIn: call(startPasskeySignIn),

    findContacts: call(findContacts),
    exportContact: call(exportContact),
    downloadContactExport: raw('privacy:manage', (incoming, actor) =>
      downloadContactExport(app, incoming, actor),
    ),
    previewErasure: call(previewErasure),
    eraseContact: call(eraseContact),
    listErasures: call(listErasures),
    listRetention: call(listRetention),
    approveErasure: call(approveErasure),
    refuseErasure: call(refuseErasure),

    listAiAgents: call(listAiAgents),
    createAiAgent: call(createAiAgent),
    changeAiAgent: call(changeAiAgent),
    handOverAiAgent: call(handOverAiAgent),
    revokeAiAgent: call(revokeAiAgent),
    callMcp: raw('mcp:call', (incoming, actor) => answerMcp(app, handlers, incoming, actor)),

    listTickets: call(listTickets),
    searchTickets: call(searchTickets),
    listPastTickets: call(listPastTickets),
    countTickets: call(countTickets),
    listTicketTypes: call(listTicketTypes),
    createTicket: call(createTicket),
    getTicket: call(getTicket),
    findTicketByNumber: call(findTicketByNumber),
    findBesideTicket: call(findBesideTicket),
    listBesideDesks: call(listBesideDesks),
    mirrorBesideTicket: call(mirrorBesideTicket),
    getTimeline: call(getTimeline),
    getTicketWorkspace: call(getTicketWorkspace),
    addNote: call(addNote),
    replyToTicket: call(replyToTicket),
    takeBackReply: call(takeBackReply),
    retryDelivery: call(retryDelivery),
    assignTicket: call(assignTicket),
    setTicketAccount: call(setTicketAccount),
    setTicketType: call(setTicketType),
    setTicketPriority: call(setTicketPriority),
    tagTicket: call(tagTicket),
    listTags: call(listTags),
    listSavedReplies: call(listSavedReplies),
    createSavedReply: call(createSavedReply),
    changeSavedReply: call(changeSavedReply),
    archiveSavedReply: call(archiveSavedReply),
    restoreSavedReply: call(restoreSavedReply),
    getSavedReplyUse: call(getSavedReplyUse),
    offerSavedReplies: call(offerSavedReplies),
    fillSavedReply: call(fillSavedReply),
    setProblemStart: call(setProblemStart),
    resolveTicket: call(resolveTicket),
    snoozeTicket: call(snoozeTicket),
    wakeTicket: call(wakeTicket),
    reopenTicket: call(reopenTicket),
    dismissReopen: call(dismissReopen),
    takeAsWork: call(takeAsWork),
    takeAsCourtesy: call(takeAsCourtesy),
    listLearnedPhrases: call(listLearnedPhrases),
    forgetPhrase: call(forgetPhrase),
    linkRepeat: call(linkRepeatByHand),
    listMergeChoices: call(listMergeChoices),
    previewMerge: call(previewMerge),
    listDrafts: call(listDrafts),
    listTicketDrafts: call(listTicketDrafts),
    keepDraft: call(keepDraft),
    forgetDraft: call(forgetDraft),
    mergeTicket: call(mergeTicket),
    unmergeTicket: call(unmergeTicket),
    voidTicket: call(voidTicket),
    readRating: call(readRating),
    giveRating: call(giveRating),

    getPortal: page(showTickets),
    getPortalStyle: {
      permission: 'public',
      handle: async (_actor, { v }, { reply }) => answerStyle(app, reply, v),
    },
    askPortalLink: page(answerAsking),
    followPortalLink: page(followLink),
    getPortalLink: page(showLink),
    usePortalLink: page(answerLink),
    signOutOfPortal: page(answerLeaving),
    getPortalForm: page(showForm),
    createPortalTicket: page(answerFormFirst),
    getPortalAttempt: page(showAttempt),
    answerPortalAttempt: page(answerAsked),
    endPortalAttempt: page(answerEnding),
    getPortalTicket: page(showTicket),
    answerPortalTicket: page(answerTicket),
    ratePortalTicket: page(answerRating),

    receiveEmail: raw('mail:receive', (incoming, actor) => receiveEmail(app, incoming, actor)),
    listInboundMails: call(listInboundMails),
    countInboundMails: call(countInboundMails),
    listMailboxes: call(listMailboxes),
    checkInboundMails: call(checkInboundMails),
    releaseInboundMail: call(releaseInboundMail),
    downloadInboundMail: raw('ticket:read', (incoming, actor) =>
      downloadInboundMail(app, incoming, actor),
    ),

    listPanels: call(listPanels),
    readPanel: call(readPanel),
    unmaskPanel: call(unmaskPanel),
    searchAccounts: call(searchAccounts),
    openAccount: call(openAccount),
    getAccountOpening: call(getAccountOpening),
    readOpenedPanel: call(readOpenedPanel),
    getProject: call(getProject),

    listConnections: call(listConnections),
    getConnection: call(getConnection),
    getSource: call(getSource),
    trySource: call(trySource),

    receiveLogs: raw('telemetry:write', (incoming) => answerOtlp(app, 'logs', incoming)),
    receiveTraces: raw('telemetry:write', (incoming) => answerOtlp(app, 'traces', incoming)),
    searchLogs: call(searchLogs),
    listTraces: call(listTraces),
    getTrace: call(getTrace),

    recordDeploy: call(recordDeploy),
    receiveHook: {
      permission: 'public',
      handle: (_actor, { hook }, incoming) => receiveHook(app, hook, incoming),
    },
    getSystemStatus: call(getSystemStatus),
    listChanges: call(listChanges),
    listIncidents: call(listIncidents),
    getIncident: call(getIncident),
    listAffectedTickets: call(listAffectedTickets),
    linkTickets: call(linkTickets),
    linkIncident: call(linkIncident),
    unlinkIncident: call(unlinkIncident),
    previewIncidentUpdate: call(previewIncidentUpdate),
    createIncidentUpdate: call(createIncidentUpdate),
    takeBackIncidentUpdate: call(takeBackIncidentUpdate),

    listActions: call(listActions),
    listActionChoices: call(listActionChoices),
    previewAction: call(previewAction),
    runAction: call(confirmAction),
    listActionRuns: call(listActionRuns),
    getActionRun: call(getActionRun),
    undoActionRun: call(undoActionRun),
    verifyActionRun: call(verifyActionRun),
    requestActionApproval: call(requestActionApproval),
    requestUndoApproval: call(requestUndoApproval),
    listActionApprovals: call(listActionApprovals),
    listTicketApprovals: call(listTicketApprovals),
    getActionApproval: call(getActionApproval),
    approveAction: call(approveAction),
    refuseActionApproval: call(refuseActionApproval),
    withdrawActionApproval: call(withdrawActionApproval),
    listActionControls: call(listActionControls),
    stopAction: call(stopAction),
    resumeAction: call(resumeAction),

    listRunbooks: call(listRunbooks),
    getRunbook: call(getRunbook),
    saveRunbookDraft: call(saveRunbookDraft),
    publishRunbook: call(publishRunbook),
    retireRunbook: call(retireRunbook),
    restoreRunbook: call(restoreRunbook),
    verifyRunbook: call(verifyRunbook),
    compareRunbook: call(compareRunbook),
    getRunbookEditing: call(getRunbookEditing),
    keepWorkingCopy: call(keepWorkingCopy),
    dropWorkingCopy: call(dropWorkingCopy),
    listRunbookNames: call(listRunbookNames),
    lintRunbook: call(lintRunbookText),
    testRunbook: call(testRunbookText),
    tryRunbook: call(tryRunbook),
    listRunbookMatches: call(listRunbookMatches),
    refuseRunbookMatch: call(refuseRunbookMatch),
    startRunbook: call(startRunbook),
    listRunbookRuns: call(listRunbookRuns),
    getRunbookRun: call(getRunbookRun),
    answerCheck: call(answerCheck),
    choosePick: call(choosePick),
    repeatChecks: call(repeatChecks),
    abandonRun: call(abandonRun),

    escalate: call(escalate),
    listTeams: call(listTeams),
    listEscalations: call(listEscalations),
    getEscalation: call(getEscalation),
    assignEscalation: call(assignEscalation),
    previewEscalationDraft: call(previewEscalationDraft),
    returnEscalation: call(returnEscalation),
    waiveEscalation: call(waiveEscalation),

    getEscalationLoop: call(getEscalationLoop),
    listLessons: call(listLessons),
    getLesson: call(getLesson),
    learnLesson: call(learnLesson),
    listWins: call(listWins),
    nameWin: call(nameWin),
    declineWin: call(declineWin),
    getLearningTime: call(getLearningTime),

    listNotifications: call(listNotifications),
    countNotifications: call(countNotifications),
    markNotification: call(markNotification),
    markAllNotifications: call(markAllNotifications),
    unmarkNotifications: call(unmarkNotifications),
    getNotificationKinds: call(getNotificationKinds),
    setNotificationKind: call(setNotificationKind),
    listTicketWatchers: call(listTicketWatchers),
    watchTicket: call(watchTicket),
    unwatchTicket: call(unwatchTicket),
    listEscalationWatchers: call(listEscalationWatchers),
    watchEscalation: call(watchEscalation),
    unwatchEscalation: call(unwatchEscalation),

    listRules: call(listRules),
    getRule: call(getRule),
    listRuleFirings: call(listRuleFirings),
    tryRule: call(tryRule),
    stopRule: call(stopRule),
    resumeRule: call(resumeRule),
    listWebhooks: call(listWebhooks),
    createWebhook: call(createWebhook),
    changeWebhook: call(changeWebhook),
    rotateWebhookSecret: call(rotateWebhookSecret),
    disableWebhook: call(disableWebhook),
    enableWebhook: call(enableWebhook),
    deleteWebhook: call(deleteWebhook),
    testWebhook: call(testWebhook),
    listWebhookDeliveries: call(listWebhookDeliveries),
    getWebhookDelivery: call(getWebhookDelivery),
    resendWebhookDelivery: call(resendWebhookDelivery),
    resendFailedDeliveries: call(resendFailedDeliveries),

    getScorecard: call(getScorecard),
    listScorecardTickets: call(listScorecardTickets),
    listOpportunities: call(listOpportunities),
    listOpportunityEscalations: call(listOpportunityEscalations),
    getOpportunityIssue: call(getOpportunityIssue),
    startOpportunity: call(startOpportunity),
    dismissOpportunity: call(dismissOpportunity),
    reopenOpportunity: call(reopenOpportunity),
    listRunbookHealth: call(listRunbookHealth),
    getScorecardChange: call(getScorecardChange),
    getSelfService: call(getSelfService),
    getIntegrity: call(getIntegrity),
    listIntegrityTickets: call(listIntegrityTickets),
    getCoaching: call(getCoaching),
    listImpact: call(listImpact),
    getDiagnostics: call(getDiagnostics),
    getScorecardChoices: call(getScorecardChoices),
    exportScorecard: raw('scorecard:read', (incoming, actor) =>
      exportScorecard(app, incoming, actor),
    ),
    getScorecardMail: call(getScorecardMail),
    addScorecardReader: call(addScorecardReader),
    removeScorecardReader: call(removeScorecardReader),

    getSchema: { permission: 'public', handle: async (_actor, { file }) => publishedSchemas[file] },
    getRecordState: call(getRecordState),
    listRecord: call(listRecord),
    exportRecord: raw('audit:read', (incoming, actor) => answerExport(app, incoming, actor)),
    checkRecord: call(checkRecord),
    getEventProof: raw('audit:read', (incoming) => answerProof(app, incoming)),

    uploadHistory: raw('history:import', (incoming, actor) => uploadHistory(app, incoming, actor)),
    previewImport: call(previewImport),
    listImports: call(listImports),
    listImportVendors: call(listImportVendors),
    startImport: call(startImport),
    getImport: call(getImport),
    stopImport: call(stopImport),
    resumeImport: call(resumeImport),
    downloadRejects: raw('history:import', (incoming, actor) =>
      downloadRejects(app, incoming, actor),
    ),
    setAsideHistory: call(setAsideHistory),
    takeBackHistory: call(takeBackHistory),

    getHealth: { permission: 'public', handle: async () => ({ status: 'ok' as const }) },
    getReadiness: { permission: 'public', handle: () => app.readiness.read(known) },
    getMetrics: raw('metrics:read', ({ reply }) => app.metrics.answer(reply)),
    streamEvents: {
      permission: 'event:stream',
      async handle(actor, { readingForMs, rows }, { request, reply, isStillThere }) {
        takeStream(request, `${actor.kind} ${actor.id}`)
        const watcher = {
          mayWatch: isStillThere,
          // of another version: whoever may read the whole record
          maySee: (name: string) => can(actor, catalogueRowOf(name)?.seenBy ?? 'audit:read'),
          // an agent of limited reach reads its lists itself
          rowsFor:
            rows === 'true' && actor.kind !== 'ai_agent' && can(actor, 'ticket:read')
              ? { personId: actor.kind === 'person' ? actor.id : null }
              : undefined,
        }
        return app.live.stream(request, reply, watcher, readingForMs)
      },
    },
  }
  return handlers
}

type Output<N extends keyof Routes> = Routes[N] extends { raw: object }
  ? unknown
  : z.input<Routes[N]['response']>
type Part<R, K extends string> =
  R extends Record<K, infer S extends z.ZodType> ? z.output<S> : unknown
type Input<N extends keyof Routes> = Part<Routes[N], 'params'> &
  Part<Routes[N], 'query'> &
  Part<Routes[N], 'body'>
export type Handlers = { [N in keyof Routes]: Handler<Input<N>, Output<N>> }

type Callable<Input, Result> = {
  permission: Handler['permission']
  input: z.ZodType
  ofParsed(app: App, actor: Actor, input: Input, promised?: Promised): Promise<Result>
}

function callsWith(app: App) {
  return <Input, Result>(verb: Callable<Input, Result>): Handler<Input, Result> => ({
    permission: verb.permission,
    input: verb.input,
    handle: (actor, input, { promised }) => verb.ofParsed(app, actor, input, promised),
  })
}

function raw(
  permission: Handler['permission'],
  handle: (incoming: Incoming, actor: Actor) => Promise<void>,
): Handler<unknown> {
  return { permission, handle: (actor, _input, incoming) => handle(incoming, actor) }
}
