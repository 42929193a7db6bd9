import { pageOf } from '#server/imports/vendors/testing/stand-in.ts'
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

export const freshdeskKey = 'fr3shkey'
export const freshdeskAuthorization = `authorization: Basic ${Buffer.from('fr3shkey:X').toString('base64')}`

function freshdeskTicket(story: Story): Record<string, unknown> {
  const resolved = story.happenings.findLast(({ kind }) => kind === 'resolve')
  const reopened = story.happenings.findLast(({ kind }) => kind === 'reopen')
  const isClosed = story.happenings.some(({ kind }) => kind === 'close')
  const team = story.happenings.find((one) => one.kind === 'team')?.team ?? 'Front desk'
  return {
    id: story.id,
    status: isClosed ? 5 : resolved ? 4 : 2,
    priority: 2,
    source: 1,
    type: story.type,
    subject: 'No sound in room four',
    group_id: teamIds[team],
    requester_id: customer,
    responder_id: agent,
    spam: story.happenings.some(({ kind }) => kind === 'void'),
    fr_due_by: momentOf(story, 480).toISOString(),
    created_at: momentOf(story).toISOString(),
    updated_at: lastMoment(story).toISOString(),
    stats: {
      resolved_at: resolved ? momentOf(story, resolved.minutes).toISOString() : null,
      closed_at: null,
      reopened_at: reopened ? momentOf(story, reopened.minutes).toISOString() : null,
      first_responded_at: null,
    },
  }
}

function freshdeskActivities(story: Story): Record<string, unknown>[] {
  if (story.hasNoHistory) return []
  const first = activityOf(story, 0, customer, {
    new_ticket: true,
    status: 'Open',
    group: 'Front desk',
    ticket_type: story.type,
    source: 1,
  })
  const rest = story.happenings.flatMap((happening) => {
    const activity = changeOf(happening)
    return activity ? [activityOf(story, happening.minutes, performerOf(happening), activity)] : []
  })
  return [first, ...rest]
}

function activityOf(story: Story, minutes: number, performer: number, activity: object) {
  const isSystem = performer === 0
  return {
    performed_at: dayFirst(momentOf(story, minutes)),
    ticket_id: story.id,
    performer_type: isSystem ? 'system' : 'user',
    ...(isSystem ? {} : { performer_id: performer }),
    activity,
  }
}

/** As the export writes it: 02-03-2026 08:00:00 +0000. */
function dayFirst(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-')
  return `${day}-${month}-${year} ${date.toISOString().slice(11, 19)} +0000`
}

function changeOf(happening: Happening): object | null {
  if (happening.kind === 'resolve') return { status: 'Resolved', agent_id: agent }
  if (happening.kind === 'close') return { status: 'Closed', automation: { type: 3 } }
  if (happening.kind === 'reopen') return { status: 'Open' }
  if (happening.kind === 'team') return { group: happening.team }
  return happening.kind === 'void' ? { spam: true } : null
}

function performerOf(happening: Happening): number {
  if (happening.kind === 'close') return 0
  return happening.kind === 'reopen' && happening.by === 'customer' ? customer : agent
}

function freshdeskRatings(story: Story): Record<string, unknown>[] {
  return story.happenings.flatMap((happening) =>
    happening.kind === 'rate'
      ? [
          {
            id: 40_000 + story.id,
            survey_id: 1,
            user_id: customer,
            agent_id: agent,
            ticket_id: story.id,
            created_at: momentOf(story, happening.minutes).toISOString(),
            ratings: { default_question: happening.value === 'up' ? 103 : -102 },
          },
        ]
      : [],
  )
}

export const freshdeskWorld = {
  tickets: stories.map(freshdeskTicket),
  activities_data: stories.flatMap(freshdeskActivities),
  satisfaction_ratings: stories.flatMap(freshdeskRatings),
  groups: Object.entries(teamIds).map(([name, id]) => ({ id, name })),
  agents: [{ id: agent, contact: { name: 'Ada', email: 'ada@example.com' }, occasional: false }],
}

const freshdeskRoute: Route = ({ path, query }) => {
  const page = Number(query.get('page'))
  if (path === '/api/v2/tickets') {
    if (query.get('include') !== 'stats') return 400
    const since = query.get('updated_since') ?? ''
    const due = freshdeskWorld.tickets.filter((one) => String(one['updated_at']) >= since)
    return pageOf(due, page)
  }
  if (path === '/api/v2/groups') return pageOf(freshdeskWorld.groups, page)
  if (path === '/api/v2/agents') return pageOf(freshdeskWorld.agents, page)
  if (path === '/api/v2/surveys/satisfaction_ratings') {
    return pageOf(freshdeskWorld.satisfaction_ratings, page, 1)
  }
  return undefined
}

/** The file of a day lies at an address of its own. */
export function freshdeskExport(url: () => string): Route {
  return (request) => {
    const { path, query } = request
    if (path === '/api/v2/export/ticket_activities') {
      return { export: { url: `${url()}/files/${query.get('created_at')}.json` } }
    }
    const day = /^\/files\/(\d{4})-(\d\d)-(\d\d)\.json$/.exec(path)
    if (!day) return freshdeskRoute(request)
    const date = `${day[3]}-${day[2]}-${day[1]}`
    const due = freshdeskWorld.activities_data.filter((one) =>
      String(one['performed_at']).startsWith(date),
    )
    return { activities_data: due }
  }
}
