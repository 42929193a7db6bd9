import type { HistoryEvent, Line } from './history.ts'

/**
 * The definitions of the scorecard, as one pure function: the history of one ticket in, its facts
 * out. Rates, weeks and windows are queries over these facts; nothing else decides what a
 * resolution, a reopen or an escalation is.
 */
type TicketFact = {
  ticketId: string
  type: string | null
  channel: string | null
  product: string | null
  receivedAt: number
  problemStartedAt: number
  /** Another line than L1 owned or worked it, or an escalation was opened, at any time. */
  escalated: boolean
  /** Spam, merged away, withdrawn: outside every rate. */
  isVoid: boolean
  /** The last resolution, if nothing has undone it. */
  standingResolution: string | null
  standingAt: number | null
  standingLine: Line | null
  /** When a repeat contact took the problem over: from then its clock runs on that ticket. */
  continuedAt: number | null
}

type ResolutionFact = {
  resolutionId: string
  ticketId: string
  at: number
  type: string | null
  channel: string | null
  product: string | null
  line: Line | null
  by: string | null
  runbookVersion: string | null
  actionRuns: string[]
  /** The first time the customer came back on it, unless that was decided to be no reopen. */
  brokenAt: number | null
  brokenBy: 'reply' | 'repeat_contact' | null
  /** The desk's own reopening: no customer reopen, but an integrity signal. */
  agentReopenedAt: number | null
  ratingRequestedAt: number | null
  rating: 'up' | 'down' | null
}

export type Facts = { ticket: TicketFact; resolutions: ResolutionFact[] }

type Story = {
  ticket: TicketFact
  resolutions: ResolutionFact[]
  line: Line
  /** Made to try the desk: it never counts, even when it is taken up. */
  isTest: boolean
}

/**
 * @param ticketId the ticket whose facts are wanted
 * @param events its history in the order it happened, together with any `ticket.repeat_linked`
 *   by which another ticket names this one
 * @returns null when nothing in the history is of this ticket itself
 */
export function factsOfTicket(ticketId: string, events: readonly HistoryEvent[]): Facts | null {
  const first = events.find((event) => event.ticketId === ticketId)
  if (!first) return null
  const story: Story = {
    ticket: emptyTicket(ticketId, first.at),
    resolutions: [],
    line: 'L1',
    isTest: false,
  }
  for (const event of events) {
    if (event.ticketId === ticketId) tell(story, event)
    else if (event.name === 'ticket.repeat_linked' && event.data.of === ticketId) {
      breakResolution(story, event.data.resolution, event.at, 'repeat_contact')
    }
  }
  return concluded(story)
}

function tell(story: Story, event: HistoryEvent): void {
  const { ticket } = story
  switch (event.name) {
    case 'ticket.received':
      ticket.type = event.data.type ?? ticket.type
      ticket.channel = event.data.channel ?? ticket.channel
      ticket.product = event.data.product ?? ticket.product
      ticket.problemStartedAt = startedAt(event.data.problem_started_at, ticket)
      return workedBy(story, event.data.line)
    case 'ticket.type_changed':
      ticket.type = event.data.type
      return
    case 'ticket.problem_started':
      ticket.problemStartedAt = startedAt(event.data.at, ticket)
      return
    case 'ticket.line_changed':
      return workedBy(story, event.data.line)
    case 'ticket.escalated':
      ticket.escalated = true
      story.line = event.data.line ?? story.line
      return
    case 'ticket.resolved':
      story.resolutions.push(resolutionMade(story, event))
      return workedBy(story, event.data.line)
    case 'ticket.reopened':
      return reopen(story, event)
    case 'ticket.reopen_dismissed':
      return dismissReopen(story, event.data.resolution)
    case 'ticket.voided':
      ticket.isVoid = true
      story.isTest ||= event.data.reason === 'test'
      return
    case 'rating.requested':
    case 'rating.given':
      return rate(story, event)
    case 'ticket.repeat_linked': // told about the ticket it names, not about this one
  }
}

function emptyTicket(ticketId: string, receivedAt: number): TicketFact {
  return {
    ticketId,
    type: null,
    channel: null,
    product: null,
    receivedAt,
    problemStartedAt: receivedAt,
    escalated: false,
    isVoid: false,
    standingResolution: null,
    standingAt: null,
    standingLine: null,
    continuedAt: null,
  }
}

/** A problem cannot begin after it was reported; such a claim counts as the first report. */
function startedAt(claimed: string | null | undefined, ticket: TicketFact): number {
  const at = claimed ? Date.parse(claimed) : Number.NaN
  if (Number.isNaN(at)) return ticket.problemStartedAt
  return Math.min(at, ticket.receivedAt)
}

function workedBy(story: Story, line: Line | null | undefined): void {
  if (!line) return
  story.line = line
  if (line !== 'L1') story.ticket.escalated = true
}

function resolutionMade(
  { ticket, line }: Story,
  { at, data }: Extract<HistoryEvent, { name: 'ticket.resolved' }>,
): ResolutionFact {
  return {
    resolutionId: data.resolution,
    ticketId: ticket.ticketId,
    at,
    type: data.type ?? ticket.type,
    channel: ticket.channel,
    product: ticket.product,
    line: data.line ?? line,
    by: data.by ?? null,
    runbookVersion: data.runbook_version ?? null,
    actionRuns: data.action_runs ?? [],
    brokenAt: null,
    brokenBy: null,
    agentReopenedAt: null,
    ratingRequestedAt: null,
    rating: null,
  }
}

/** Taking a voided ticket up again makes it count again, unless it is a test. */
function reopen(story: Story, event: Extract<HistoryEvent, { name: 'ticket.reopened' }>): void {
  story.ticket.isVoid = story.isTest
  if (event.data.by === 'customer') {
    return breakResolution(story, event.data.resolution, event.at, 'reply')
  }
  const resolution = named(story, event.data.resolution)
  if (resolution) resolution.agentReopenedAt ??= event.at
}

function breakResolution(
  story: Story,
  resolutionId: string | null | undefined,
  at: number,
  by: 'reply' | 'repeat_contact',
): void {
  const resolution = named(story, resolutionId)
  if (!resolution || resolution.brokenAt !== null) return
  resolution.brokenAt = at
  resolution.brokenBy = by
}

function dismissReopen(story: Story, resolutionId: string): void {
  const resolution = named(story, resolutionId)
  if (!resolution) return
  resolution.brokenAt = null
  resolution.brokenBy = null
}

function rate(
  story: Story,
  event: Extract<HistoryEvent, { name: 'rating.requested' | 'rating.given' }>,
): void {
  const resolution = story.resolutions.find((one) => one.resolutionId === event.data.resolution)
  if (!resolution) return
  if (event.name === 'rating.given') resolution.rating = event.data.value
  else resolution.ratingRequestedAt ??= event.at
}

/** A reopening that names no resolution is about the last one. */
function named(story: Story, resolutionId: string | null | undefined): ResolutionFact | undefined {
  if (!resolutionId) return story.resolutions.at(-1)
  return story.resolutions.findLast((one) => one.resolutionId === resolutionId)
}

function concluded({ ticket, resolutions }: Story): Facts {
  if (ticket.isVoid) return { ticket, resolutions: [] }
  const last = resolutions.at(-1)
  if (last?.brokenBy === 'repeat_contact') ticket.continuedAt = last.brokenAt
  if (last && last.brokenAt === null && last.agentReopenedAt === null) {
    ticket.standingResolution = last.resolutionId
    ticket.standingAt = last.at
    ticket.standingLine = last.line
    ticket.type = last.type
  }
  return { ticket, resolutions }
}
