import { z } from 'zod'
import { ActorRef, Id, PageQuery, Time, pageOf } from './common.ts'
import { Escalation, WouldHaveHelped } from './escalations.ts'
import type { RouteTable } from './route.ts'

/** What an opportunity turns into: then its effect can be told. */
export const Thing = z.object({
  kind: z.enum(['runbook', 'action', 'source']),
  id: z.string().trim().min(1).max(200),
})
export type Thing = z.infer<typeof Thing>

/** One thing the first line lacks, and what it costs: returned escalations of one type and cause. */
export const Opportunity = z
  .object({
    id: Id,
    type: z.string().nullable(),
    /** The runbook and cause it was escalated from; null where none was followed or none matched. */
    runbook: z.string().nullable(),
    cause: z.string().nullable(),
    missing: WouldHaveHelped,
    /** Why it was escalated, as said last. */
    because: z.string(),
    /** Which access, action or runbook, in the engineers' words; newest first, at most 5. */
    details: z.array(z.string()),
    tickets: z.int(),
    engineerHours: z.number(),
    /** Points of L1 rate it could add at most, 0…100: its tickets ÷ all resolved; null without any. */
    points: z.number().nullable(),
    first: Time,
    last: Time,
    /** The newest draft made of these escalations that is not published yet. */
    draft: z.object({ runbook: z.string(), version: z.int() }).nullable(),
    state: z.enum(['open', 'started', 'shipped', 'dismissed']),
    /** Null while open, or where it shipped without anybody having started it here. */
    decided: z
      .object({
        at: Time,
        by: ActorRef,
        link: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    /** What it became, or will be. */
    thing: Thing.nullable(),
  })
  .meta({ id: 'Opportunity' })
export type Opportunity = z.infer<typeof Opportunity>

/** A type whose escalations came back without a word, or never came back: nobody knows what is missing. */
export const Unexplained = z.object({
  type: z.string().nullable(),
  tickets: z.int(),
  points: z.number(),
})

export const Opportunities = z
  .object({
    from: Time,
    to: Time,
    /** Tickets with a standing resolution in the period: what points are counted of. */
    resolved: z.int(),
    /** Most points first, then most hours; at most 200. */
    items: z.array(Opportunity),
    /** Escalated and resolved elsewhere without an explanation, most tickets first, at most 10. */
    unexplained: z.array(Unexplained),
  })
  .meta({ id: 'Opportunities' })
export type Opportunities = z.infer<typeof Opportunities>

export const Issue = z.object({ title: z.string(), /** Markdown. */ text: z.string() })
export type Issue = z.infer<typeof Issue>

const opportunityId = z.object({ id: Id })
export const ListOpportunities = z.object({
  days: z.coerce.number().int().min(7).max(365).default(90),
})
const HttpLink = z.url({ protocol: /^https?$/ }).max(2_000)
export const StartOpportunity = opportunityId.extend({
  link: HttpLink.optional(),
  /** The action or source that is to be built, by the id it will have. */
  thing: Thing.optional(),
})
export const DismissOpportunity = opportunityId.extend({
  reason: z.string().trim().min(10).max(2_000),
})
export const ListOpportunityEscalations = PageQuery.extend({ id: Id })

export const opportunityRoutes = {
  listOpportunities: {
    method: 'GET',
    path: '/api/opportunities',
    summary: 'What to build next: what would have let the first line resolve, by what it would add',
    permission: 'scorecard:read',
    changedBy: ['opportunities'],
    query: ListOpportunities,
    response: Opportunities,
  },
  listOpportunityEscalations: {
    method: 'GET',
    path: '/api/opportunities/{id}/escalations',
    summary: 'The returned escalations an opportunity is made of, newest first',
    permission: 'escalation:read',
    changedBy: ['opportunities'],
    params: opportunityId,
    query: ListOpportunityEscalations.omit({ id: true }),
    response: pageOf(Escalation),
    errors: ['opportunity.not-found', 'cursor.invalid'],
  },
  getOpportunityIssue: {
    method: 'GET',
    path: '/api/opportunities/{id}/issue',
    summary: 'A text for the team that builds it: what it must do, with the evidence',
    permission: 'escalation:read',
    changedBy: ['opportunities'],
    params: opportunityId,
    response: Issue,
    errors: ['opportunity.not-found', 'cursor.invalid'],
  },
  startOpportunity: {
    method: 'POST',
    path: '/api/opportunities/{id}/start',
    summary: 'Say that it is being built; it counts as shipped once the project has the thing',
    permission: 'opportunity:decide',
    params: opportunityId,
    body: StartOpportunity.omit({ id: true }),
    response: Opportunity,
    errors: ['opportunity.not-found'],
  },
  dismissOpportunity: {
    method: 'POST',
    path: '/api/opportunities/{id}/dismiss',
    summary: 'Say why it will not be built',
    permission: 'opportunity:decide',
    params: opportunityId,
    body: DismissOpportunity.omit({ id: true }),
    response: Opportunity,
    errors: ['opportunity.not-found'],
  },
  reopenOpportunity: {
    method: 'POST',
    path: '/api/opportunities/{id}/reopen',
    summary: 'Take a decision back',
    permission: 'opportunity:decide',
    params: opportunityId,
    response: Opportunity,
    errors: ['opportunity.not-found', 'opportunity.undecided'],
  },
} as const satisfies RouteTable
