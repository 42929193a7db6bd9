import type { EventName } from '@firstline/contract/events'
import type { IntegritySignal } from '@firstline/contract/scorecard-insights'
import type { HistoryEvent } from './history.ts'

/**
 * Happenings that only a desk's own record tells. Without them, as in most imported histories,
 * nobody can say that a message or a check was missing, so those signals are then not raised.
 */
export type WorkEvent = { ticketId: string; at: number } & (
  | { name: 'message.replied'; data: object }
  /** `asks`: its message holds a question. */
  | { name: 'ticket.waiting'; data: { asks?: boolean | null | undefined } }
  | { name: 'runbook.check_answered'; data: object }
)

export const workEventNames = [
  'message.replied',
  'ticket.waiting',
  'runbook.check_answered',
] as const satisfies readonly (EventName & WorkEvent['name'])[]

type Told = HistoryEvent | WorkEvent

/** Signals the events of one ticket show; the others need several tickets (read-integrity.ts). */
type TicketSignal = Exclude<IntegritySignal, 'repeat-unlinked' | 'rating-selective'>

/** What one resolution shows of how it came about. */
export type Conduct = { team: string; signals: TicketSignal[] }

const justBefore = 5 * 60_000
const quick = 60_000

/** What happened since the ticket was received, or since its last resolution. */
type Stretch = {
  since: number
  replied: boolean
  checked: boolean
  typeChangedAt: number | null
  waitedWithoutQuestion: boolean
}

/**
 * @param events in the order they happened; those of other tickets are passed over
 * @param isLive the record tells messages and checks
 * @returns by resolution
 */
export function signalsOfTicket(
  ticketId: string,
  events: readonly Told[],
  isLive: boolean,
): Map<string, Conduct> {
  const conducts = new Map<string, Conduct>()
  const holders: string[] = []
  let isPingPong = false
  let last: { id: string; reopenedByAgent: boolean } | null = null
  const own = events.filter((one) => one.ticketId === ticketId)
  let stretch = emptyStretch(own[0]?.at ?? 0)
  for (const event of own) {
    isPingPong = passOn(holders, event) || isPingPong
    note(stretch, event)
    if (event.name === 'ticket.reopened') {
      stretch = emptyStretch(event.at)
      if (last && event.data.by === 'agent') last.reopenedByAgent = true
    }
    if (event.name !== 'ticket.resolved') continue
    if (last?.reopenedByAgent) conducts.get(last.id)?.signals.push('reopened-by-agent')
    const repliedThen = isAnsweredWith(event, own)
    const signals = signalsOf(
      { ...stretch, replied: stretch.replied || repliedThen },
      event,
      isLive,
    )
    if (isPingPong) signals.push('ping-pong')
    conducts.set(event.data.resolution, { team: holders.at(-1) ?? 'L1', signals })
    last = { id: event.data.resolution, reopenedByAgent: false }
    stretch = emptyStretch(event.at)
  }
  return conducts
}

function emptyStretch(since: number): Stretch {
  return {
    since,
    replied: false,
    checked: false,
    typeChangedAt: null,
    waitedWithoutQuestion: false,
  }
}

function note(stretch: Stretch, event: Told): void {
  if (event.name === 'message.replied') stretch.replied = true
  if (event.name === 'runbook.check_answered') stretch.checked = true
  if (event.name === 'ticket.type_changed' && event.data.previous) stretch.typeChangedAt = event.at
  if (event.name === 'ticket.waiting' && event.data.asks === false) {
    stretch.waitedWithoutQuestion = true
  }
}

/** The reply that tells of the resolution is recorded with it, and after it. */
function isAnsweredWith(resolved: Told, events: readonly Told[]): boolean {
  return events.some(({ name, at }) => name === 'message.replied' && at === resolved.at)
}

function signalsOf(
  stretch: Stretch,
  { at, data }: Extract<HistoryEvent, { name: 'ticket.resolved' }>,
  isLive: boolean,
): TicketSignal[] {
  const shown: [TicketSignal, boolean][] = [
    ['no-message', isLive && !stretch.replied],
    ['quick-without-check', isLive && !stretch.checked && at - stretch.since <= quick],
    [
      'type-changed-before',
      stretch.typeChangedAt !== null && at - stretch.typeChangedAt <= justBefore,
    ],
    ['waiting-without-question', stretch.waitedWithoutQuestion],
    ['auto-closed', isLive && !data.by],
  ]
  return shown.filter(([, isShown]) => isShown).map(([signal]) => signal)
}

/**
 * Who has the ticket now. Coming back by the return of an escalation is what should happen; coming
 * back otherwise (A, B, A) is ping-pong.
 */
function passOn(holders: string[], event: Told): boolean {
  const holder = holderAfter(event)
  if (!holder || holder === holders.at(-1)) return false
  holders.push(holder)
  const isReturn = event.name === 'ticket.line_changed' && event.data.escalation !== undefined
  return !isReturn && holders.at(-3) === holder
}

function holderAfter(event: Told): string | null {
  if (event.name === 'ticket.received') return event.data.line ?? 'L1'
  const isHandedOn = event.name === 'ticket.escalated' || event.name === 'ticket.line_changed'
  return isHandedOn ? (event.data.team ?? event.data.line ?? null) : null
}
