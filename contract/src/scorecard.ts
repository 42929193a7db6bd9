import { z } from 'zod'
import { Id, Line, PageQuery, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'

/** A rate with its counts and its Wilson 95% interval (0…1). All null when `of` is 0. */
export const Proportion = z
  .object({
    count: z.int(),
    of: z.int(),
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'Proportion' })
export type Proportion = z.infer<typeof Proportion>

/** The Monday a week begins with, in the organisation's time zone. */
const Week = z.iso.date()

/** The two numbers and held L1: always together. */
const Numbers = z.object({
  /** Resolved and never escalated ÷ resolved; null when the history does not tell the lines. */
  l1: Proportion.nullable(),
  /** Broken within the window ÷ resolutions at least one window old. */
  reopen: Proportion,
  /** As `l1`, only resolutions at least one window old. */
  heldL1: Proportion.nullable(),
})

export const ScorecardWeek = Numbers.extend({
  week: Week,
  /** ISO 8601 week: `2016-W09`. */
  isoWeek: z.string(),
  /** Resolutions made in this week whose window is still open. */
  immature: z.int(),
  /** Kaplan–Meier estimate of broken-by-window, only while `immature` > 0: draw dashed. */
  reopenEstimate: z.number().nullable(),
  /** How many the estimate rests on, watched for half the window: below 20 it jumps, so hide it. */
  reopenAtRisk: z.int().nullable(),
}).meta({ id: 'ScorecardWeek' })
export type ScorecardWeek = z.infer<typeof ScorecardWeek>

export const ScorecardType = Numbers.extend({
  type: z.string().nullable(),
  weeks: z.array(Numbers.omit({ heldL1: true }).extend({ week: Week })),
}).meta({ id: 'ScorecardType' })
export type ScorecardType = z.infer<typeof ScorecardType>

/** The fitted course of a weekly rate, judged weeks only (docs/metrics.md, “Trend”). */
export const Trend = z
  .object({
    /** Monday of the first and of the last week judged. */
    since: Week,
    until: Week,
    weeks: z.int(),
    of: z.int(),
    /** Fitted rates of the first and the last week, 0…1. */
    begin: z.number(),
    end: z.number(),
    /** end − begin with its 95% interval, −1…1. */
    change: z.number(),
    low: z.number(),
    high: z.number(),
    /** Two-sided: how often chance alone would show at least this trend. */
    p: z.number(),
    /** flat: surely within a point either way; unclear: neither a direction nor flat is certain. */
    direction: z.enum(['rising', 'falling', 'flat', 'unclear']),
  })
  .meta({ id: 'Trend' })
export type Trend = z.infer<typeof Trend>

/**
 * What the two trends say together, never more than both are certain of. `steady` and `building` need
 * reopens that are known to be flat or falling; `too_early`: fewer than four judged weeks or 40 tickets.
 */
export const Verdict = z.enum([
  'building',
  /** Resolution climbs; whether it holds is not certain. */
  'climbing',
  /** Resolution climbs, and so do reopens. */
  'hollow',
  'holding_better',
  'steady',
  'unclear',
  'coming_back',
  /** Less is resolved, and it holds better. */
  'careful',
  'handing_on',
  'worsening',
  'too_early',
])
export type Verdict = z.infer<typeof Verdict>

export const ScorecardFigure = z.enum([
  'l1-resolved',
  'escalated',
  'resolved',
  'held-l1',
  'held',
  'broken',
  'mature',
  'made',
  'broken-ever',
  'broken-first-line',
  'mature-first-line',
  'broken-escalated',
  'mature-escalated',
  'young',
  'received',
  'solved',
  'unsolved',
  'voided',
  'asked',
  'rated',
  'rated-up',
  'rated-down',
])
export type ScorecardFigure = z.infer<typeof ScorecardFigure>

/**
 * How a number came about: its definition (a key of docs/metrics.md and of the page's texts) and the
 * counts in it, each of which opens exactly so many tickets or resolutions.
 */
export const Explanation = z
  .object({
    definition: z.enum([
      'l1-resolution-rate',
      'reopen-rate',
      'held-l1-rate',
      'time-to-resolution',
      'csat',
    ]),
    /** Which moment places a ticket or resolution in the period. */
    placedBy: z.enum(['standing-resolution', 'resolution', 'arrival']),
    counts: z.array(z.object({ figure: ScorecardFigure, count: z.int() })),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

export const Scorecard = Numbers.extend({
  from: Time,
  /** End of the period, not part of it. */
  to: Time,
  /** The moment up to which history is known. */
  asOf: Time,
  timeZone: z.string(),
  windowDays: z.int(),
  /** Reopen rate of tickets that stayed with the first line, and of those that did not. */
  reopenByPath: z.object({ firstLine: Proportion, escalated: Proportion }).nullable(),
  /** All resolutions made in the period, and how many of them were ever broken. */
  resolutions: z.object({ made: z.int(), brokenEver: z.int(), ticketsReopened: z.int() }),
  /** Tickets received in the period, from the problem's beginning until gone for good. */
  timeToResolution: z.object({
    tickets: z.int(),
    solved: z.int(),
    /** Hours; null when too many are still unsolved to say. */
    medianHours: z.number().nullable(),
    p90Hours: z.number().nullable(),
    /** Counted in business hours; null where none are set. Beside the above, never instead. */
    business: z
      .object({ medianHours: z.number().nullable(), p90Hours: z.number().nullable() })
      .nullable(),
    /** False: read from a histogram whose values are at most 1% off. */
    isExact: z.boolean(),
  }),
  csat: z.object({
    up: Proportion,
    /** Rated ÷ asked; null when nobody was asked. */
    response: Proportion.nullable(),
  }),
  voided: z.int(),
  weeks: z.array(ScorecardWeek),
  /** Largest first, at most 200. */
  types: z.array(ScorecardType),
  typesOmitted: z.int(),
  trend: z.object({ l1: Trend.nullable(), reopen: Trend.nullable(), verdict: Verdict }),
  /** “How is this computed”, one for each number. */
  explanations: z.array(Explanation),
  /** Where the tickets of the period come from: `live`, `generated`, `import:<key>`. */
  origins: z.array(z.object({ origin: z.string(), tickets: z.int() })),
}).meta({ id: 'Scorecard' })
export type Scorecard = z.infer<typeof Scorecard>

/** An empty type, channel or product finds what has none. */
export const ScorecardFilter = z.object({
  type: z.string().max(200).optional(),
  channel: z.string().max(200).optional(),
  product: z.string().max(200).optional(),
  /** The line that made the resolution. */
  line: Line.optional(),
  /** `live`, `generated` or `import:<key>`. */
  origin: z.string().max(200).optional(),
})
/** A moment, or a day of the organisation's time zone: the moment it begins. */
const Bound = z.union([z.iso.date(), Time])
export const GetScorecard = ScorecardFilter.extend({
  /** Default: so many `weeks` before `to`, from the beginning of that week. */
  from: Bound.optional(),
  /** Default: now. */
  to: Bound.optional(),
  weeks: z.coerce.number().int().min(1).max(520).default(26),
})

export const ListScorecardTickets = PageQuery.extend({
  ...GetScorecard.shape,
  figure: ScorecardFigure,
})

/** A ticket, or where `resolutionId` says so one of its resolutions, behind a figure. */
export const ScorecardTicket = z
  .object({
    ticketId: Id,
    resolutionId: Id.nullable(),
    at: Time,
    /** Null for history from elsewhere, which has no ticket on this desk. */
    number: z.int().nullable(),
    subject: z.string().nullable(),
    type: z.string().nullable(),
    channel: z.string().nullable(),
    product: z.string().nullable(),
    line: Line.nullable(),
    origin: z.string(),
    escalated: z.boolean(),
    brokenAt: Time.nullable(),
    rating: z.enum(['up', 'down']).nullable(),
  })
  .meta({ id: 'ScorecardTicket' })
export type ScorecardTicket = z.infer<typeof ScorecardTicket>

export const scorecardRoutes = {
  getScorecard: {
    method: 'GET',
    path: '/api/scorecard',
    summary: 'The two numbers side by side, per week and per type, from the event record',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: GetScorecard,
    response: Scorecard,
    errors: ['scorecard.period-invalid'],
  },
  listScorecardTickets: {
    method: 'GET',
    path: '/api/scorecard/tickets',
    summary: 'Exactly the tickets or resolutions behind a figure, newest first',
    permission: 'scorecard:read',
    changedBy: ['scorecard'],
    query: ListScorecardTickets,
    response: pageOf(ScorecardTicket),
    errors: ['scorecard.period-invalid', 'cursor.invalid'],
  },
} as const satisfies RouteTable
