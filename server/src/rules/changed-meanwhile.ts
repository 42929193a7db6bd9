import type { EventName } from '@firstline/contract/events'
import type { RuleEffect } from '@firstline/contract/rules'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { mattersTo } from '#server/tickets/refuse-unseen.ts'
import { isByRule } from './rule-actor.ts'

type Matters = { names: readonly EventName[]; /** Also those by another rule. */ ofRules: boolean }

const assigning = { names: mattersTo.assigning, ofRules: true }
const tagging: Matters = { names: ['ticket.tagged'], ofRules: false }
const never: Matters = { names: [], ofRules: false }

/** What of the time since the event has the last word about an effect. */
const matters: Readonly<Record<RuleEffect, Matters>> = {
  type: { names: mattersTo.typing, ofRules: true },
  priority: { names: mattersTo.prioritising, ofRules: true },
  assign: assigning,
  hand_back: assigning,
  tag: tagging,
  untag: tagging,
  snooze: {
    names: [
      ...mattersTo.standing,
      'message.received',
      'message.replied',
      'ticket.snoozed',
      'ticket.woken',
    ],
    ofRules: true,
  },
  offer_runbook: { names: ['runbook.started'], ofRules: false },
  offer_reply: { names: ['message.replied'], ofRules: false },
  note: never,
  webhook: never,
}

type Row = { name: string; actorKind: string; actorId: string | null }

/**
 * Call it once the ticket is locked. That a runbook was matched is the desk's own work, and nobody's word; what
 * happened together with the event was seen.
 */
export async function changedMeanwhile(
  tx: Transaction<DB>,
  { ticketId, eventId }: { ticketId: string; eventId: string },
): Promise<(effect: RuleEffect) => boolean> {
  const { rows } = await sql<Row>`
    select distinct event.name, event.actor_kind as "actorKind", event.actor_id as "actorId"
    from event, event as acted
    where acted.id = ${eventId} and event.ticket_id = ${ticketId} and event.id > acted.id
      and event.xid <> acted.xid
      and not (event.actor_kind = 'system' and event.actor_id = 'runbooks')
    order by 1, 2, 3`.execute(tx)
  return (effect) => {
    const { names, ofRules } = matters[effect]
    return rows.some(
      (row) => names.some((name) => name === row.name) && (ofRules || !isByRule(row)),
    )
  }
}
