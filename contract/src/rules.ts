import { z } from 'zod'
import { ActionStop } from './approvals.ts'
import { Id, PageQuery, Time, pageOf } from './common.ts'
import { RuleEvent } from './formats/rule.ts'
import type { RouteTable } from './route.ts'

/** What a rule can do. None writes to the customer, resolves, escalates or runs an action. */
export const RuleEffect = z.enum([
  'type',
  'priority',
  'tag',
  'untag',
  'assign',
  'hand_back',
  'offer_runbook',
  'offer_reply',
  'note',
  'snooze',
  'webhook',
])
export type RuleEffect = z.infer<typeof RuleEffect>

/** One thing that is done, and what to: a type, a tag, an address, a duration. */
export const RuleChange = z
  .object({ effect: RuleEffect, to: z.string() })
  .meta({ id: 'RuleChange' })
export type RuleChange = z.infer<typeof RuleChange>

/**
 * changed_meanwhile: somebody, or a rule before it, has done something about it since the event;
 * not_found: nobody, or nothing, has this name here; refused: somebody said of this ticket that it does
 * not fit; full: no tag more can be kept.
 */
export const RuleLeftBecause = z.enum(['changed_meanwhile', 'not_found', 'refused', 'full'])
export type RuleLeftBecause = z.infer<typeof RuleLeftBecause>
export const RuleLeft = RuleChange.extend({ because: RuleLeftBecause }).meta({ id: 'RuleLeft' })
export type RuleLeft = z.infer<typeof RuleLeft>

/** limit: it acted more often within an hour than it may; loop: so many times on one ticket. */
export const RuleStopBecause = z.enum(['person', 'limit', 'loop'])
export type RuleStopBecause = z.infer<typeof RuleStopBecause>

/** Why it does nothing now; `reason` is empty where it was switched off by itself. */
export const RuleStop = ActionStop.extend({ because: RuleStopBecause }).meta({ id: 'RuleStop' })
export type RuleStop = z.infer<typeof RuleStop>

export const Rule = z
  .object({
    id: z.string(),
    title: z.string(),
    /** Where it is written, in the project folder. */
    file: z.string(),
    source: z.string(),
    isDraft: z.boolean(),
    when: z.array(RuleEvent),
    waitedSeconds: z.int().nullable(),
    condition: z.string().nullable(),
    effects: z.array(RuleChange),
    isEveryTime: z.boolean(),
    perHour: z.int(),
    /** On how many events of the last seven days it acted. */
    actedInWeek: z.int(),
    lastActedAt: Time.nullable(),
    stop: RuleStop.nullable(),
  })
  .meta({ id: 'Rule' })
export type Rule = z.infer<typeof Rule>

/** What a rule did to a ticket on one event. */
export const RuleFiring = z
  .object({
    id: Id,
    at: Time,
    ticket: z.object({ id: Id, number: z.int(), subject: z.string() }),
    event: RuleEvent,
    did: z.array(RuleChange),
    left: z.array(RuleLeft),
  })
  .meta({ id: 'RuleFiring' })
export type RuleFiring = z.infer<typeof RuleFiring>

/** On how many of the newest tickets a rule is tried. */
export const triedTickets = 100

/** What a rule would have done to the newest tickets, as they are now. Nothing was changed. */
export const RuleTrial = z
  .object({
    rule: z.object({ id: z.string(), title: z.string() }),
    /** How many were looked at. */
    tickets: z.int(),
    /** Those to which such an event has happened. */
    withEvent: z.int(),
    /** Of those, where the condition is true: these are listed, the newest first. */
    holds: z.int(),
    /** Of those, where something would be another. */
    touched: z.int(),
    items: z.array(
      z.object({
        ticket: z.object({ id: Id, number: z.int(), subject: z.string() }),
        /** Empty where all is so already. */
        changes: z.array(RuleChange),
      }),
    ),
  })
  .meta({ id: 'RuleTrial' })
export type RuleTrial = z.infer<typeof RuleTrial>

const NeededReason = z.string().trim().min(3).max(500)
/** `rule` null: all of them. */
const ruleOrAll = z.string().min(1).max(120).nullable()

export const ListRuleFirings = PageQuery.extend({ ruleId: z.string().min(1).max(120) })
export const GetRule = ListRuleFirings.pick({ ruleId: true })
export const TryRule = z.object({ source: z.string().min(1).max(20_000) })
export const StopRule = z.object({ rule: ruleOrAll, reason: NeededReason })
export const ResumeRule = z.object({ rule: ruleOrAll, reason: NeededReason })

export const ruleRoutes = {
  listRules: {
    method: 'GET',
    path: '/api/rules',
    summary: 'Every rule of the project, what it did lately, and whether it is switched off',
    permission: 'rule:read',
    changedBy: ['rules'],
    response: z.object({ items: z.array(Rule), stop: RuleStop.nullable() }),
  },
  getRule: {
    method: 'GET',
    path: '/api/rules/{ruleId}',
    summary: 'One rule',
    permission: 'rule:read',
    changedBy: ['rules'],
    params: GetRule,
    response: z.object({ rule: Rule, /** Of all rules. */ stop: RuleStop.nullable() }),
    errors: ['rule.not-found'],
  },
  listRuleFirings: {
    method: 'GET',
    path: '/api/rules/{ruleId}/firings',
    summary: 'What a rule did, and to which ticket, the newest first',
    permission: 'rule:read',
    changedBy: ['rules'],
    params: GetRule,
    query: ListRuleFirings.omit({ ruleId: true }),
    response: pageOf(RuleFiring),
    errors: ['cursor.invalid'],
  },
  tryRule: {
    method: 'POST',
    path: '/api/rule-trials',
    summary: 'Try the text of a rule on the newest 100 tickets; nothing is changed',
    permission: 'rule:read',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: TryRule,
    response: RuleTrial,
    errors: ['rule.not-readable', 'rule.too-large', 'rule.busy'],
  },
  stopRule: {
    method: 'POST',
    path: '/api/rule-stops',
    summary: 'Switch one rule off, or all, on every node at once; what it did stays',
    permission: 'rule:stop',
    body: StopRule,
    response: z.object({ stop: RuleStop }),
    errors: ['rule.not-found', 'rule.stopped-already'],
  },
  resumeRule: {
    method: 'POST',
    path: '/api/rule-resumptions',
    summary: 'Let one rule, or all, act again',
    permission: 'rule:stop',
    body: ResumeRule,
    response: z.object({ resumed: z.literal(true) }),
    errors: ['rule.not-stopped'],
  },
} as const satisfies RouteTable
