/**
 * The definitions of docs/metrics.md once more, by somebody who has not seen the first
 * implementation: no state that is carried along, only questions asked of the whole history, and
 * sums by the plainest loop. It shares no code with the product and is slow on purpose.
 */
type Happened = { ticketId: string; at: number; name: string; data: Record<string, unknown> }
type History = readonly Happened[]

export type Opinion = {
  /** By `week|type`: the counts of standing resolutions and of resolutions made. */
  cells: Record<string, Cell>
  /** Of the whole period. */
  received: number
  voided: number
  solved: number
  up: number
  rated: number
  asked: number
  ticketsReopened: number
  medianHours: number | null
  p90Hours: number | null
}

type Cell = {
  resolved: number
  l1: number
  held: number
  heldL1: number
  mature: number
  broken: number
}

const day = 24 * 3_600_000

/** @param weekOf the Monday of a moment, in the organisation's time zone */
export function secondOpinion(
  histories: ReadonlyMap<string, History>,
  asOf: number,
  windowDays: number,
  weekOf: (at: number) => string,
): Opinion {
  const window = windowDays * day
  const cells: Record<string, Cell> = {}
  const cell = (at: number, type: string | null) =>
    (cells[`${weekOf(at)}|${type}`] ??= {
      resolved: 0,
      l1: 0,
      held: 0,
      heldL1: 0,
      mature: 0,
      broken: 0,
    })
  const opinion = {
    received: 0,
    voided: 0,
    solved: 0,
    up: 0,
    rated: 0,
    asked: 0,
    ticketsReopened: 0,
  }
  const lasted: { hours: number; isOver: boolean }[] = []
  for (const [id, history] of histories) {
    const own = history.filter((event) => event.ticketId === id)
    opinion.received += 1
    if (isVoid(own)) {
      opinion.voided += 1
      continue
    }
    const made = resolutions(id, history)
    const last = made.at(-1)
    const stands = last !== undefined && last.brokenAt === null && !last.reopenedByDesk
    const isFirstLine = !wasEscalated(own)
    if (last && stands) {
      const where = cell(last.at, last.type)
      const isHeld = asOf - last.at >= window
      where.resolved += 1
      where.l1 += Number(isFirstLine)
      where.held += Number(isHeld)
      where.heldL1 += Number(isHeld && isFirstLine)
    }
    for (const one of made) {
      const isMature = asOf - one.at >= window
      const where = cell(one.at, one.type)
      where.mature += Number(isMature)
      where.broken += Number(isMature && one.brokenAt !== null && one.brokenAt - one.at <= window)
      opinion.up += Number(one.rating === 'up')
      opinion.rated += Number(one.rating !== null)
      opinion.asked += Number(one.isAsked || one.rating !== null)
    }
    opinion.ticketsReopened += Number(made.some(({ brokenAt }) => brokenAt !== null))
    opinion.solved += Number(stands)
    const began = problemBegan(own)
    const until = stands ? last.at : (last?.takenOverAt ?? asOf)
    lasted.push({ hours: (until - began) / 3_600_000, isOver: stands })
  }
  return { ...opinion, cells, medianHours: byShare(lasted, 0.5), p90Hours: byShare(lasted, 0.9) }
}

/** What was said last decides: voided, or taken up again. */
function isVoid(own: History): boolean {
  const word = own
    .filter(({ name }) => name === 'ticket.voided' || name === 'ticket.reopened')
    .at(-1)
  return word?.name === 'ticket.voided'
}

function wasEscalated(own: History): boolean {
  return own.some(({ name, data }) => {
    if (name === 'ticket.escalated') return true
    const tellsLine = ['ticket.received', 'ticket.line_changed', 'ticket.resolved'].includes(name)
    return tellsLine && (data.line === 'L2' || data.line === 'L3')
  })
}

/** Never after it was reported; of several claims the last one that can be. */
function problemBegan(own: History): number {
  const reported = own[0]!.at
  let began = reported
  for (const { name, data } of own) {
    const claim =
      name === 'ticket.problem_started'
        ? data.at
        : name === 'ticket.received'
          ? data.problem_started_at
          : null
    if (typeof claim === 'string') began = Math.min(new Date(claim).getTime(), reported)
  }
  return began
}

function resolutions(id: string, history: History) {
  return history.flatMap((event, index) => {
    if (event.ticketId !== id || event.name !== 'ticket.resolved') return []
    const name = event.data.resolution
    const later = history.slice(index + 1)
    const about = later.filter((other, offset) => isAbout(other, id, name, later.slice(0, offset)))
    const dismissed = about.findLastIndex((other) => other.name === 'ticket.reopen_dismissed')
    const back = about.slice(dismissed + 1).find(isCustomerBack)
    const ratings = own(later, id, 'rating.given').filter((one) => one.data.resolution === name)
    return [
      {
        at: event.at,
        type: (event.data.type as string | undefined) ?? typeAt(history.slice(0, index), id),
        brokenAt: back?.at ?? null,
        takenOverAt: back?.name === 'ticket.repeat_linked' ? back.at : null,
        reopenedByDesk: about.some((other) => other.data.by === 'agent'),
        isAsked: own(later, id, 'rating.requested').some((one) => one.data.resolution === name),
        rating: (ratings.at(-1)?.data.value as string | undefined) ?? null,
      },
    ]
  })
}

const own = (events: History, id: string, name: string) =>
  events.filter((event) => event.ticketId === id && event.name === name)

/** Names this resolution; or names none while no newer one had been made. */
function isAbout(event: Happened, id: string, resolution: unknown, between: History): boolean {
  if (event.name === 'ticket.repeat_linked') {
    return event.data.of === id && event.data.resolution === resolution
  }
  if (event.ticketId !== id) return false
  if (event.name === 'ticket.reopen_dismissed') return event.data.resolution === resolution
  if (event.name !== 'ticket.reopened') return false
  if (event.data.resolution) return event.data.resolution === resolution
  return own(between, id, 'ticket.resolved').length === 0
}

function isCustomerBack({ name, data }: Happened): boolean {
  return name === 'ticket.repeat_linked' || (name === 'ticket.reopened' && data.by === 'customer')
}

function typeAt(before: History, id: string): string | null {
  const told = before.findLast(
    ({ ticketId, name, data }) =>
      ticketId === id &&
      (name === 'ticket.type_changed' || (name === 'ticket.received' && Boolean(data.type))),
  )
  return (told?.data.type as string | undefined) ?? null
}

/** Product-limit estimate straight from its formula: at each end, those who got there and those who ended. */
function byShare(lasted: readonly { hours: number; isOver: boolean }[], share: number) {
  const ends = [...new Set(lasted.filter(({ isOver }) => isOver).map(({ hours }) => hours))]
  let surviving = 1
  for (const time of ends.sort((a, b) => a - b)) {
    const atRisk = lasted.filter(({ hours }) => hours >= time).length
    const ended = lasted.filter(({ hours, isOver }) => isOver && hours === time).length
    surviving *= 1 - ended / atRisk
    if (surviving <= 1 - share + 1e-12) return time
  }
  return null
}
