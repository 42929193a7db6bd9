import type { Chance } from '#acme/chance.ts'
import { arrival, weighted, workedAfter } from '#acme/history/office-hours.ts'
import {
  CHANNELS,
  HAPPY_SHARE,
  LATE_REOPEN_SHARE,
  NEVER_SOLVED_SHARE,
  PEOPLE,
  RATING_SHARE,
  REOPEN_SHARE,
  resolvedAtFirstLine,
  TYPES,
  VOID_SHARE,
  WAITING_SHARE,
} from '#acme/history/story.ts'
import type { Team, TicketType } from '#acme/history/story.ts'

type Status = 'New' | 'In progress' | 'Waiting' | 'Resolved' | 'Reopened' | 'Closed' | 'Void'
export type Update = {
  time: number
  status: Status
  team: Team
  person: string
  rating: '' | 'up' | 'down'
}
export type Ticket = { type: string; channel: string; problemStartedAt: number; updates: Update[] }

const MINUTE = 60_000
const DAY = 1440
const MACHINE = 'autoclose'

/** One ticket from its first message to its end, whenever that may be. */
export function tellTicket(chance: Chance, weekStart: number, week: number): Ticket {
  const type = TYPES[
    weighted(
      chance,
      TYPES.map((one) => one.share),
    )
  ] as TicketType
  const received = arrival(chance, weekStart)
  const agent = chance.pick(PEOPLE['L1 Support'])
  const updates: Update[] = [at(received, 'New', 'L1 Support', 'customer')]
  const picked = workedAfter(chance, received, skewed(chance, 6, 150))
  const fate = chance.next()
  if (fate < VOID_SHARE) {
    updates.push(at(picked, 'Void', 'L1 Support', agent))
  } else {
    updates.push(at(picked, 'In progress', 'L1 Support', agent))
    const isL1 = chance.hits(resolvedAtFirstLine(type, week))
    if (fate > VOID_SHARE + NEVER_SOLVED_SHARE) solve(chance, updates, { type, agent, isL1 })
  }
  return {
    type: type.id,
    channel: chance.pick(CHANNELS),
    problemStartedAt: received - skewed(chance, 8, 600) * MINUTE,
    updates,
  }
}

type Case = { type: TicketType; agent: string; isL1: boolean }

function solve(chance: Chance, updates: Update[], one: Case): void {
  let solvedAt = one.isL1 ? atFirstLine(chance, updates, one) : byEngineers(chance, updates, one)
  for (let round = 0; round < 3; round++) {
    updates.push(resolved(chance, solvedAt, one))
    if (!chance.hits(REOPEN_SHARE)) break
    solvedAt = reopened(chance, updates, solvedAt, one)
  }
  const last = updates.at(-1)
  if (last?.status === 'Resolved') {
    updates.push(at(last.time + 14 * DAY * MINUTE, 'Closed', last.team, MACHINE))
  }
}

function atFirstLine(chance: Chance, updates: Update[], one: Case): number {
  const started = lastTime(updates)
  if (!chance.hits(WAITING_SHARE)) return workedAfter(chance, started, skewed(chance, 8, 300))
  const asked = workedAfter(chance, started, skewed(chance, 6, 60))
  const answered = workedAfter(chance, asked, skewed(chance, 60, 2 * DAY))
  updates.push(at(asked, 'Waiting', 'L1 Support', one.agent))
  updates.push(at(answered, 'In progress', 'L1 Support', one.agent))
  return workedAfter(chance, answered, skewed(chance, 6, 120))
}

/** Handed over, in their queue for a day or two, then days of work beside other things. */
function byEngineers(chance: Chance, updates: Update[], one: Case): number {
  const team = one.type.escalatesTo
  const engineer = chance.pick(PEOPLE[team])
  const handedOver = workedAfter(chance, lastTime(updates), skewed(chance, 20, 500))
  updates.push(at(handedOver, 'In progress', team, ''))
  const taken = workedAfter(chance, handedOver, skewed(chance, 240, 3 * DAY))
  updates.push(at(taken, 'In progress', team, engineer))
  return workedAfter(chance, taken, skewed(chance, 300, 7 * DAY))
}

function resolved(chance: Chance, time: number, one: Case): Update {
  const team = one.isL1 ? 'L1 Support' : one.type.escalatesTo
  const happy = one.isL1 ? HAPPY_SHARE.l1 : HAPPY_SHARE.escalated
  const rating = !chance.hits(RATING_SHARE) ? '' : chance.hits(happy) ? 'up' : 'down'
  const person = one.isL1 ? one.agent : chance.pick(PEOPLE[team])
  return { time, status: 'Resolved', team, person, rating }
}

/** Mostly within days, a few after the window; worked again until solved for good. */
function reopened(chance: Chance, updates: Update[], solvedAt: number, one: Case): number {
  const minutes = chance.hits(LATE_REOPEN_SHARE)
    ? chance.between(15 * DAY, 26 * DAY)
    : skewed(chance, 90, 13 * DAY)
  const team = one.isL1 ? 'L1 Support' : one.type.escalatesTo
  const back = solvedAt + minutes * MINUTE
  if (minutes > 14 * DAY) updates.push(at(solvedAt + 14 * DAY * MINUTE, 'Closed', team, MACHINE))
  updates.push(at(back, 'Reopened', team, 'customer'))
  const taken = workedAfter(chance, back, skewed(chance, 10, 300))
  updates.push(at(taken, 'In progress', team, one.isL1 ? one.agent : chance.pick(PEOPLE[team])))
  return workedAfter(chance, taken, skewed(chance, 30, 2 * DAY))
}

const at = (time: number, status: Status, team: Team, person: string): Update => ({
  time,
  status,
  team,
  person,
  rating: '',
})

const lastTime = (updates: Update[]) => updates.at(-1)?.time ?? 0

/** Between low and high, mostly near low: how long things take. */
function skewed(chance: Chance, low: number, high: number): number {
  return low * (high / low) ** (chance.next() ** 1.3)
}
