import type { RuleChange } from '@firstline/contract/rules'
import { isTrue } from '#server/conditions/cel.ts'
import { tagKeyOf } from '#server/tickets/labels/tag-key.ts'
import { effectsOf } from './effects-of.ts'
import type { TicketFacts } from './facts.ts'
import type { Rule } from './rule.ts'

/** Only true is true: what cannot be decided, as of an account that nobody knows, is not. */
export function holds({ condition }: Pick<Rule, 'condition'>, { facts }: TicketFacts): boolean {
  return condition === null || isTrue(condition, facts)
}

/** What the rule would change of a ticket as it is: nothing that is so already. */
export function planChanges({ effects }: Pick<Rule, 'effects'>, of: TicketFacts): RuleChange[] {
  return effectsOf(effects).filter((change) => !isSo(change, of))
}

function isSo({ effect, to }: RuleChange, of: TicketFacts): boolean {
  const { ticket } = of.facts
  switch (effect) {
    case 'type':
      return ticket.type === to
    case 'priority':
      return ticket.priority === to
    case 'tag':
      return hasTag(ticket.tags, to)
    case 'untag':
      return !hasTag(ticket.tags, to)
    case 'assign':
      return ticket.assignee.toLowerCase() === to.toLowerCase()
    case 'hand_back':
      return ticket.assignee === ''
    case 'offer_runbook':
      return of.matchedRunbook === to
    case 'offer_reply':
      return of.offeredReply?.toLowerCase() === to.toLowerCase()
    case 'snooze':
      return ticket.is_snoozed
    case 'note':
    case 'webhook':
      return false
  }
}

function hasTag(tags: readonly string[], name: string): boolean {
  return tags.some((tag) => tagKeyOf(tag) === tagKeyOf(name))
}
