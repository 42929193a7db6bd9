import { ResumeRule, StopRule } from '@firstline/contract/rules'
import type { RuleStopBecause } from '@firstline/contract/rules'
import type { Transaction } from 'kysely'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { ruleResumed, ruleStopped } from './events.ts'
import type { WithRules } from './rule-store.ts'
import { everyRule, shownStop } from './stops.ts'
import type { Stop } from './stops.ts'

/** From now on it does nothing, on any node; what it did stays. */
export const stopRule = defineVerb({
  permission: 'rule:stop',
  input: StopRule,
  async run({ tx, actor, clock, rules }: VerbContext & WithRules, { rule, reason }) {
    if (rule !== null) rules.get(rule)
    const stop = await insertStop(tx, {
      rule: rule ?? everyRule,
      because: 'person',
      reason,
      by: actor,
      now: clock.now(),
    })
    if (!stop) throw new Conflict('rule.stopped-already', 'It is switched off already')
    return {
      result: { stop: shownStop(stop) },
      events: [ruleStopped({ rule, because: 'person', reason })],
    }
  },
})

export const resumeRule = defineVerb({
  permission: 'rule:stop',
  input: ResumeRule,
  async run({ tx }, { rule, reason }) {
    const removed = await tx
      .deleteFrom('rule_stop')
      .where('rule_id', '=', rule ?? everyRule)
      .returning('rule_id')
      .executeTakeFirst()
    if (!removed) throw new Conflict('rule.not-stopped', 'It is not switched off')
    return { result: { resumed: true as const }, events: [ruleResumed(rule, reason)] }
  },
})

type NewStop = { rule: string; because: RuleStopBecause; reason: string; by: Actor; now: Date }

/** @returns nothing where it is switched off already */
export function insertStop(
  tx: Transaction<DB>,
  { rule, because, reason, by, now }: NewStop,
): Promise<Stop | undefined> {
  return tx
    .insertInto('rule_stop')
    .values({
      rule_id: rule,
      because,
      reason,
      actor: JSON.stringify(actorRef(by)),
      stopped_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}
