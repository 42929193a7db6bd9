import type { RuleEvent } from '@firstline/contract/formats/rule'
import type { RuleChange, RuleLeft, RuleStopBecause } from '@firstline/contract/rules'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { hours, later } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { isUnresolved, lockTicket } from '#server/tickets/state.ts'
import type { TicketRow } from '#server/tickets/state.ts'
import { applyChanges } from './apply-changes.ts'
import { ruleActed, ruleStopped, ruleTold } from './events.ts'
import { readFacts } from './facts.ts'
import { planChanges } from './plan-changes.ts'
import type { Rule } from './rule.ts'
import type { RuleDesk } from './rule-store.ts'
import { insertStop } from './stop-rule.ts'
import { isStopped, readStops } from './stops.ts'

export type ActedOn = { id: string; name: RuleEvent; ticketId: string }
type Acting = { rule: Rule; event: ActedOn }

/** More often than this within an hour on one ticket, something outside answers what the rule does. */
const mostPerTicket = 10

export const nothingToDo = 'rule.nothing-to-do'

/**
 * What a rule does to a ticket on one event, once, whose condition held. What is so already is left alone;
 * what somebody has done since the event stays as they did it.
 * @throws Conflict `rule.nothing-to-do`, and nothing is written
 */
export const actOnTicket = defineVerb({
  permission: 'ticket:write',
  input: z.custom<Acting>(),
  async run(context: VerbContext & RuleDesk, { rule, event }: Acting) {
    const { tx, clock, actor } = context
    const now = clock.now()
    if (isStopped(await readStops(tx), rule.id)) throw refusal()
    const ticket = await lockTicket(tx, event.ticketId)
    if (!isUnresolved(ticket) || (await hasActed(tx, rule, event))) throw refusal()
    const [of] = await readFacts(tx, [ticket.id])
    const changes = of ? planChanges(rule, of) : []
    if (changes.length === 0) throw refusal()
    const because = await tooOften(tx, { rule, event }, now)
    if (because) {
      const off = { rule: rule.id, because, reason: '' }
      if (!(await insertStop(tx, { ...off, by: actor, now }))) throw refusal()
      const stopped = { ...ruleStopped(off), ticketId: ticket.id, accountId: ticket.accountId }
      return { result: null, events: [stopped] }
    }
    const done = await applyChanges(context, { ticketId: ticket.id, eventId: event.id, changes })
    await keepFiring(tx, { rule, event, now, ...done })
    return { result: null, events: eventsOf(rule, event, ticket, done) }
  },
})

function refusal(): Conflict {
  return new Conflict(nothingToDo, 'There is nothing to do')
}

type Done = { did: RuleChange[]; left: RuleLeft[] }

function eventsOf(
  rule: Rule,
  event: ActedOn,
  ticket: TicketRow,
  { did, left }: Done,
): [NewEvent, ...NewEvent[]] {
  const { id, title } = rule
  const effects = (all: readonly RuleChange[]) => [...new Set(all.map(({ effect }) => effect))]
  const said = { event: event.id, did: effects(did), left: effects(left) }
  const acted = ruleActed(ticket, { rule: id, title, ...said })
  const isTold = did.some(({ effect }) => effect === 'webhook')
  return isTold ? [acted, ruleTold(ticket, { rule: id, title })] : [acted]
}

/** On this event, or, unless it says every time, ever on this ticket. */
async function hasActed(tx: Transaction<DB>, rule: Rule, event: ActedOn): Promise<boolean> {
  const before = await tx
    .selectFrom('rule_firing')
    .select('id')
    .where('rule_id', '=', rule.id)
    .where('ticket_id', '=', event.ticketId)
    .$if(rule.isEveryTime, (query) => query.where('event_id', '=', event.id))
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}

/** Several nodes may do a few more at the same moment. */
async function tooOften(
  tx: Transaction<DB>,
  { rule, event }: Acting,
  now: Date,
): Promise<Exclude<RuleStopBecause, 'person'> | null> {
  const hourAgo = later(now, -hours)
  const { rows } = await sql<{ all: number; here: number }>`
    select (select count(*)::int from (
        select from rule_firing where rule_id = ${rule.id} and at > ${hourAgo}
        limit ${rule.perHour}) as lately) as all,
      (select count(*)::int from rule_firing
        where rule_id = ${rule.id} and ticket_id = ${event.ticketId} and at > ${hourAgo}) as here`.execute(
    tx,
  )
  const [counted] = rows
  if (!counted) return null
  if (counted.here >= mostPerTicket) return 'loop'
  return counted.all >= rule.perHour ? 'limit' : null
}

async function keepFiring(
  tx: Transaction<DB>,
  { rule, event, now, did, left }: Acting & Done & { now: Date },
): Promise<void> {
  await tx
    .insertInto('rule_firing')
    .values({
      rule_id: rule.id,
      definition: rule.definition,
      event_id: event.id,
      event_name: event.name,
      ticket_id: event.ticketId,
      at: now,
      did: JSON.stringify(did),
      left_out: JSON.stringify(left),
    })
    .execute()
}
