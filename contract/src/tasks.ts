import { z } from 'zod'
import { Language } from './sign-in.ts'

const Nothing = z.object({})

/**
 * The catalogue of tasks: the payload of every job there is. Whoever enqueues, schedules or runs one
 * takes its name and payload from here.
 */
export const tasks = {
  /** The reactions to an event; reactions.ts says which. Earlier versions enqueued each for itself. */
  react: z.object({
    event: z.string(),
    reactions: z.array(z.string()).optional(),
    reaction: z.string().optional(),
  }),

  apply_retention: Nothing,
  anchor_seal: z.object({ number: z.int() }),
  answer_reset: z.object({ email: z.string(), language: Language }),
  check_status: Nothing,
  follow_desk: Nothing,
  deliver_webhook: z.object({ delivery: z.string(), attempt: z.int() }),
  erase_contact: z.object({ erasure: z.string() }),
  expire_action_approval: z.object({ approval: z.string() }),
  find_wins: Nothing,
  follow_scorecard: Nothing,
  forget_answer_counts: Nothing,
  forget_notifications: Nothing,
  forget_portal_sign_ins: Nothing,
  forget_request_keys: Nothing,
  forget_trials: Nothing,
  forget_tries: Nothing,
  forget_uploads: Nothing,
  forget_webhook_deliveries: Nothing,
  import_history: z.object({ import: z.string() }),
  index_tickets: Nothing,
  learn_matching: Nothing,
  mail_key_ending: z.object({ table: z.enum(['api_key', 'ai_agent']), id: z.string() }),
  mail_password_link: z.object({
    person: z.string(),
    purpose: z.enum(['first', 'reset']),
    language: Language,
  }),
  mail_webhook_off: z.object({ webhook: z.string() }),
  mail_portal_link: z.object({ email: z.string(), language: Language, askedAt: z.string() }),
  pass_on_left_attempt: z.object({ attempt: z.string() }),
  queue_scorecard_mail: Nothing,
  read_mail: z.object({ mail: z.string() }),
  recount_history: z.object({ origin: z.string() }),
  retain_telemetry: Nothing,
  run_rule: z.object({ rule: z.string(), event: z.string() }),
  say_unknown_jobs: Nothing,
  seal_record: Nothing,
  send_scorecard_mail: z.object({ week: z.string(), person: z.string() }),
  send_incident_update: z.object({ update: z.string() }),
  send_reply: z.object({ message: z.string() }),
  settle_action_run: z.object({ run: z.string() }),
  tell_desk: z.object({ write: z.string() }),
  tell_win: z.object({ win: z.string() }),
  verify_record: z.object({ check: z.string() }),
  wake_ticket: z.object({ ticket: z.string(), until: z.string() }),
  warn_of_ending_keys: Nothing,
} as const satisfies Record<string, z.ZodType>

export type TaskName = keyof typeof tasks
export type PayloadOf<Name extends TaskName> = z.output<(typeof tasks)[Name]>
/** Tasks that need nothing to be told: what a schedule can start. */
export type TimedTaskName = {
  [Name in TaskName]: Record<string, never> extends PayloadOf<Name> ? Name : never
}[TaskName]
