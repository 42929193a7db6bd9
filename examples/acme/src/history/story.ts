// What half a year of support at Acme was like, in figures. The first line resolves more and more
// because of what it was given, one thing after another; what it resolves stays resolved as before.

export const weekCount = 26
export const ticketCount = 4000

export type TicketType = {
  id: string
  /** Of all tickets. */
  share: number
  /** Share the first line resolves by itself at the start and at the end … */
  atFirst: number
  atLast: number
  /** … and in which week the change began: a runbook, an action, an access. */
  fromWeek: number
  /** The team it goes to when the first line cannot. */
  escalatesTo: 'Exports team' | 'Platform'
}

export const ticketTypes: TicketType[] = [
  {
    id: 'exports.email-missing',
    share: 0.24,
    atFirst: 0.2,
    atLast: 0.54,
    fromWeek: 9,
    escalatesTo: 'Exports team',
  },
  {
    id: 'webhooks.not-delivered',
    share: 0.14,
    atFirst: 0.24,
    atLast: 0.49,
    fromWeek: 14,
    escalatesTo: 'Platform',
  },
  {
    id: 'users.verification-missing',
    share: 0.13,
    atFirst: 0.43,
    atLast: 0.74,
    fromWeek: 4,
    escalatesTo: 'Platform',
  },
  {
    id: 'users.cannot-sign-in',
    share: 0.13,
    atFirst: 0.6,
    atLast: 0.69,
    fromWeek: 2,
    escalatesTo: 'Platform',
  },
  {
    id: 'reports.stale-figures',
    share: 0.11,
    atFirst: 0.21,
    atLast: 0.35,
    fromWeek: 19,
    escalatesTo: 'Platform',
  },
  {
    id: 'billing.invoice-question',
    share: 0.1,
    atFirst: 0.66,
    atLast: 0.68,
    fromWeek: 0,
    escalatesTo: 'Platform',
  },
  { id: 'how-to', share: 0.1, atFirst: 0.82, atLast: 0.84, fromWeek: 0, escalatesTo: 'Platform' },
  {
    id: 'exports.wrong-content',
    share: 0.05,
    atFirst: 0.04,
    atLast: 0.04,
    fromWeek: 0,
    escalatesTo: 'Exports team',
  },
]

/** A new thing is taken up over six weeks. */
export function resolvedAtFirstLine(type: TicketType, week: number): number {
  const takenUp = Math.min(1, Math.max(0, (week - type.fromWeek) / 6))
  return type.atFirst + (type.atLast - type.atFirst) * takenUp
}

export const voidShare = 0.03
export const neverSolvedShare = 0.012
export const waitingShare = 0.28
export const reopenShare = 0.068
/** Of the reopens: those that come only after the window of 14 days. */
export const lateReopenShare = 0.1
export const ratingShare = 0.35
export const happyShare = { l1: 0.88, escalated: 0.71 }

export const arrivingBy = [
  'email',
  'email',
  'email',
  'email',
  'email',
  'portal',
  'portal',
  'widget',
]

export const peopleByTeam = {
  'L1 Support': [
    'Aisha Demir',
    'Ben Larsen',
    'Clara Costa',
    'Diego Park',
    'Hana Weber',
    'Noor Khan',
  ],
  'Exports team': ['Ravi Mehta', 'Selma Berg', 'Tomas Ricci'],
  Platform: ['Freya Olsen', 'Lin Zhang', 'Mila Brandt', 'Omar Haddad'],
}
export type Team = keyof typeof peopleByTeam

/** Arrivals by weekday (Sunday first) and by hour of the day, relative to each other. */
export const byWeekday = [0.12, 1.3, 1.15, 1.05, 1, 0.85, 0.16]
export const byHour = [
  1, 1, 1, 1, 1, 3, 8, 16, 26, 30, 28, 24, 20, 26, 28, 24, 18, 10, 6, 5, 4, 3, 2, 1,
]
