import { isPublicEvent } from '@firstline/contract/events'
import type { EventName } from '@firstline/contract/events'
import { ownProperty } from '@firstline/contract/own-property'
import type { App } from './app.ts'
import {
  queueEscalation,
  queueReceipt,
  queueResolution,
  queueUndoReceipt,
} from './beside/queue-write.ts'
import { sendReply } from './beside/send-reply.ts'
import { closeLoopsOnPublication } from './escalations/waive-escalation.ts'
import type { Event } from './core/events.ts'
import { tellAudience } from './core/record-events.ts'
import type { AnyReaction, Reaction, Together } from './core/worker-config.ts'
import { matchOnEvent } from './runbooks/match/match-runbook.ts'
import { updateFacts, updateFactsOf } from './scorecard/facts/update-facts.ts'
import { notify, watchWhenMentioned } from './notifications/notify.ts'
import type { ToldEvent } from './notifications/tellings.ts'
import { runRules } from './rules/run-rules.ts'
import type { RuleStart } from './rules/run-rules.ts'
import { linkRepeat } from './tickets/link-repeat.ts'
import { wakeAfterRun } from './tickets/snooze/wake-ticket.ts'
import { findAccountOfSender } from './tickets/set-ticket-account.ts'
import { queueDeliveries } from './webhooks/queue-deliveries.ts'

const facts = {
  update_facts:
    (app: App) =>
    (event: Pick<Event, 'ticketId'>): Promise<void> =>
      updateFacts(app, event),
}

/** Rules of the project come last: they see what the desk itself has made of it. */
const rules = { run_rules: (app: App) => (event: RuleStart) => runRules(app, event) }

/** What concerns somebody is told to them. */
const tells = { notify: (app: App) => (event: ToldEvent) => notify(app, event) }

const wakeAfter = (app: App) => (event: { data: { run: string } }) => wakeAfterRun(app, event.data)

/**
 * The whole loop on one screen: event → what happens next. They are one job of each event, enqueued in
 * its transaction (core/react.ts), and each may run twice without harm. Webhooks are told of every public event
 * beside what stands here.
 */
const reactions = {
  'ticket.received': {
    ...facts,
    find_account: (app) => (event) => findAccountOfSender(app, event),
    link_repeat: (app) => (event) => linkRepeat(app, event),
    match_runbook: matchOnEvent,
    ...rules,
  },
  'ticket.type_changed': {
    ...facts,
    link_repeat_of_type: (app) => (event) => linkRepeat(app, event),
    match_runbook_of_type: matchOnEvent,
    ...rules,
  },
  'ticket.assigned': tells,
  'ticket.woken': tells,
  'ticket.joined': tells,
  'note.added': {
    ...tells,
    watch_when_mentioned: (app) => (event) => watchWhenMentioned(app, event),
  },
  'message.received': { ...tells, ...rules },
  'account.assigned': rules,
  'message.replied': tells,
  'message.taken_back': facts,
  'message.retried': {
    send_mail_again: (app) => (event) => sendReply(app, event.data),
  },
  'runbook.published': {
    close_loops: closeLoopsOnPublication,
  },
  'escalation.assigned': tells,
  'escalation.returned': { ...tells, ...rules },
  'escalation.closed': {
    ...tells,
    match_runbook_of_lesson: matchOnEvent,
  },
  'rule.stopped': tells,
  'action.approval_requested': tells,
  'action.verified': {
    wake_after_run: wakeAfter,
    tell_of_action: (app) => (event) => queueReceipt(app, event),
  },
  'action.undone': { tell_of_undo: (app) => (event) => queueUndoReceipt(app, event) },
  'action.failed': { wake_after_failed_run: wakeAfter },
  'action.unknown': { wake_after_unknown_run: wakeAfter },
  'ticket.line_changed': facts,
  'ticket.escalated': {
    ...facts,
    ...tells,
    tell_of_escalation: (app) => (event) => queueEscalation(app, event),
    ...rules,
  },
  'ticket.resolved': {
    ...facts,
    ...tells,
    tell_of_resolution: (app) => (event) => queueResolution(app, event),
  },
  'ticket.reopened': { ...facts, ...tells, ...rules },
  'ticket.reopen_dismissed': facts,
  'ticket.repeat_linked': { ...facts, ...tells },
  'ticket.voided': { ...facts, ...tells },
  'ticket.problem_started': facts,
  'rating.requested': facts,
  'rating.given': facts,
} satisfies { [Name in EventName]?: Record<string, (app: App) => Reaction<Name>> }

type Reactions = typeof reactions
export type ReactionName =
  | { [Name in keyof Reactions]: keyof Reactions[Name] }[keyof Reactions]
  | typeof tellAudience

export function reactionsTo(name: EventName): readonly string[] {
  const named = Object.keys(ownProperty<Group>(reactions, name) ?? {})
  return isPublicEvent(name) ? [...named, tellAudience] : named
}

export function reactionsOf(app: App): Record<string, AnyReaction> {
  const named = Object.values<Group>(reactions).flatMap((group) => Object.entries(group))
  return {
    ...Object.fromEntries(named.map(([name, reaction]) => [name, reaction(app)])),
    [tellAudience]: (event: Event) => queueDeliveries(app, [event]),
  }
}

const names = [
  tellAudience,
  ...Object.values<Group>(reactions).flatMap((group) => Object.keys(group)),
]
const callingOut: ReadonlySet<string> = new Set(['find_account', 'send_mail_again'])

/** Those that share the transaction of a job: they change the desk and call nobody. */
export function reactionsTogether(app: App): Together {
  return {
    names: new Set(names.filter((name) => !callingOut.has(name))),
    reactionsTo,
    of(inside) {
      const { update_facts: _, [tellAudience]: __, ...each } = reactionsOf({ ...app, ...inside })
      const { clock } = app
      return {
        each,
        last: {
          [tellAudience]: (events) => queueDeliveries({ ...inside, clock }, events),
          // the sums are what all tickets have in common: held from here to the commit
          update_facts: (events) => updateFactsOf(inside.db, events),
        },
      }
    },
  }
}

type Group = Record<string, (app: App) => AnyReaction>
