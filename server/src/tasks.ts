import { forgetTrials } from './accounts/forget-trials.ts'
import { expireApproval } from './actions/approvals/expire-approval.ts'
import { settleRun } from './actions/run/settle-run.ts'
import { anchorSeal } from './audit/anchor-seal.ts'
import { verifyRecord } from './audit/check-record.ts'
import { sealRecord } from './audit/seal-record.ts'
import { checkStatusOften } from './changes/check-status.ts'
import type { App } from './app.ts'
import { reactionsOf } from './reactions.ts'
import { forgetAnswerCounts } from './connections/health/forget-counts.ts'
import { readMail } from './channels/read-mail.ts'
import { followDesk } from './beside/follow-desk.ts'
import { openOutside } from './beside/open-outside.ts'
import { sendReply } from './beside/send-reply.ts'
import { tellDesk } from './beside/tell-desk.ts'
import { forgetNotifications } from './notifications/forget-notifications.ts'
import { mailPortalLink } from './portal/mail-portal-link.ts'
import { forgetPortalSignIns } from './portal/sign-out-of-portal.ts'
import { forgetRequestKeys } from './core/request-key.ts'
import { sayUnknownJobs } from './core/unknown-jobs.ts'
import type { Tasks } from './core/worker-config.ts'
import { applyRetention } from './privacy/apply-retention.ts'
import { runErasure } from './privacy/run-erasure.ts'
import { learnMatching } from './runbooks/match/match-learn.ts'
import { tellWin } from './learning/tell-win.ts'
import { passOnLeftAttempt } from './self-service/pass-on-left-attempt.ts'
import { findWins } from './scorecard/facts/find-wins.ts'
import { followProject } from './scorecard/facts/follow-project.ts'
import { queueScorecardMail, sendScorecardMail } from './scorecard/share/share-mail.ts'
import { forgetUploads, runImport } from './imports/jobs/run-import.ts'
import { recountHistory } from './imports/record/set-aside-history.ts'
import { mailKeyEnding } from './team/mail-key-ending.ts'
import { answerReset, mailPasswordLink } from './team/mail-password-link.ts'
import { forgetSignIns } from './team/forget-sign-ins.ts'
import { warnOfEndingKeys } from './team/warn-of-ending-keys.ts'
import { runWaitedRule } from './rules/run-rules.ts'
import { sendIncidentUpdate } from './tickets/incidents/send-incident-update.ts'
import { indexTickets } from './tickets/index-tickets.ts'
import { wakeInTime } from './tickets/snooze/wake-ticket.ts'
import { deliverWebhook } from './webhooks/deliver-webhook.ts'
import { forgetWebhookDeliveries } from './webhooks/forget-webhook-deliveries.ts'
import { mailWebhookOff } from './webhooks/mail-webhook-off.ts'
import { retainTelemetry } from './telemetry/retain-telemetry.ts'

/** Jobs that verbs enqueue themselves or the schedule starts; name → what runs. Payloads: contract/src/tasks.ts. */
export function tasksOf(app: App): Tasks {
  return {
    follow_scorecard: () => followProject(app),
    seal_record: async () => void (await sealRecord(app)),
    apply_retention: () => applyRetention(app),
    anchor_seal: (payload) => anchorSeal(app, payload),
    verify_record: (payload) => verifyRecord(app, payload),
    retain_telemetry: () => retainTelemetry(app),
    import_history: (payload) => runImport(app, payload),
    recount_history: (payload) => recountHistory(app, payload),
    forget_uploads: () => forgetUploads(app),
    learn_matching: () => learnMatching(app),
    check_status: () => checkStatusOften(app),
    read_mail: (payload) => readMail(app, payload),
    erase_contact: (payload) => runErasure(app, payload),
    expire_action_approval: (payload) => expireApproval(app, payload),
    settle_action_run: (payload) => settleRun(app, payload),
    mail_password_link: (payload) => mailPasswordLink(app, payload),
    answer_reset: (payload) => answerReset(app, payload),
    index_tickets: async () => void (await indexTickets(app)),
    warn_of_ending_keys: () => warnOfEndingKeys(app),
    mail_key_ending: (payload) => mailKeyEnding(app, payload),
    forget_notifications: () => forgetNotifications(app),
    forget_request_keys: () => forgetRequestKeys(app),
    forget_answer_counts: () => forgetAnswerCounts(app),
    forget_trials: () => forgetTrials(app),
    mail_portal_link: (payload) => mailPortalLink(app, payload),
    pass_on_left_attempt: (payload) => passOnLeftAttempt(app, payload),
    forget_portal_sign_ins: () => forgetPortalSignIns(app),
    forget_tries: () => forgetSignIns(app),
    queue_scorecard_mail: () => queueScorecardMail(app),
    send_incident_update: (payload) => sendIncidentUpdate(app, payload),
    send_reply: (payload) => sendReply(app, payload),
    send_scorecard_mail: (payload) => sendScorecardMail(app, payload),
    find_wins: () => findWins(app),
    say_unknown_jobs: () => sayUnknownJobs(app, Object.keys(reactionsOf(app))),
    run_rule: (payload) => runWaitedRule(app, payload),
    wake_ticket: (payload) => wakeInTime(app, payload),
    deliver_webhook: (payload) => deliverWebhook(app, payload),
    mail_webhook_off: (payload) => mailWebhookOff(app, payload),
    follow_desk: () =>
      followDesk(app, openOutside({ project: app.sources.project, clock: app.clock })),
    tell_desk: (payload) =>
      tellDesk(app, openOutside({ project: app.sources.project, clock: app.clock }), payload),
    forget_webhook_deliveries: () => forgetWebhookDeliveries(app),
    tell_win: (payload) => tellWin(app, payload),
  }
}
