import type { Timed } from './core/worker-config.ts'

/** Timed jobs, UTC; each names a task of tasks.ts. */
export const schedule: readonly Timed[] = [
  { task: 'check_status', match: '* * * * *' },
  { task: 'follow_desk', match: '* * * * *' },
  { task: 'index_tickets', match: '* * * * *' },
  { task: 'learn_matching', match: '*/10 * * * *' },
  { task: 'follow_scorecard', match: '* * * * *' },
  { task: 'seal_record', match: '*/5 * * * *' },
  { task: 'retain_telemetry', match: '17 * * * *' },
  { task: 'forget_uploads', match: '41 * * * *' },
  { task: 'queue_scorecard_mail', match: '*/15 * * * *' },
  { task: 'find_wins', match: '41 3 * * *' },
  { task: 'warn_of_ending_keys', match: '11 * * * *' },
  { task: 'forget_notifications', match: '47 3 * * *' },
  { task: 'forget_request_keys', match: '29 * * * *' },
  { task: 'forget_answer_counts', match: '47 * * * *' },
  { task: 'forget_trials', match: '53 * * * *' },
  { task: 'forget_portal_sign_ins', match: '33 * * * *' },
  { task: 'apply_retention', match: '29 2 * * *' },
  { task: 'forget_tries', match: '23 4 * * *' },
  { task: 'forget_webhook_deliveries', match: '7 4 * * *' },
  { task: 'say_unknown_jobs', match: '*/5 * * * *' },
]
