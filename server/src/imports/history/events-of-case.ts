import type { LineRule } from '#server/imports/read/lines.ts'
import { nameUuid } from './name-uuid.ts'
import type { SortedUpdate } from './updates.ts'
import type { HistoryEvent, Line } from '#server/scorecard/facts/history.ts'

type Story = {
  /** Names the case among all histories. */
  name: string
  ticketId: string
  lines: LineRule
  events: HistoryEvent[]
  at: number
  status: 'open' | 'resolved' | 'void'
  type: string | null
  line: Line
  /** The first team seen, and whether a second was. */
  team: string | null
  problemStartedAt: number | null
  resolutions: number
  resolution: string
  rating: SortedUpdate['rating']
}

/**
 * The updates of one case → its canonical history.
 *
 * A resolution is the entering of a resolved status from another one, so that closing what is
 * resolved is none. Leaving it again is a reopen; other desks rarely say by whom, so each counts as
 * the customer coming back. A case is void when nothing but resolved follows its last void status.
 *
 * @param origin together with the case key it names the ticket and its resolutions, always the same
 * @param updates of one case in order, at least one; a time before its predecessor's is moved to it
 * @param asksRatings the file has ratings, so every resolution counts as asked for one
 */
export function eventsOfCase(
  origin: string,
  updates: readonly SortedUpdate[],
  lines: LineRule,
  asksRatings: boolean,
): HistoryEvent[] {
  const [first] = updates
  if (!first) return []
  const story = begin(origin, first, lines, firstTeam(updates))
  const voiding = voidingUpdate(updates)
  for (const update of updates) {
    story.at = Math.max(story.at, update.at)
    tellType(story, update)
    tellProblemStart(story, update)
    tellLine(story, update)
    if (update === voiding) tell(story, 'ticket.voided', { reason: 'imported' })
    tellStatus(story, update, asksRatings)
    tellRating(story, update)
  }
  return story.events
}

export function ticketIdOf(origin: string, caseKey: string): string {
  return nameUuid(`${origin}\n${caseKey}`)
}

/** The first change of the team also says who had it until then. */
function firstTeam(updates: readonly SortedUpdate[]): string | null {
  const told = updates.find(({ team, teamBefore }) => team ?? teamBefore)
  return told?.teamBefore ?? updates[0]?.team ?? null
}

function begin(origin: string, first: SortedUpdate, lines: LineRule, team: string | null): Story {
  const line = team === null ? 'L1' : lineOf(lines, team)
  const story: Story = {
    name: `${origin}\n${first.caseKey}`,
    ticketId: ticketIdOf(origin, first.caseKey),
    lines,
    events: [],
    at: first.at,
    status: 'open',
    type: first.type,
    line,
    team,
    problemStartedAt: first.problemStartedAt,
    resolutions: 0,
    resolution: '',
    rating: null,
  }
  tell(story, 'ticket.received', {
    type: first.type,
    channel: first.channel,
    product: first.product,
    line,
    problem_started_at:
      first.problemStartedAt === null ? null : new Date(first.problemStartedAt).toISOString(),
  })
  return story
}

function tell<Name extends HistoryEvent['name']>(
  story: Story,
  name: Name,
  data: Extract<HistoryEvent, { name: Name }>['data'],
): void {
  // The compiler cannot see that name and data of one type parameter belong together.
  story.events.push({ ticketId: story.ticketId, at: story.at, name, data } as HistoryEvent)
}

function tellType(story: Story, { type }: SortedUpdate): void {
  if (type === null || type === story.type) return
  tell(story, 'ticket.type_changed', { type, previous: story.type })
  story.type = type
}

function tellProblemStart(story: Story, { problemStartedAt }: SortedUpdate): void {
  if (problemStartedAt === null || problemStartedAt === story.problemStartedAt) return
  tell(story, 'ticket.problem_started', { at: new Date(problemStartedAt).toISOString() })
  story.problemStartedAt = problemStartedAt
}

function tellLine(story: Story, { team, wasReassigned }: SortedUpdate): void {
  const line = lineAfter(story, team, wasReassigned)
  story.team ??= team
  if (line === story.line) return
  tell(story, 'ticket.line_changed', { line, team })
  story.line = line
}

/** Once a second team worked a case, it stays escalated, whichever team it returns to. */
function lineAfter(story: Story, team: string | null, wasReassigned: boolean): Line {
  const { lines } = story
  if (lines.kind === 'listed') return team === null ? story.line : lineOf(lines, team)
  if (lines.kind === 'unknown') return story.line
  const isAnotherTeam = team !== null && story.team !== null && team !== story.team
  return isAnotherTeam || wasReassigned ? 'L2' : story.line
}

function lineOf(lines: LineRule, team: string): Line {
  return lines.kind !== 'listed' || lines.firstLine.includes(team) ? 'L1' : 'L2'
}

function voidingUpdate(updates: readonly SortedUpdate[]): SortedUpdate | null {
  const last = updates.findLastIndex(({ status }) => status === 'open' || status === 'void')
  if (updates[last]?.status !== 'void') return null
  const before = updates.findLastIndex(({ status }, index) => index < last && status === 'open')
  return updates.find(({ status }, index) => index > before && status === 'void') ?? null
}

function tellStatus(story: Story, update: SortedUpdate, asksRatings: boolean): void {
  const was = story.status
  story.status = update.status ?? was
  if (story.status === was) return
  if (story.status === 'resolved') resolve(story, update, asksRatings)
  else if (was === 'resolved' && story.status === 'open') {
    const { resolution } = story
    tell(story, 'ticket.reopened', { by: 'customer', cause: 'status left resolved', resolution })
  }
}

function resolve(story: Story, update: SortedUpdate, asksRatings: boolean): void {
  story.resolutions += 1
  story.resolution = nameUuid(`${story.name}\nresolution\n${story.resolutions}`)
  const { resolution, line, type } = story
  tell(story, 'ticket.resolved', { resolution, line, type, by: update.person })
  if (asksRatings) tell(story, 'rating.requested', { resolution })
}

/** A rating repeated on later rows is still the same one. */
function tellRating(story: Story, { rating }: SortedUpdate): void {
  const before = story.rating
  story.rating = rating
  if (rating === null || rating === before || story.resolutions === 0) return
  tell(story, 'rating.given', { resolution: story.resolution, value: rating })
}
