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
import type { Story } from '#server/imports/vendors/testing/stories.ts'

export const chatwootKey = 'chatw00t'
export const chatwootAuthorization = `api_access_token: ${chatwootKey}`

const seconds = (date: Date) => date.getTime() / 1000

function chatwootConversation(story: Story): Record<string, unknown> {
  const isResolved = story.happenings.some(({ kind }) => kind === 'resolve')
  const isVoid = story.happenings.some(({ kind }) => kind === 'void')
  const team = story.happenings.find((one) => one.kind === 'team')?.team ?? 'Front desk'
  return {
    id: story.id,
    account_id: 7,
    uuid: `00000000-0000-4000-8000-00000000000${story.id}`,
    status: isResolved ? 'resolved' : 'open',
    inbox_id: 3,
    labels: isVoid ? ['spam'] : [],
    custom_attributes: { type: story.type },
    created_at: seconds(momentOf(story)),
    updated_at: seconds(lastMoment(story)) + 0.25,
    last_activity_at: seconds(lastMoment(story)),
    contact_last_seen_at: 0,
    meta: {
      channel: 'Channel::WebWidget',
      sender: { id: customer, name: 'Mia' },
      assignee: { id: agent, name: 'Ada' },
      team: { id: teamIds[team], name: team },
    },
  }
}

/** The first opening is written, too, with no time since a resolution. */
function chatwootEvents(story: Story): Record<string, unknown>[] {
  const event = (minutes: number, name: string, value: number) => ({
    id: story.id * 100_000 + minutes,
    name,
    value,
    account_id: 7,
    conversation_id: story.id,
    user_id: agent,
    event_start_time: momentOf(story).toISOString(),
    event_end_time: momentOf(story, minutes).toISOString(),
    created_at: momentOf(story, minutes).toISOString(),
  })
  const changes = story.happenings.flatMap(({ kind, minutes }) => {
    if (kind === 'resolve') return [event(minutes, 'conversation_resolved', minutes * 60)]
    return kind === 'reopen' ? [event(minutes, 'conversation_opened', 600)] : []
  })
  return [event(0, 'conversation_opened', 0), event(1, 'first_response', 60), ...changes]
}

function chatwootSurvey(story: Story): Record<string, unknown>[] {
  return story.happenings.flatMap((happening) =>
    happening.kind === 'rate'
      ? [
          {
            id: 60_000 + story.id,
            rating: happening.value === 'up' ? 4 : 1,
            feedback_message: 'Quick',
            conversation_id: story.id,
            created_at: seconds(momentOf(story, happening.minutes)),
          },
        ]
      : [],
  )
}

export const chatwootWorld = {
  conversations: stories.map((story) => ({
    ...chatwootConversation(story),
    ...(story.hasNoHistory ? {} : { reporting_events: chatwootEvents(story) }),
  })),
  csat_survey_responses: stories.flatMap(chatwootSurvey),
}

export const chatwootRoute: Route = ({ path, query }) => {
  const page = Number(query.get('page'))
  if (path === '/api/v1/profile') return { id: agent, account_id: 7 }
  if (path === '/api/v1/accounts/7/conversations') {
    if (query.get('status') !== 'all') return 400
    const payload = pageOf(stories.map(chatwootConversation), page)
    return { data: { meta: { all_count: stories.length }, payload } }
  }
  if (path === '/api/v1/accounts/7/csat_survey_responses') {
    return pageOf(chatwootWorld.csat_survey_responses, page, 1)
  }
  const id = /^\/api\/v1\/accounts\/7\/conversations\/(\d+)\/reporting_events$/.exec(path)?.[1]
  const story = stories.find((one) => String(one.id) === id)
  return story && !story.hasNoHistory ? chatwootEvents(story) : undefined
}
