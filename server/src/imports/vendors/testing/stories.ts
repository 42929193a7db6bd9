/**
 * What happened to a few tickets, told of no desk in particular. Each vendor's stand-in writes it
 * the way that vendor does, and every reader must find the same history in it again.
 */
export type Happening = { minutes: number } & (
  | { kind: 'resolve' }
  /** By a machine, days after it was resolved. */
  | { kind: 'close' }
  | { kind: 'reopen'; by: 'customer' | 'agent' }
  | { kind: 'team'; team: Team }
  | { kind: 'rate'; value: 'up' | 'down' }
  | { kind: 'void' }
)

export type Team = 'Front desk' | 'Engineering'
export const teamIds: Record<Team, number> = { 'Front desk': 71, Engineering: 72 }

export type Story = {
  id: number
  type: string
  happenings: Happening[]
  /** The desk exports its present state and counts, and no history. */
  hasNoHistory?: true
}

export const agent = 501
export const customer = 901

const begin = Date.UTC(2026, 2, 2, 8)

export function momentOf({ id }: Story, minutes = 0): Date {
  return new Date(begin + id * 3_600_000 + minutes * 60_000)
}

export function lastMoment(story: Story): Date {
  return momentOf(story, story.happenings.at(-1)?.minutes ?? 0)
}

const day = 24 * 60

export const stories: readonly Story[] = [
  {
    id: 1,
    type: 'question',
    happenings: [
      { minutes: 30, kind: 'resolve' },
      { minutes: 45, kind: 'rate', value: 'up' },
      { minutes: 4 * day, kind: 'close' },
    ],
  },
  {
    id: 2,
    type: 'incident',
    happenings: [
      { minutes: 20, kind: 'resolve' },
      { minutes: day, kind: 'reopen', by: 'customer' },
      { minutes: 2 * day, kind: 'resolve' },
      { minutes: 2 * day + 10, kind: 'rate', value: 'down' },
    ],
  },
  {
    id: 3,
    type: 'incident',
    happenings: [
      { minutes: 15, kind: 'team', team: 'Engineering' },
      { minutes: 90, kind: 'resolve' },
    ],
  },
  {
    id: 4,
    type: 'question',
    happenings: [
      { minutes: 10, kind: 'resolve' },
      { minutes: 12, kind: 'reopen', by: 'agent' },
      { minutes: 40, kind: 'resolve' },
    ],
  },
  { id: 5, type: 'question', happenings: [{ minutes: 5, kind: 'void' }] },
  { id: 6, type: 'problem', happenings: [] },
  {
    id: 7,
    type: 'problem',
    happenings: [{ minutes: 60, kind: 'resolve' }],
    hasNoHistory: true,
  },
]

/** What a vendor's export can tell of the stories. */
export type Capabilities = {
  /** Who set a ticket open again. */
  actors: boolean
  /** Which team had it when. */
  teams: boolean
  ratings: boolean
  /** Spam, deleted or merged tickets are still in the export. */
  void: boolean
}

/** The history every reader must find, in short: `+30m resolved`. */
export function expected(story: Story, can: Capabilities): string[] {
  const told: string[] = ['+0m received']
  let isAsked = false
  for (const happening of story.happenings) {
    const at = `+${happening.minutes}m`
    if (happening.kind === 'resolve') {
      isAsked = false
      told.push(`${at} resolved`)
    }
    if (happening.kind === 'reopen') {
      told.push(`${at} reopened by ${can.actors ? happening.by : 'customer'}`)
    }
    if (happening.kind === 'team' && can.teams) told.push(`${at} to ${happening.team}`)
    if (happening.kind === 'void' && can.void) told.push(`${at} voided`)
    if (happening.kind === 'rate' && can.ratings) {
      told.push(...(isAsked ? [] : [`${at} asked`]), `${at} rated ${happening.value}`)
      isAsked = true
    }
  }
  return told
}
