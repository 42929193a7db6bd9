import type { Chance } from '#acme/chance.ts'
import { arrival, weighted, workedAfter } from '#acme/history/office-hours.ts'
import {
  arrivingBy,
  happyShare,
  lateReopenShare,
  neverSolvedShare,
  peopleByTeam,
  ratingShare,
  reopenShare,
  resolvedAtFirstLine,
  ticketTypes,
  voidShare,
  waitingShare,
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

const minuteMs = 60_000
const dayMinutes = 1440
const machineName = 'autoclose'

/** One ticket from its first message to its end, whenever that may be. */
export function tellTicket(chance: Chance, weekStart: number, week: number): Ticket {
  const type = ticketTypes[
    weighted(
      chance,
      ticketTypes.map((one) => one.share),
    )
  ] as TicketType
  const received = arrival(chance, weekStart)
  const agent = chance.pick(peopleByTeam['L1 Support'])
  const updates: Update[] = [at(received, 'New', 'L1 Support', 'customer')]
  const picked = workedAfter(chance, received, skewed(chance, 6, 150))
  const fate = chance.next()
  if (fate < voidShare) {
    updates.push(at(picked, 'Void', 'L1 Support', agent))
  } else {
    updates.push(at(picked, 'In progress', 'L1 Support', agent))
    const isL1 = chance.hits(resolvedAtFirstLine(type, week))
    if (fate > voidShare + neverSolvedShare) solve(chance, updates, { type, agent, isL1 })
  }
  return {
    type: type.id,
    channel: chance.pick(arrivingBy),
    problemStartedAt: received - skewed(chance, 8, 600) * minuteMs,
    updates,
  }
}

type Case = { type: TicketType; agent: string; isL1: boolean }

function solve(chance: Chance, updates: Update[], one: Case): void {
  let solvedAt = one.isL1 ? atFirstLine(chance, updates, one) : byEngineers(chance, updates, one)
  for (let round = 0; round < 3; round++) {
    updates.push(resolved(chance, solvedAt, one))
    if (!chance.hits(reopenShare)) break
    solvedAt = reopened(chance, updates, solvedAt, one)
  }
  const last = updates.at(-1)
  if (last?.status === 'Resolved') {
    updates.push(at(last.time + 14 * dayMinutes * minuteMs, 'Closed', last.team, machineName))
  }
}

function atFirstLine(chance: Chance, updates: Update[], one: Case): number {
  const started = lastTime(updates)
  if (!chance.hits(waitingShare)) return workedAfter(chance, started, skewed(chance, 8, 300))
  const asked = workedAfter(chance, started, skewed(chance, 6, 60))
  const answered = workedAfter(chance, asked, skewed(chance, 60, 2 * dayMinutes))
  updates.push(at(asked, 'Waiting', 'L1 Support', one.agent))
  updates.push(at(answered, 'In progress', 'L1 Support', one.agent))
  return workedAfter(chance, answered, skewed(chance, 6, 120))
}

/** Handed over, in their queue for a day or two, then days of work beside other things. */
function byEngineers(chance: Chance, updates: Update[], one: Case): number {
  const team = one.type.escalatesTo
  const engineer = chance.pick(peopleByTeam[team])
  const handedOver = workedAfter(chance, lastTime(updates), skewed(chance, 20, 500))
  updates.push(at(handedOver, 'In progress', team, ''))
  const taken = workedAfter(chance, handedOver, skewed(chance, 240, 3 * dayMinutes))
  updates.push(at(taken, 'In progress', team, engineer))
  return workedAfter(chance, taken, skewed(chance, 300, 7 * dayMinutes))
}

function resolved(chance: Chance, time: number, one: Case): Update {
  const team = one.isL1 ? 'L1 Support' : one.type.escalatesTo
  const happy = one.isL1 ? happyShare.l1 : happyShare.escalated
  const rating = !chance.hits(ratingShare) ? '' : chance.hits(happy) ? 'up' : 'down'
  const person = one.isL1 ? one.agent : chance.pick(peopleByTeam[team])
  return { time, status: 'Resolved', team, person, rating }
}

/** Mostly within days, a few after the window; worked again until solved for good. */
function reopened(chance: Chance, updates: Update[], solvedAt: number, one: Case): number {
  const minutes = chance.hits(lateReopenShare)
    ? chance.between(15 * dayMinutes, 26 * dayMinutes)
    : skewed(chance, 90, 13 * dayMinutes)
  const team = one.isL1 ? 'L1 Support' : one.type.escalatesTo
  const back = solvedAt + minutes * minuteMs
  if (minutes > 14 * dayMinutes)
    updates.push(at(solvedAt + 14 * dayMinutes * minuteMs, 'Closed', team, machineName))
  updates.push(at(back, 'Reopened', team, 'customer'))
  const taken = workedAfter(chance, back, skewed(chance, 10, 300))
  updates.push(
    at(taken, 'In progress', team, one.isL1 ? one.agent : chance.pick(peopleByTeam[team])),
  )
  return workedAfter(chance, taken, skewed(chance, 30, 2 * dayMinutes))
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
