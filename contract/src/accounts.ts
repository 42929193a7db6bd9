import { z } from 'zod'
import { Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { AccountRef } from './tickets.ts'
import { readRefusals } from './refusals.ts'
import { Sentence } from './sentence.ts'

export const PanelColumn = z.object({
  field: z.string(),
  title: z.string(),
  as: z.enum(['text', 'code', 'badge', 'ago', 'time', 'bytes', 'number', 'boolean']),
  isMasked: z.boolean(),
})
export type PanelColumn = z.infer<typeof PanelColumn>

export const MetricUnit = z
  .enum([
    'percent',
    'ratio',
    'seconds',
    'milliseconds',
    'bytes',
    'count',
    'per_second',
    'per_minute',
  ])
  .meta({ id: 'MetricUnit' })
export type MetricUnit = z.infer<typeof MetricUnit>

/** One line over time, with the beginning of the ticket's problem. */
export const MetricChart = z
  .object({
    /** `percent` is 0 to 100, `ratio` 0 to 1. */
    unit: MetricUnit,
    from: Time,
    to: Time,
    stepSeconds: z.int(),
    /** null where nobody knows, or where it lies before the window. */
    problemBegan: Time.nullable(),
    /** In order of time; a moment without a value is left out, and null is no number (NaN, ±Inf). */
    points: z.array(z.object({ at: Time, value: z.number().nullable() })).max(202),
    /** The newest value where it is no number: NaN, Infinity or -Infinity. */
    lastSaid: z.string().nullable(),
  })
  .meta({ id: 'MetricChart' })
export type MetricChart = z.infer<typeof MetricChart>

/** What one source answered for one account, with its age and what it cost. */
export const PanelAnswer = z
  .object({
    source: z.string(),
    title: z.string(),
    isSingle: z.boolean(),
    columns: z.array(PanelColumn),
    rows: z.array(z.record(z.string(), z.unknown())),
    isTruncated: z.boolean(),
    emptyText: z.string(),
    fetchedAt: Time,
    durationMs: z.number(),
    /** Of a metric only. */
    chart: MetricChart.optional(),
  })
  .meta({ id: 'PanelAnswer' })
export type PanelAnswer = z.infer<typeof PanelAnswer>

/** Why a file of the project folder does not load; the last good version stays in force. */
export const ProjectProblem = z
  .object({
    /** Relative to the project folder. */
    file: z.string(),
    line: z.int(),
    reason: z.string(),
    /** The same for who reads it in another language. */
    said: Sentence,
    /** The nearest valid spelling, or what to write instead. */
    suggestion: z.string().nullable(),
  })
  .meta({ id: 'ProjectProblem' })
export type ProjectProblem = z.infer<typeof ProjectProblem>

/** An account that a lead opened without a ticket: to be read, by them, for a short time. */
export const AccountOpening = z
  .object({ id: Id, account: AccountRef, reason: z.string(), openedAt: Time, expiresAt: Time })
  .meta({ id: 'AccountOpening' })
export type AccountOpening = z.infer<typeof AccountOpening>

const openingId = z.object({ openingId: Id })
const ticketId = z.object({ ticketId: Id })
const ticketSource = ticketId.extend({ source: z.string().min(1).max(120) })

export const accountRoutes = {
  listPanels: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/panels',
    summary: 'The panels of the account picture; each is then read on its own',
    permission: 'account:read',
    changedBy: ['customer_systems'],
    params: ticketId,
    response: z.object({
      account: AccountRef.nullable(),
      panels: z.array(z.object({ source: z.string(), title: z.string(), isSingle: z.boolean() })),
    }),
    errors: ['ticket.not-found', 'ticket.no-account'],
  },
  readPanel: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/panels/{source}',
    summary: "One panel of the ticket's account, read from the customer system now",
    permission: 'account:read',
    changedBy: ['customer_systems'],
    params: ticketSource,
    response: PanelAnswer,
    errors: [...readRefusals],
  },
  unmaskPanel: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/panels/{source}/unmasking',
    summary: 'Read one panel without masks; needs a reason, which is recorded',
    permission: 'account:unmask',
    repeated: { is: 'anew', because: 'what is behind a mask is read, never kept' },
    params: ticketSource,
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    response: PanelAnswer,
    errors: ['source.not-masked', 'ticket.account-changed', ...readRefusals],
  },
  searchAccounts: {
    method: 'GET',
    path: '/api/accounts',
    summary: "Accounts of the customer system's directory by name or domain",
    permission: 'account:read',
    query: z.object({ q: z.string().trim().min(1).max(200) }),
    response: z.object({ items: z.array(AccountRef.omit({ id: true })) }),
    errors: ['account.directory-unavailable'],
  },
  openAccount: {
    method: 'POST',
    path: '/api/account-openings',
    summary:
      'Open an account without a ticket, for half an hour, to read it; the reason is recorded',
    permission: 'account:open',
    body: z.object({
      externalId: z.string().min(1).max(200),
      reason: z.string().trim().min(3).max(500),
    }),
    response: AccountOpening,
    errors: ['account.not-found', 'account.directory-unavailable'],
  },
  getAccountOpening: {
    method: 'GET',
    path: '/api/account-openings/{openingId}',
    summary: 'An account that you opened, with the panels of its picture',
    permission: 'account:open',
    params: openingId,
    response: AccountOpening.extend({
      panels: z.array(z.object({ source: z.string(), title: z.string(), isSingle: z.boolean() })),
    }),
    errors: ['opening.not-found', 'opening.expired'],
  },
  readOpenedPanel: {
    method: 'GET',
    path: '/api/account-openings/{openingId}/panels/{source}',
    summary: 'One panel of an opened account, masked, read from the customer system now',
    permission: 'account:open',
    params: openingId.extend({ source: z.string().min(1).max(120) }),
    response: PanelAnswer,
    errors: [
      'opening.not-found',
      'opening.expired',
      'source.not-found',
      'source.timeout',
      'source.unavailable',
      'source.foreign-row',
      'source.no-account',
      'source.params-invalid',
    ],
  },
  getProject: {
    method: 'GET',
    path: '/api/project',
    summary: 'The connected project: its name, what it declares, and the files that do not load',
    permission: 'runbook:read',
    changedBy: ['customer_systems'],
    response: z.object({
      name: z.string(),
      sources: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          /** How its file says that its fields are called and shown; empty where it does not say. */
          columns: z.array(PanelColumn),
        }),
      ),
      problems: z.array(ProjectProblem),
    }),
  },
} as const satisfies RouteTable
