import { eventNames, publicEventNames } from '@firstline/contract/events'
import type { EventName } from '@firstline/contract/events'
import { expect, test } from 'vitest'
import { tellAudience } from './core/record-events.ts'
import { reactionsTo } from './reactions.ts'
import { factEvents } from './scorecard/facts/update-facts.ts'

test('every event the scorecard counts updates the facts of its ticket', () => {
  for (const name of factEvents)
    expect([name, reactionsTo(name)]).toEqual([name, expect.arrayContaining(['update_facts'])])
})

test('of every event that may leave webhooks are told, and of no other', () => {
  const told = eventNames.filter((name) => reactionsTo(name).includes(tellAudience))
  expect(told).toEqual(publicEventNames)
})

test('of all events these have reactions beside that, and no others', () => {
  const named = (name: EventName) => reactionsTo(name).filter((each) => each !== tellAudience)
  const reacting = eventNames.filter((name) => named(name).length > 0)
  const jobs = reacting.map((name) => [name, ...named(name)].join(' ')).toSorted()
  expect(jobs).toEqual([
    'account.assigned run_rules',
    'action.approval_requested notify',
    'action.failed wake_after_failed_run',
    'action.undone tell_of_undo',
    'action.unknown wake_after_unknown_run',
    'action.verified wake_after_run tell_of_action',
    'escalation.assigned notify',
    'escalation.closed notify match_runbook_of_lesson',
    'escalation.returned notify run_rules',
    'message.received notify run_rules',
    'message.replied notify',
    'message.retried send_mail_again',
    'message.taken_back update_facts',
    'note.added notify watch_when_mentioned',
    'rating.given update_facts',
    'rating.requested update_facts',
    'rule.stopped notify',
    'runbook.published close_loops',
    'ticket.assigned notify',
    'ticket.escalated update_facts notify tell_of_escalation run_rules',
    'ticket.joined notify',
    'ticket.line_changed update_facts',
    'ticket.problem_started update_facts',
    'ticket.received update_facts find_account link_repeat match_runbook run_rules',
    'ticket.reopen_dismissed update_facts',
    'ticket.reopened update_facts notify run_rules',
    'ticket.repeat_linked update_facts notify',
    'ticket.resolved update_facts notify tell_of_resolution',
    'ticket.type_changed update_facts link_repeat_of_type match_runbook_of_type run_rules',
    'ticket.voided update_facts notify',
    'ticket.woken notify',
  ])
})
