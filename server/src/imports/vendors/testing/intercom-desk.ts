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

export const intercomKey = 'dG9rOmludGVyY29t'
export const intercomAuthorization = `authorization: Bearer ${intercomKey}`

const seconds = (date: Date) => date.getTime() / 1000
const admin = { type: 'admin', id: String(agent), name: 'Ada', email: 'ada@example.com' }
const user = { type: 'user', id: String(customer), name: 'Mia', email: 'mia@example.com' }

function intercomConversation(story: Story): Record<string, unknown> {
  const resolved = story.happenings.filter(({ kind }) => kind === 'resolve')
  const rating = story.happenings.find((one) => one.kind === 'rate')
  const team = story.happenings.find((one) => one.kind === 'team')?.team ?? 'Front desk'
  const isVoid = story.happenings.some(({ kind }) => kind === 'void')
  const routed: Happening = { minutes: 0, kind: 'team', team: 'Front desk' }
  const parts = [routed, ...story.happenings].flatMap((one) => partOf(story, one))
  return {
    type: 'conversation',
    id: String(story.id),
    created_at: seconds(momentOf(story)),
    updated_at: seconds(lastMoment(story)),
    state: resolved.length > 0 ? 'closed' : 'open',
    open: resolved.length === 0,
    title: 'Where is my parcel',
    custom_attributes: { Type: story.type },
    source: { type: 'conversation', id: '9', author: user, body: '<p>Hello</p>' },
    admin_assignee_id: agent,
    team_assignee_id: String(teamIds[team]),
    tags: { type: 'tag.list', tags: isVoid ? [{ type: 'tag', id: '1', name: 'Spam' }] : [] },
    statistics: {
      type: 'conversation_statistics',
      count_reopens: Math.max(resolved.length - 1, 0),
      last_close_at: resolved.length ? seconds(momentOf(story, resolved.at(-1)!.minutes)) : null,
    },
    conversation_rating: rating && {
      rating: rating.value === 'up' ? 5 : 2,
      remark: '',
      created_at: seconds(momentOf(story, rating.minutes)),
    },
    ...(story.hasNoHistory ? {} : { conversation_parts: partList(parts) }),
  }
}

function partList(parts: object[]) {
  return { type: 'conversation_part.list', conversation_parts: parts, total_count: parts.length }
}

function partOf(story: Story, happening: Happening): object[] {
  const part = {
    type: 'conversation_part',
    id: `${story.id}${happening.minutes}`,
    created_at: seconds(momentOf(story, happening.minutes)),
    author: admin,
  }
  if (happening.kind === 'resolve') return [{ ...part, part_type: 'close', body: null }]
  if (happening.kind === 'reopen') {
    const isCustomer = happening.by === 'customer'
    return [
      { ...part, part_type: isCustomer ? 'comment' : 'open', author: isCustomer ? user : admin },
    ]
  }
  if (happening.kind !== 'team') return []
  const assigned = { type: 'team', id: String(teamIds[happening.team]) }
  return [{ ...part, part_type: 'assignment', assigned_to: assigned }]
}

export const intercomWorld = {
  conversations: stories.map(intercomConversation),
  teams: Object.entries(teamIds).map(([name, id]) => ({ type: 'team', id: String(id), name })),
  admins: [admin],
}

/** A search leaves the parts out and is paged by `starting_after`. */
export const intercomRoute: Route = ({ method, path, body }) => {
  const { conversations, teams, admins } = intercomWorld
  if (path === '/teams') return { type: 'team.list', teams }
  if (path === '/admins') return { type: 'admin.list', admins }
  if (method === 'POST' && path === '/conversations/search') {
    const pagination = body['pagination'] as { starting_after?: string }
    const from = Number(pagination.starting_after ?? 0)
    const found = conversations
      .slice(from, from + 3)
      .map((one) => ({ ...one, conversation_parts: undefined }))
    const next =
      from + 3 < conversations.length ? { page: 2, starting_after: String(from + 3) } : null
    const pages = { type: 'pages', next }
    return {
      type: 'conversation.list',
      conversations: found,
      total_count: conversations.length,
      pages,
    }
  }
  const id = /^\/conversations\/(\d+)$/.exec(path)?.[1]
  return conversations.find((one) => one['id'] === id)
}
