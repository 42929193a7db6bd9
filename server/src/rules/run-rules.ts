import { RuleEvent } from '@firstline/contract/formats/rule'
import type { PayloadOf } from '@firstline/contract/tasks'
import { later } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import type { EventOf } from '#server/core/events.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { actOnTicket, nothingToDo } from './act-on-ticket.ts'
import type { ActedOn } from './act-on-ticket.ts'
import { readFacts } from './facts.ts'
import type { TicketFacts } from './facts.ts'
import { holds } from './plan-changes.ts'
import { isByRule, ruleActor } from './rule-actor.ts'
import type { Rule } from './rule.ts'
import type { RuleDesk } from './rule-store.ts'

export type RuleStart = { [Name in RuleEvent]: EventOf<Name> }[RuleEvent]

/**
 * Reaction to what rules wait for. What a rule has caused starts none, so that there is no loop among
 * them; thanks and notices of absence are no answer.
 */
export async function runRules(desk: RuleDesk, event: RuleStart): Promise<void> {
  const { id, name, at, ticketId } = event
  if (ticketId === null || isByRule(event)) return
  if (event.name === 'message.received' && event.data.judged) return
  const all = desk.rules.waitingFor(name)
  const jobs = all.flatMap(({ id: rule, waitedMs }) =>
    waitedMs === null ? [] : [jobOf({ rule, event: id }, later(at, waitedMs))],
  )
  if (jobs.length > 0) await inTransaction(desk.db, (tx) => enqueue(tx, jobs))
  const atOnce = all.filter(({ waitedMs }) => waitedMs === null)
  await actWhereHeld(desk, atOnce, { id, name, ticketId }, () => true)
}

function jobOf(payload: PayloadOf<'run_rule'>, runAt: Date): NewJob {
  const key = `rule:${payload.rule}:${payload.event}`
  return { task: 'run_rule', payload, key, runAt }
}

/** The job of a rule that waits: that it runs says that the time is over. */
export async function runWaitedRule(
  desk: RuleDesk,
  { rule: wanted, event: id }: PayloadOf<'run_rule'>,
): Promise<void> {
  const event = await desk.db
    .selectFrom('event')
    .select(['id', 'at', 'name', 'ticket_id as ticketId'])
    .where('id', '=', id)
    .executeTakeFirst()
  const name = RuleEvent.safeParse(event?.name).data
  if (!event?.ticketId || !name) return
  const { at, ticketId } = event
  // it may be gone by now, or say something else
  const rules = desk.rules
    .waitingFor(name)
    .filter((rule) => rule.id === wanted && rule.waitedMs !== null)
  await actWhereHeld(desk, rules, { id, name, ticketId }, ({ waitsSince }) =>
    Boolean(waitsSince && waitsSince <= at),
  )
}

/** All conditions are asked before any rule acts: none sees what another did, in whatever order. */
async function actWhereHeld(
  desk: RuleDesk,
  rules: readonly Rule[],
  event: ActedOn,
  isStillSo: (of: TicketFacts) => boolean,
): Promise<void> {
  if (rules.length === 0) return
  const [of] = await readFacts(desk.db, [event.ticketId])
  if (!of || !isStillSo(of)) return
  for (const rule of rules.filter((each) => holds(each, of))) {
    await orLeave(actOnTicket(desk, ruleActor(rule.id), { rule, event }))
  }
}

const nothing: ReadonlySet<string> = new Set([nothingToDo, 'ticket.merged'])

async function orLeave(acting: Promise<unknown>): Promise<void> {
  try {
    await acting
  } catch (error) {
    if (!(error instanceof Refusal) || !nothing.has(error.reason)) throw error
  }
}
