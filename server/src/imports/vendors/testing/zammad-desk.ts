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

export const zammadKey = 'zamm4d'
export const zammadAuthorization = `authorization: Token token=${zammadKey}`

function zammadTicket(story: Story): Record<string, unknown> {
  const resolved = story.happenings.findLast(({ kind }) => kind === 'resolve')
  const isMerged = story.happenings.some(({ kind }) => kind === 'void')
  const team = story.happenings.find((one) => one.kind === 'team')?.team ?? 'Front desk'
  return {
    id: story.id,
    number: `2200${story.id}`,
    title: 'VPN drops every hour',
    group_id: teamIds[team],
    group: team,
    state_id: isMerged ? 5 : resolved ? 4 : 2,
    state: isMerged ? 'merged' : resolved ? 'closed' : 'open',
    type: story.type,
    customer_id: customer,
    owner_id: agent,
    create_article_type: 'email',
    close_at: resolved ? momentOf(story, resolved.minutes).toISOString() : null,
    close_escalation_at: null,
    created_at: momentOf(story).toISOString(),
    updated_at: lastMoment(story).toISOString(),
  }
}

function zammadHistory(story: Story): Record<string, unknown>[] {
  if (story.hasNoHistory) return []
  let state = 'new'
  const rows = [rowOf(story, 0, customer, { type: 'created' })]
  for (const happening of story.happenings) {
    const change = changeOf(happening, state)
    if (!change) continue
    state = change.attribute === 'state' ? change.value_to : state
    const by = happening.kind === 'reopen' && happening.by === 'customer' ? customer : agent
    const actor = happening.kind === 'close' ? 1 : by
    rows.push(rowOf(story, happening.minutes, actor, { type: 'updated', ...change }))
  }
  return rows
}

function rowOf(story: Story, minutes: number, by: number, row: object): Record<string, unknown> {
  const created = momentOf(story, minutes).toISOString()
  const id = story.id * 100_000 + minutes
  return { id, o_id: story.id, object: 'Ticket', created_at: created, created_by_id: by, ...row }
}

function changeOf(happening: Happening, from: string) {
  const to = (value: string) => ({ attribute: 'state', value_from: from, value_to: value })
  if (happening.kind === 'resolve') return to('closed')
  if (happening.kind === 'reopen') return to('open')
  if (happening.kind === 'void') return to('merged')
  if (happening.kind !== 'team') return null
  return { attribute: 'group', value_from: 'Front desk', value_to: happening.team }
}

const users = {
  [agent]: { id: agent, login: 'ada@example.com', role_ids: [2] },
  [customer]: { id: customer, login: 'mia@example.com', role_ids: [3] },
}

export const zammadWorld = {
  tickets: stories.map(zammadTicket),
  history: stories.flatMap(zammadHistory),
  users: Object.values(users),
}

export const zammadRoute: Route = ({ path, query }) => {
  if (path === '/api/v1/tickets') {
    if (query.get('expand') !== 'true') return 400
    return pageOf(zammadWorld.tickets, Number(query.get('page')))
  }
  const id = /^\/api\/v1\/ticket_history\/(\d+)$/.exec(path)?.[1]
  const story = stories.find((one) => String(one.id) === id)
  if (!story) return undefined
  return { history: zammadHistory(story), assets: { User: users, Ticket: {} } }
}
