import { z } from 'zod'
import { MailboxState } from './channels.ts'
import { Id, Nothing, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { passwordErrors } from './sign-in.ts'
import { InvitePerson } from './team.ts'

export const CreateFirstAdmin = InvitePerson.pick({ email: true, name: true }).extend({
  /** As the start has printed it; signs between its letters, and capitals, do not matter. */
  code: z.string().min(1).max(100),
  password: z.string().max(128),
})

/** What makes a new desk one that customers can write to, in the order one does it. */
export const setupSteps = [
  'organisation',
  'mail',
  'mailbox',
  'people',
  'history',
  'system',
  'sample',
] as const
const SetupStepName = z.enum(setupSteps)
export type SetupStepName = z.infer<typeof SetupStepName>

/** done and failing are read from the desk; a step is skipped by a person, as long as it is neither. */
const SetupState = z.enum(['done', 'failing', 'skipped', 'open'])
export type SetupState = z.infer<typeof SetupState>

export const MailTest = z
  .object({
    at: Time,
    to: z.string(),
    isTaken: z.boolean(),
    /** In the mail server's own words, where it had any. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'MailTest' })
export type MailTest = z.infer<typeof MailTest>

export const SetupSteps = z
  .object({
    states: z.record(SetupStepName, SetupState),
    organisation: z.object({
      /** Whether the desk reads a firstline.yaml. */
      hasProject: z.boolean(),
      name: z.string(),
      timeZone: z.string(),
      /** Faults of the project's files. */
      problems: z.int(),
    }),
    mail: z.object({ isConnected: z.boolean(), lastTest: MailTest.nullable() }),
    mailbox: z.object({
      /** That customers write to. */
      address: z.string(),
      /** Where the desk listens for mail by SMTP. */
      smtpPort: z.int(),
      mailboxes: z.array(z.object({ name: z.string(), state: MailboxState })),
      lastMailAt: Time.nullable(),
    }),
    /** Who may sign in. */
    people: z.object({ count: z.int() }),
    history: z.object({ origins: z.array(z.string()) }),
    /** Sources that were asked of late, by their last answer. */
    system: z.object({ sources: z.int(), answering: z.int(), failing: z.int() }),
    sample: z.object({ ticketId: Id.nullable() }),
    /** Whether any ticket is there. */
    hasTickets: z.boolean(),
  })
  .meta({ id: 'SetupSteps' })
export type SetupSteps = z.infer<typeof SetupSteps>

const step = z.object({ step: SetupStepName })

export const setupRoutes = {
  createFirstAdmin: {
    method: 'POST',
    path: '/api/setup/first-admin',
    summary:
      'The first person of a new desk, by the code that its start has printed; nothing once somebody is there',
    permission: 'public',
    triesAMinute: 10,
    repeated: { is: 'anew', because: 'the code is used once' },
    body: CreateFirstAdmin,
    response: Nothing,
    errors: [
      'setup.done',
      'setup.code-wrong',
      'sign-in.slowed',
      'person.email-taken',
      'password.off',
      ...passwordErrors,
    ],
  },
  listSetupSteps: {
    method: 'GET',
    path: '/api/setup/steps',
    summary: 'How far this desk is set up, read from the desk itself',
    permission: 'admin:manage',
    changedBy: ['setup', 'people', 'imports', 'mailboxes'],
    response: SetupSteps,
  },
  skipSetupStep: {
    method: 'PUT',
    path: '/api/setup/steps/{step}/skipping',
    summary: 'This desk does without; for everybody, until it is taken back',
    permission: 'admin:manage',
    params: step,
    response: Nothing,
  },
  resumeSetupStep: {
    method: 'DELETE',
    path: '/api/setup/steps/{step}/skipping',
    summary: 'Not skipped after all',
    permission: 'admin:manage',
    params: step,
    response: Nothing,
  },
  sendTestMail: {
    method: 'POST',
    path: '/api/setup/test-mail',
    summary: 'One mail to oneself, now; answers what the mail server said',
    permission: 'admin:manage',
    response: MailTest,
    errors: ['mail.not-connected', 'sign-in.slowed'],
  },
  createSampleTicket: {
    method: 'POST',
    path: '/api/setup/sample-ticket',
    summary: 'A ticket to try the desk with: void, in no rate, and oneself is its customer',
    permission: 'admin:manage',
    response: z.object({ ticketId: Id }),
    errors: ['setup.sample-there'],
  },
  removeSampleTicket: {
    method: 'DELETE',
    path: '/api/setup/sample-ticket',
    summary: 'Put the sample ticket away: void again, whatever was done with it',
    permission: 'admin:manage',
    response: Nothing,
    errors: ['setup.no-sample'],
  },
} as const satisfies RouteTable
