import { z } from 'zod'
import { Time } from './common.ts'
import { StaleReason } from './runbooks.ts'
import type { RouteTable } from './route.ts'
import { Proportion } from './scorecard.ts'

/** Why a runbook needs somebody's hand. */
export const Rot = z.enum(['opened-less', 'unclassified', 'stale'])
export type Rot = z.infer<typeof Rot>

/** How often eligible tickets open a runbook, follow it, and are resolved for good by it. */
export const RunbookHealth = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.string(),
    owner: z.string(),
    /** Eligible tickets (of its type, or matched to it) that started it, by week, oldest first. */
    openRate: z.array(z.object({ week: z.iso.date(), opened: Proportion })),
    opened: Proportion,
    /** Of runs started. */
    finished: Proportion,
    /** Of runs finished. */
    causeFound: Proportion,
    unclassified: Proportion,
    /** Tickets resolved by it ÷ tickets it found a cause for. */
    resolved: Proportion,
    /** Of its resolutions at least one window old. */
    held: Proportion,
    verifiedAt: Time.nullable(),
    stale: z.array(StaleReason),
    rot: z.array(Rot),
  })
  .meta({ id: 'RunbookHealth' })
export type RunbookHealth = z.infer<typeof RunbookHealth>

/** Escalations of one type that no runbook covers, and what they cost. */
export const RunbookDebt = z
  .object({
    type: z.string().nullable(),
    tickets: z.int(),
    /** Of those that came back. */
    engineerHours: z.number(),
    /** Published runbooks of the type; none of them told these tickets' cause. */
    runbooks: z.array(z.string()),
    /** Drafts that came back with an escalation and wait for publication. */
    drafts: z.array(z.object({ runbook: z.string(), version: z.int() })),
    last: Time,
  })
  .meta({ id: 'RunbookDebt' })
export type RunbookDebt = z.infer<typeof RunbookDebt>

export const runbookHealthRoutes = {
  listRunbookHealth: {
    method: 'GET',
    path: '/api/runbook-health',
    summary:
      'Health of each published runbook over the last 13 weeks, rotting ones first, and debt',
    permission: 'scorecard:read',
    changedBy: ['runbook_health'],
    response: z.object({
      from: Time,
      to: Time,
      windowDays: z.int(),
      items: z.array(RunbookHealth),
      /** At least 3 uncovered escalations of a type in 30 days, most first. */
      debt: z.array(RunbookDebt),
    }),
  },
} as const satisfies RouteTable
