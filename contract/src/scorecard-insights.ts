import { z } from 'zod'
import { Id, PageQuery, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'
import { GetScorecard, Proportion, ScorecardFilter, ScorecardTicket } from './scorecard.ts'

/** What went live in the weeks compared, and may have to do with the change. */
export const Happening = z
  .object({
    kind: z.enum(['runbook', 'action', 'deploy']),
    /** Runbook or action id, or the deployed service. */
    id: z.string(),
    title: z.string(),
    version: z.string(),
    at: Time,
  })
  .meta({ id: 'Happening' })
export type Happening = z.infer<typeof Happening>

const Side = z.object({ week: z.iso.date(), isoWeek: z.string(), l1: Proportion })

/**
 * Why the L1 rate differs from the week before: `mix` (other types came) and `within` (the same types
 * went otherwise) add up to `change`, and so do the contributions of the types.
 */
export const ScorecardChange = z
  .object({
    before: Side,
    after: Side,
    /** after − before, −1…1; null when one of the weeks has no resolved ticket. */
    change: z.number().nullable(),
    /** 95% interval of the difference (Newcombe 1998). */
    low: z.number().nullable(),
    high: z.number().nullable(),
    mix: z.number().nullable(),
    within: z.number().nullable(),
    /** Largest contribution first, at most 10. */
    types: z.array(
      z.object({
        type: z.string().nullable(),
        before: Proportion,
        after: Proportion,
        mix: z.number(),
        within: z.number(),
        /** New since the beginning of the week before, and about this type. */
        happenings: z.array(Happening),
      }),
    ),
    /** Of both weeks, newest first, at most 50. */
    happenings: z.array(Happening),
  })
  .meta({ id: 'ScorecardChange' })
export type ScorecardChange = z.infer<typeof ScorecardChange>

export const IntegritySignal = z.enum([
  'reopened-by-agent',
  'no-message',
  'quick-without-check',
  'type-changed-before',
  'waiting-without-question',
  'ping-pong',
  'auto-closed',
  'repeat-unlinked',
  'rating-selective',
])
export type IntegritySignal = z.infer<typeof IntegritySignal>

const Signal = z.object({ signal: IntegritySignal, share: Proportion })

/** Signs of gamed numbers: resolutions that show one ÷ resolutions made, by type and team. */
export const Integrity = z
  .object({
    from: Time,
    to: Time,
    signals: z.array(
      Signal.extend({
        /** Largest first, at most 100. */
        groups: z.array(
          z.object({ type: z.string().nullable(), team: z.string(), share: Proportion }),
        ),
      }),
    ),
  })
  .meta({ id: 'Integrity' })
export type Integrity = z.infer<typeof Integrity>

/** One person's resolutions, for a conversation between a lead and them. */
export const Coaching = z
  .object({ personId: Id, from: Time, to: Time, signals: z.array(Signal) })
  .meta({ id: 'Coaching' })
export type Coaching = z.infer<typeof Coaching>

export const ListIntegrityTickets = PageQuery.extend({
  ...GetScorecard.shape,
  signal: IntegritySignal,
  /** `L1`, `L2`, `L3` where the history names no team. */
  team: z.string().max(200).optional(),
})

const Both = z.object({ l1: Proportion, reopen: Proportion })

/** The two numbers of its types before and after it went live. */
export const Impact = z
  .object({
    kind: z.enum(['runbook', 'action', 'source']),
    id: z.string(),
    title: z.string(),
    liveSince: Time,
    types: z.array(z.string()),
    /** So many days on both sides. */
    days: z.int(),
    before: Both,
    after: Both,
    /** after − before with its 95% interval (Newcombe 1998); null while too early to tell. */
    l1: z.object({ change: z.number(), low: z.number(), high: z.number() }).nullable(),
    reopen: z.object({ change: z.number(), low: z.number(), high: z.number() }).nullable(),
    verdict: z.enum(['helped', 'hurt', 'no-difference-seen', 'too-early']),
    /** Why it is too early; null otherwise. */
    waitsFor: z.enum(['days', 'tickets', 'window']).nullable(),
  })
  .meta({ id: 'Impact' })
export type Impact = z.infer<typeof Impact>

export const GetImpact = ScorecardFilter.pick({ origin: true }).extend({
  kind: z.enum(['runbook', 'action', 'source']).optional(),
  id: z.string().max(200).optional(),
})

/** Figures that rot what they measure; never a headline, never by person. */
export const Diagnostics = z
  .object({
    from: Time,
    to: Time,
    figures: z.array(
      z.object({
        figure: z.enum(['tickets-resolved', 'handle-time', 'first-response-time']),
        /** What becomes worse when people are judged by it. */
        warning: z.string(),
        count: z.int(),
        medianHours: z.number().nullable(),
        p90Hours: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'Diagnostics' })
export type Diagnostics = z.infer<typeof Diagnostics>

const errors = ['scorecard.period-invalid'] as const

/** What customers solved by themselves, by a runbook that is opened to them. */
export const SelfServiceRunbook = z.object({
  runbook: z.string(),
  title: z.string(),
  type: z.string(),
  /** Solved ÷ attempts that were begun in the period. */
  solved: Proportion,
  /** Became a ticket. */
  passedOn: z.int(),
  /** Solved, has not come back, and the window is still open. */
  pending: z.int(),
  /** Solved, and came back as a ticket within the window, also where it is still open. */
  cameBack: z.int(),
  /** Of what was solved at least one window ago, what came back within it: as the reopen rate. */
  broken: Proportion,
})
export const SelfService = z
  .object({
    from: Time,
    to: Time,
    windowDays: z.int(),
    solved: Proportion,
    broken: Proportion,
    /** Most attempts first. */
    runbooks: z.array(SelfServiceRunbook),
  })
  .meta({ id: 'SelfService' })
export type SelfService = z.infer<typeof SelfService>

export const GetSelfService = GetScorecard.pick({ from: true, to: true, weeks: true, type: true })

export const GetScorecardChange = ScorecardFilter.extend({
  /** A day of the week to explain; default: the last whole week. */
  week: z.iso.date().optional(),
})

export const scorecardInsightRoutes = {
  getScorecardChange: {
    method: 'GET',
    path: '/api/scorecard/change',
    summary: 'What changed since the week before, and why: type mix, within types, what went live',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: GetScorecardChange,
    response: ScorecardChange,
  },
  getSelfService: {
    method: 'GET',
    path: '/api/scorecard/self-service',
    summary:
      'What customers solved by themselves in the portal, and what of it came back; in no other figure',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: GetSelfService,
    response: SelfService,
    errors,
  },
  getIntegrity: {
    method: 'GET',
    path: '/api/scorecard/integrity',
    summary: 'Signals of gamed numbers, by type and team',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: GetScorecard,
    response: Integrity,
    errors,
  },
  listIntegrityTickets: {
    method: 'GET',
    path: '/api/scorecard/integrity/tickets',
    summary: 'Exactly the resolutions that show a signal, newest first',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: ListIntegrityTickets,
    response: pageOf(ScorecardTicket),
    errors: [...errors, 'cursor.invalid'],
  },
  getCoaching: {
    method: 'GET',
    path: '/api/people/{personId}/integrity',
    summary: "One person's signals, for coaching; there is no list of people by them",
    permission: 'scorecard:coach',
    changedBy: ['people'],
    params: z.object({ personId: Id }),
    query: GetScorecard,
    response: Coaching,
    errors: [...errors, 'person.not-found'],
  },
  listImpact: {
    method: 'GET',
    path: '/api/scorecard/impact',
    summary: 'What each runbook, action and source changed since it went live, newest first',
    permission: 'scorecard:read',
    changedBy: ['impact'],
    query: GetImpact,
    response: z.object({ items: z.array(Impact) }),
  },
  getDiagnostics: {
    method: 'GET',
    path: '/api/scorecard/diagnostics',
    summary: 'Closes, handle time and first response, each with the warning of what it rots',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: GetScorecard,
    response: Diagnostics,
    errors,
  },
} as const satisfies RouteTable
