import type { RuleEffects } from '@firstline/contract/formats/rule'
import type { RuleChange, RuleEffect } from '@firstline/contract/rules'

/** All that a rule says, one by one, in the order it is done. */
export function effectsOf(effects: RuleEffects): RuleChange[] {
  const { assign, tags = {}, snooze, type, priority, note, webhook } = effects
  const one = (effect: RuleEffect, to: string | undefined): RuleChange[] =>
    to === undefined ? [] : [{ effect, to }]
  return [
    ...one('type', type),
    ...one('priority', priority),
    ...(tags.add ?? []).flatMap((name) => one('tag', name)),
    ...(tags.remove ?? []).flatMap((name) => one('untag', name)),
    ...(assign === 'nobody' ? one('hand_back', '') : one('assign', assign)),
    ...one('offer_runbook', effects.offer_runbook),
    ...one('offer_reply', effects.offer_reply),
    ...one('note', note),
    ...one('snooze', snooze),
    ...one('webhook', webhook ? 'rule.told' : undefined),
  ]
}
