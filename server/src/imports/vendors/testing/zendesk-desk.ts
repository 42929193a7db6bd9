import type { Route } from '#server/imports/vendors/testing/stand-in.ts'
import {
  agent,
  customer,
  lastMoment,
  momentOf,
  stories,
  teamIds,
} from '#server/imports/vendors/testing/stories.ts'
import type { Happening, Story } from '#server/imports/vendors/testing/stories.ts'

export const zendeskKey = 'ada@example.com:k3y'
export const zendeskAuthorization = `authorization: Basic ${Buffer.from('ada@example.com/token:k3y').toString('base64')}`

const iso = (date: Date) => date.toISOString().replace('.000', '')

function zendeskTicket(story: Story): Record<string, unknown> {
  const resolutions = story.happenings.filter(({ kind }) => kind === 'resolve')
  const isClosed = story.happenings.some(({ kind }) => kind === 'close')
  const isVoid = story.happenings.some(({ kind }) => kind === 'void')
  const isOpen = resolutions.length === 0
  const team = story.happenings.find((one) => one.kind === 'team')?.team ?? 'Front desk'
  return {
    url: `https://acme.zendesk.com/api/v2/tickets/${story.id}.json`,
    id: story.id,
    created_at: iso(momentOf(story)),
    updated_at: iso(lastMoment(story)),
    generated_timestamp: lastMoment(story).getTime() / 1000,
    type: story.type,
    subject: 'The printer on floor two',
    status: isVoid ? 'deleted' : isClosed ? 'closed' : isOpen ? 'open' : 'solved',
    requester_id: customer,
    assignee_id: agent,
    group_id: teamIds[team],
    tags: [],
    via: { channel: 'email', source: { from: { address: 'mia@example.com' }, to: {}, rel: null } },
    metric_set: {
      reopens: Math.max(resolutions.length - 1, 0),
      group_stations: team === 'Front desk' ? 1 : 2,
      solved_at: isOpen ? null : iso(momentOf(story, resolutions.at(-1)?.minutes)),
    },
  }
}

function zendeskEvents(story: Story): Record<string, unknown>[] {
  if (story.hasNoHistory) return []
  let status = 'new'
  const created = [
    { event_type: 'Create', status: 'new', via: 'Mail' },
    { event_type: 'Create', group_id: teamIds['Front desk'], via: 'Mail' },
    { event_type: 'Create', type: story.type, via: 'Mail' },
    { event_type: 'Comment', comment_present: true, comment_public: true, via: 'Mail' },
  ]
  const events = [eventOf(story, 0, customer, created)]
  for (const happening of story.happenings) {
    const change = childOf(happening, status)
    if (!change) continue
    if ('status' in change) status = String(change['status'])
    events.push(eventOf(story, happening.minutes, updaterOf(happening), [change]))
  }
  return events
}

function eventOf(story: Story, minutes: number, updater: number, children: unknown[]) {
  return {
    id: story.id * 1000 + minutes,
    ticket_id: story.id,
    timestamp: momentOf(story, minutes).getTime() / 1000,
    created_at: iso(momentOf(story, minutes)),
    updater_id: updater,
    event_type: 'Audit',
    child_events: children,
  }
}

function childOf(happening: Happening, status: string): Record<string, unknown> | null {
  const change = { event_type: 'Change', via: 'Web form', previous_value: status }
  if (happening.kind === 'resolve') return { ...change, status: 'solved' }
  if (happening.kind === 'close') return { ...change, status: 'closed', via: 'Rule' }
  if (happening.kind === 'reopen') return { ...change, status: 'open' }
  if (happening.kind === 'team') {
    const previous = teamIds['Front desk']
    return { ...change, group_id: teamIds[happening.team], previous_value: previous }
  }
  return null
}

function updaterOf(happening: Happening): number {
  if (happening.kind === 'close') return -1
  return happening.kind === 'reopen' && happening.by === 'customer' ? customer : agent
}

function zendeskRatings(story: Story): Record<string, unknown>[] {
  return story.happenings.flatMap((happening) =>
    happening.kind === 'rate'
      ? [
          {
            id: 30_000 + story.id,
            ticket_id: story.id,
            requester_id: customer,
            assignee_id: agent,
            score: happening.value === 'up' ? 'good_with_comment' : 'bad',
            created_at: iso(momentOf(story, happening.minutes - 5)),
            updated_at: iso(momentOf(story, happening.minutes)),
          },
        ]
      : [],
  )
}

const zendeskUsers = [
  { id: agent, name: 'Ada', email: 'ada@example.com', role: 'agent' },
  { id: customer, name: 'Mia', email: 'mia@example.com', role: 'end-user' },
]

const zendeskGroups = Object.entries(teamIds).map(([name, id]) => ({ id, name }))

/** Each list of the world under the name of its envelope. */
export const zendeskWorld = {
  tickets: stories.map(zendeskTicket),
  ticket_events: stories.flatMap(zendeskEvents),
  satisfaction_ratings: stories.flatMap(zendeskRatings),
  users: zendeskUsers,
  groups: zendeskGroups,
}

const pageSize = 3

/** Tickets by cursor, events by time (a page begins with the last second of the one before). */
export const zendeskRoute: Route = ({ path, query }) => {
  const { tickets, ticket_events: events, satisfaction_ratings: ratings } = zendeskWorld
  if (path === '/api/v2/groups.json') return { groups: zendeskGroups, meta: { has_more: false } }
  if (path === '/api/v2/incremental/tickets/cursor.json') {
    const from = Number(query.get('cursor')?.slice(1) ?? 0)
    if (!query.has('cursor') && !query.has('start_time')) return 400
    const end = from + pageSize
    const isOver = end >= tickets.length
    const page = { tickets: tickets.slice(from, end), users: zendeskUsers, groups: zendeskGroups }
    return { ...page, after_cursor: `c${Math.min(end, tickets.length)}`, end_of_stream: isOver }
  }
  if (path === '/api/v2/incremental/ticket_events.json') {
    const since = Number(query.get('start_time'))
    const due = events
      .filter(({ timestamp }) => Number(timestamp) >= since)
      .toSorted((a, b) => Number(a['timestamp']) - Number(b['timestamp']))
    const page = due.slice(0, pageSize)
    const end = Number(page.at(-1)?.['timestamp'] ?? since)
    return { ticket_events: page, end_time: end, end_of_stream: due.length <= pageSize }
  }
  if (path !== '/api/v2/satisfaction_ratings.json') return undefined
  const from = Number(query.get('page[after]') ?? 0)
  const meta = { has_more: from + 1 < ratings.length, after_cursor: String(from + 1) }
  return { satisfaction_ratings: ratings.slice(from, from + 1), meta }
}
