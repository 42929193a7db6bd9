import type { TaskName } from '@firstline/contract/tasks'
import type pg from 'pg'
import { closeWaitingApprovals } from '#server/actions/approvals/close-waiting.ts'
import { interruptRuns } from '#server/actions/run/interrupt-runs.ts'
import { dropWaiting } from '#server/beside/drop-waiting.ts'
import { system } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { skipScorecardMail } from '#server/scorecard/share/skip-scorecard-mail.ts'
import { holdQueuedMail } from '#server/tickets/hold-queued-mail.ts'
import type { HeldMail } from '#server/tickets/hold-queued-mail.ts'
import { withholdUpdates } from '#server/tickets/incidents/send-incident-update.ts'
import { giveUpWaiting } from '#server/webhooks/give-up-waiting.ts'
import { z } from 'zod'

/**
 * What becomes of each job of a backup: one that writes to somebody would do it a second time. A reply's
 * finds its message held.
 */
const fates: Record<TaskName, 'again' | 'left out'> = {
  react: 'again',
  anchor_seal: 'again',
  apply_retention: 'again',
  answer_reset: 'left out',
  check_status: 'again',
  deliver_webhook: 'left out',
  erase_contact: 'again',
  expire_action_approval: 'again',
  find_wins: 'again',
  follow_desk: 'again',
  follow_scorecard: 'again',
  forget_answer_counts: 'again',
  forget_notifications: 'again',
  forget_portal_sign_ins: 'again',
  forget_request_keys: 'again',
  forget_trials: 'again',
  forget_tries: 'again',
  forget_uploads: 'again',
  forget_webhook_deliveries: 'again',
  import_history: 'again',
  index_tickets: 'again',
  learn_matching: 'again',
  mail_key_ending: 'left out',
  mail_password_link: 'left out',
  mail_portal_link: 'left out',
  mail_webhook_off: 'left out',
  pass_on_left_attempt: 'again',
  queue_scorecard_mail: 'again',
  read_mail: 'again',
  recount_history: 'again',
  retain_telemetry: 'again',
  run_rule: 'again',
  say_unknown_jobs: 'again',
  seal_record: 'again',
  send_scorecard_mail: 'left out',
  send_incident_update: 'left out',
  send_reply: 'again',
  settle_action_run: 'again',
  tell_desk: 'left out',
  tell_win: 'left out',
  verify_record: 'again',
  wake_ticket: 'again',
  warn_of_ending_keys: 'again',
}
const leaving = Object.entries(fates).flatMap(([task, fate]) => (fate === 'again' ? [] : task))

export type Held = {
  mails: number
  /** The first of them. */
  firstMails: HeldMail[]
  answers: number
  runs: number
  approvals: number
  jobs: number
}

/**
 * No worker has them any more: what was begun is begun again, as after a crash; what would write to
 * somebody is left out, and can be asked for again. In the transaction of the rows.
 * @returns how many were left out
 */
export async function settleQueue(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = any ($1)`,
    [leaving],
  )
  await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null,
      attempts = greatest(attempts - 1, 0) where locked_by is not null`,
  )
  await client.query(
    `update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where locked_by is not null`,
  )
  return rowCount ?? 0
}

/**
 * What was under way when the backup was made may have come to its end afterwards, and nobody here
 * knows: no mail leaves and no action runs because of a restore. Each is on record, for a person to see.
 */
export async function holdWhatLeaves(desk: Desk, takenAt: Date): Promise<Omit<Held, 'jobs'>> {
  const actor = system('restore')
  const { mails, firstMails } = await holdQueuedMail(desk, actor)
  const answers = await withholdUpdates(desk, actor)
  const runs = await interruptRuns(desk, actor)
  const approvals = await closeWaitingApprovals(desk, actor)
  await skipScorecardMail(desk, takenAt)
  await giveUpWaiting(desk)
  await dropWaiting(desk)
  return { mails, firstMails, answers, runs, approvals }
}

/** The record says itself that it was set back, and to when. */
export const recordRestore = defineVerb({
  permission: 'audit:read',
  input: z.object({
    takenAt: z.string(),
    program: z.string(),
    mails: z.int(),
    runs: z.int(),
    approvals: z.int(),
  }),
  async run(_, { takenAt, program, mails, runs, approvals }) {
    const data = { taken_at: takenAt, program, mails, runs, approvals }
    return { result: null, events: [{ name: 'audit.restored', data }] }
  },
})
