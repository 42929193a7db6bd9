import type { Route } from '#server/imports/vendors/testing/stand-in.ts'
import { lastMoment, momentOf, stories } from '#server/imports/vendors/testing/stories.ts'
import type { Happening, Story } from '#server/imports/vendors/testing/stories.ts'

export const jiraKey = 'ada@example.com:at1'
export const jiraAuthorization = `authorization: Basic ${Buffer.from(jiraKey).toString('base64')}`

/** Jira writes the offset without a colon. */
const iso = (date: Date) => date.toISOString().replace('Z', '+0000')
const agent = { accountId: '5b10:ada', accountType: 'atlassian', displayName: 'Ada' }
const customer = { accountId: 'qm:mia', accountType: 'customer', displayName: 'Mia' }
const robot = { accountId: '557058:r', accountType: 'app', displayName: 'Automation for Jira' }

/** The names say nothing by themselves: only their category does. */
const statuses = {
  open: { id: '1', name: 'Waiting for support', statusCategory: { id: 4, key: 'indeterminate' } },
  resolved: { id: '5', name: 'With the customer', statusCategory: { id: 3, key: 'done' } },
  closed: { id: '6', name: 'Closed', statusCategory: { id: 3, key: 'done' } },
}
type StatusName = keyof typeof statuses

function jiraIssue(story: Story): Record<string, unknown> {
  let status: StatusName = 'open'
  const histories = story.happenings.flatMap((happening) => {
    const change = changeOf(happening, status)
    if (change && 'now' in change) status = change.now
    if (!change) return []
    const { author, item } = change
    const created = iso(momentOf(story, happening.minutes))
    return [{ id: `${story.id}${happening.minutes}`, author, created, items: [item] }]
  })
  const resolved = story.happenings.findLast(({ kind }) => kind === 'resolve')
  const isVoid = story.happenings.some(({ kind }) => kind === 'void')
  return {
    id: String(10_000 + story.id),
    key: `SUP-${story.id}`,
    self: `https://acme.atlassian.net/rest/api/3/issue/${10_000 + story.id}`,
    fields: {
      created: iso(momentOf(story)),
      updated: iso(lastMoment(story)),
      status: statuses[isVoid ? 'closed' : status === 'open' && resolved ? 'resolved' : status],
      issuetype: { id: '10', name: story.type },
      resolution: isVoid ? { name: 'Duplicate' } : resolved ? { name: 'Done' } : null,
      resolutiondate: resolved ? iso(momentOf(story, resolved.minutes)) : null,
      reporter: customer,
      project: { key: 'SUP', name: 'Front desk' },
    },
    ...(story.hasNoHistory
      ? {}
      : { changelog: { startAt: 0, maxResults: 100, total: histories.length, histories } }),
  }
}

function changeOf(happening: Happening, was: StatusName) {
  const to = (now: StatusName, author: object) => ({
    now,
    author,
    item: {
      field: 'status',
      fieldtype: 'jira',
      from: statuses[was].id,
      fromString: statuses[was].name,
      to: statuses[now].id,
      toString: statuses[now].name,
    },
  })
  if (happening.kind === 'resolve') return to('resolved', agent)
  if (happening.kind === 'close') return to('closed', robot)
  if (happening.kind === 'reopen') return to('open', happening.by === 'agent' ? agent : customer)
  if (happening.kind !== 'team') return null
  const item = {
    field: 'Team',
    from: '',
    fromString: 'Front desk',
    to: '',
    toString: happening.team,
  }
  return { author: agent, item }
}

export const jiraWorld = { issues: stories.map(jiraIssue), statuses: Object.values(statuses) }

/** Cloud: a token for the next page, and only the first change of each issue in a search. */
export const jiraCloudRoute: Route = ({ path, query }) => {
  const { issues } = jiraWorld
  if (path === '/rest/api/2/status') return jiraWorld.statuses
  if (path === '/rest/api/2/serverInfo') return { deploymentType: 'Cloud', version: '1001.0.0' }
  if (path === '/rest/api/3/search/jql') {
    if (!query.get('jql')?.includes('updated >=') || query.has('startAt')) return 400
    const from = Number(query.get('nextPageToken')?.slice(1) ?? 0)
    const found = issues.slice(from, from + 3).map(firstChangeOnly)
    const isLast = from + 3 >= issues.length
    return { issues: found, isLast, ...(isLast ? {} : { nextPageToken: `t${from + 3}` }) }
  }
  const id = /^\/rest\/api\/3\/issue\/(\d+)\/changelog$/.exec(path)?.[1]
  const issue = issues.find((one) => one['id'] === id)
  if (!issue) return undefined
  const { histories } = issue['changelog'] as { histories: unknown[] }
  const startAt = Number(query.get('startAt'))
  const isLast = startAt + 2 >= histories.length
  return {
    startAt,
    maxResults: 2,
    total: histories.length,
    isLast,
    values: histories.slice(startAt, startAt + 2),
  }
}

function firstChangeOnly(issue: Record<string, unknown>): unknown {
  const changelog = issue['changelog'] as { histories: unknown[] } | undefined
  if (!changelog) return issue
  return {
    ...issue,
    changelog: { ...changelog, maxResults: 1, histories: changelog.histories.slice(0, 1) },
  }
}

/** Data Center: counted pages with whole changelogs. */
export const jiraDataCenterRoute: Route = ({ path, query }) => {
  const { issues, statuses: all } = jiraWorld
  if (path === '/rest/api/2/status') return all
  if (path === '/rest/api/2/serverInfo') return { deploymentType: 'Server', version: '10.3.0' }
  if (path !== '/rest/api/2/search') return undefined
  const startAt = Number(query.get('startAt'))
  return {
    startAt,
    maxResults: 3,
    total: issues.length,
    issues: issues.slice(startAt, startAt + 3),
  }
}
