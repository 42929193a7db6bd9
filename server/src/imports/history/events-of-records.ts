import type { HistoryDataOf } from '@firstline/contract/formats/history'
import { ticketIdOf } from './events-of-case.ts'
import type { LineRule } from '#server/imports/read/lines.ts'
import { nameUuid } from './name-uuid.ts'
import type { HistoryRecord } from '#server/imports/vendors/vendor.ts'
import type { HistoryEvent, Line } from '#server/scorecard/facts/history.ts'

type Story = {
  origin: string
  ticket: string
  ticketId: string
  lines: LineRule
  line: Line
  /** The first team seen; a second one means escalated where that is the rule. */
  firstTeam: string | null
  team: string | null
  resolutions: number
  resolution: string | null
}

type Worked = { team?: string | null | undefined; line?: Line | null | undefined }

/**
 * The canonical records of one ticket → its events on this desk: keys become ids that are always the
 * same, and teams become lines. A record about a resolution that was never made tells nothing and is
 * left out.
 * @param records in the order they happened
 */
export function eventsOfRecords(
  origin: string,
  ticket: string,
  records: readonly HistoryRecord[],
  lines: LineRule,
): HistoryEvent[] {
  const story: Story = {
    origin,
    ticket,
    ticketId: ticketIdOf(origin, ticket),
    lines,
    line: 'L1',
    firstTeam: null,
    team: null,
    resolutions: 0,
    resolution: null,
  }
  return records.flatMap((record) => eventOf(story, record) ?? [])
}

function eventOf(story: Story, record: HistoryRecord): HistoryEvent | null {
  const { ticketId } = story
  const { at } = record
  switch (record.name) {
    case 'ticket.received': {
      const { type = null, channel = null, product = null } = record.data
      const line = lineOf(story, record.data)
      const problem_started_at = record.data.problem_started_at ?? null
      const data = { type, channel, product, line, problem_started_at }
      return { ticketId, at, name: record.name, data }
    }
    case 'ticket.line_changed':
      return lineChanged(story, at, record.data)
    case 'ticket.escalated':
      return { ticketId, at, name: record.name, data: escalatedTo(story, record.data) }
    case 'ticket.resolved':
      return resolved(story, at, record.data)
    case 'ticket.reopened': {
      const resolution = resolutionOf(story, record.data.resolution)
      const cause = record.data.cause ? { cause: record.data.cause } : {}
      return { ticketId, at, name: record.name, data: { by: record.data.by, ...cause, resolution } }
    }
    case 'ticket.repeat_linked':
      return { ticketId, at, name: record.name, data: repeatOf(story, record.data) }
    case 'ticket.voided': {
      const reason = record.data.reason ?? 'imported'
      return { ticketId, at, name: record.name, data: { reason } }
    }
    case 'ticket.reopen_dismissed':
    case 'rating.requested':
    case 'rating.given': {
      const resolution = resolutionOf(story, record.data.resolution)
      if (resolution === null) return null
      return {
        ticketId,
        at,
        name: record.name,
        data: { ...record.data, resolution },
      } as HistoryEvent
    }
    case 'ticket.type_changed':
    case 'ticket.problem_started':
      return { ticketId, at, name: record.name, data: record.data } as HistoryEvent
  }
}

function lineChanged(story: Story, at: number, data: Worked): HistoryEvent | null {
  const [lineBefore, teamBefore] = [story.line, story.team]
  const line = lineOf(story, data)
  const { ticketId, team } = story
  if (line === lineBefore && team === teamBefore) return null
  return { ticketId, at, name: 'ticket.line_changed', data: { line, team } }
}

/** To another line, unless the history says which; one that tells its lines may leave it open. */
function escalatedTo(story: Story, data: Worked): { line?: Line; team: string | null } {
  const line = data.line ?? (story.lines.kind === 'told' ? null : 'L2')
  const team = teamOf(story, data)
  story.line = line ?? story.line
  return line === null ? { team } : { line, team }
}

function resolved(
  story: Story,
  at: number,
  { resolution: key, line: told, team, ...data }: HistoryDataOf['ticket.resolved'],
): HistoryEvent {
  const line = lineOf(story, { line: told, team })
  story.resolutions += 1
  const resolution = resolutionId(story, story.ticket, key ?? String(story.resolutions))
  story.resolution = resolution
  const known = Object.fromEntries(Object.entries(data).filter(([, value]) => value != null))
  const { ticketId } = story
  return { ticketId, at, name: 'ticket.resolved', data: { ...known, resolution, line } }
}

/** Which line works the ticket now; a team that is not said is the one before. */
function lineOf(story: Story, worked: Worked): Line {
  const team = teamOf(story, worked)
  story.line = lineByRule(story, worked, team)
  return story.line
}

function teamOf(story: Story, { team }: Worked): string | null {
  story.team = team ?? story.team
  story.firstTeam ??= team ?? null
  return story.team
}

function lineByRule({ lines, line, firstTeam }: Story, worked: Worked, team: string | null): Line {
  if (lines.kind === 'listed' && worked.team) {
    return lines.firstLine.includes(worked.team) ? 'L1' : 'L2'
  }
  if (worked.line) return worked.line
  if (lines.kind === 'several-teams' && team !== null && team !== firstTeam) return 'L2'
  return line
}

function repeatOf(story: Story, { of, resolution }: HistoryDataOf['ticket.repeat_linked']) {
  const key = resolution ?? null
  return {
    of: ticketIdOf(story.origin, of),
    resolution: key === null ? null : resolutionId(story, of, key),
  }
}

function resolutionOf(story: Story, key: string | null | undefined): string | null {
  return key ? resolutionId(story, story.ticket, key) : story.resolution
}

function resolutionId({ origin }: Story, ticket: string, key: string): string {
  return nameUuid(`${origin}\n${ticket}\nresolution\n${key}`)
}
