import { z } from 'zod'
import { Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'

const Name = z.string().trim().min(1).max(120)

/** What is told as it happens; `name` is the flag's or the setting's. */
export const ToldKind = z.enum(['deploy', 'flag', 'config'])
export type ToldKind = z.infer<typeof ToldKind>

export const RecordDeploy = z
  .object({
    kind: ToldKind.default('deploy'),
    /** Of a flag or a setting: what changed. */
    name: z.string().trim().max(120).default(''),
    service: Name,
    version: Name,
    /** When it went live. */
    at: Time,
    environment: Name.default('production'),
    author: z.string().trim().max(200).optional(),
    summary: z.string().trim().max(2_000).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  })
  .meta({ id: 'RecordDeploy' })

export const ComponentState = z.enum(['operational', 'degraded', 'outage'])
export type ComponentState = z.infer<typeof ComponentState>

export const StatusComponent = z
  .object({
    name: z.string(),
    title: z.string(),
    state: ComponentState,
    since: Time,
    note: z.string(),
  })
  .meta({ id: 'StatusComponent' })
export type StatusComponent = z.infer<typeof StatusComponent>

export const SystemStatus = z
  .object({
    /** False when the project names no status page: then nothing is known. */
    isConnected: z.boolean(),
    components: z.array(StatusComponent),
    isDegraded: z.boolean(),
    /** When the status page last answered. */
    checkedAt: Time.nullable(),
    /** It did not answer lately: the components are as they were at `checkedAt`. */
    isStale: z.boolean(),
    error: z.string().nullable(),
  })
  .meta({ id: 'SystemStatus' })
export type SystemStatus = z.infer<typeof SystemStatus>

/** Open: it has not ended yet. */
export const Incident = z
  .object({
    id: Id,
    title: z.string(),
    /** In the words of whoever tells it. */
    impact: z.string().nullable(),
    services: z.array(z.string()),
    url: z.string().nullable(),
    openedAt: Time,
  })
  .meta({ id: 'Incident' })
export type Incident = z.infer<typeof Incident>

const Timing = {
  at: Time,
  /** It changed at most 24 hours before this problem began: look here first. */
  isBeforeProblem: z.boolean(),
  /** From the change to the beginning of the problem; negative when it changed afterwards. */
  gapSeconds: z.int(),
  /** Of a service that the runbook which fits the ticket, or one of its type, looks at. */
  concernsTicket: z.boolean(),
}

export const Change = z
  .discriminatedUnion('kind', [
    z.object({
      kind: ToldKind,
      id: Id,
      ...Timing,
      name: z.string(),
      /** Failed: it did not go live, or did not stay. */
      outcome: z.enum(['live', 'failed']),
      service: z.string(),
      version: z.string(),
      environment: z.string(),
      author: z.string().nullable(),
      summary: z.string().nullable(),
      url: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('status'),
      id: Id,
      ...Timing,
      component: z.string(),
      title: z.string(),
      from: ComponentState.nullable(),
      to: ComponentState,
      note: z.string(),
    }),
  ])
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

/** As senders of webhooks name their bodies; all are JSON inside. */
export const hookTypes = [
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-www-form-urlencoded',
  'text/plain',
] as const

/** With 202 where nothing was taken, and why. */
export const HookAnswer = z
  .object({
    taken: z.array(z.object({ id: Id, isNew: z.boolean() })),
    ignored: z.array(z.string()),
  })
  .meta({ id: 'HookAnswer' })
export type HookAnswer = z.infer<typeof HookAnswer>

export const changeRoutes = {
  recordDeploy: {
    method: 'POST',
    path: '/v1/deploys',
    summary:
      'Say that a version, a flag or a setting went live; the same change twice is one change',
    permission: 'change:write',
    body: RecordDeploy,
    response: z.object({ id: Id, isNew: z.boolean() }),
    errors: ['deploy.in-future'],
  },
  receiveHook: {
    method: 'POST',
    path: '/v1/hooks/{hook}',
    summary:
      'Take a webhook of a sender that firstline.yaml names; its own signature or token is checked',
    permission: 'public',
    params: z.object({ hook: z.string().max(40) }),
    response: HookAnswer,
    errors: ['hook.not-found', 'hook.signature-wrong', 'hook.unreadable', 'secret.missing'],
    repeated: {
      is: 'anew',
      because: 'what a sender tells again is known by its own id, and is one change',
    },
    raw: { request: hookTypes, bodyLimitBytes: 5 * 1024 * 1024 },
  },
  getSystemStatus: {
    method: 'GET',
    path: '/api/system-status',
    summary: 'What the status page of the connected system says now, with its age',
    permission: 'change:read',
    changedBy: ['changes'],
    response: SystemStatus,
  },
  listChanges: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/changes',
    summary: 'Deploys and status changes around the ticket, newest first, and the status now',
    permission: 'change:read',
    changedBy: ['ticket', 'changes'],
    params: z.object({ ticketId: Id }),
    response: z.object({
      problemStartedAt: Time,
      /** False: nobody said when it began, so the first message counts. */
      isProblemStartKnown: z.boolean(),
      items: z.array(Change),
      status: SystemStatus,
      /** Those open now that touch a service which the ticket's runbook, or one of its type, looks at. */
      incidents: z.array(Incident),
    }),
    errors: ['ticket.not-found'],
  },
} as const satisfies RouteTable
