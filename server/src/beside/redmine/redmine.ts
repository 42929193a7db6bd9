import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { RedmineSettings } from '#server/beside/beside-section.ts'
import type { Changes, OutsideDesk, Position, Writing } from '#server/beside/port.ts'
import { redmineClient } from './call-redmine.ts'
import type { Access, RedmineClient } from './call-redmine.ts'
import { redminePeople } from './people.ts'
import { readIssue, versionOf } from './read-issue.ts'
import { ListedIssues, OneIssue, OneProject, OneUser, Statuses } from './shapes.ts'
import type { Issue } from './shapes.ts'

/** The most that Redmine answers at once. */
const pageSize = 100
/** Of more than a page in one second, as after a bulk change; some are listed twice, as others may move away. */
const stepSize = pageSize - 10

/** Redmine 5 by its REST API. What it is asked once holds for as long as this is kept: a turn of work. */
export function openRedmine(settings: RedmineSettings, access: Access): OutsideDesk {
  const client = redmineClient(settings, access)
  const people = redminePeople(client, settings)
  const statuses = kept(() => readStatuses(client))
  const own = kept(() => readOwn(client))
  const projects = kept(() => readProjects(client, settings.projects))

  async function fetchIssue(id: string): Promise<Issue | null> {
    const answer = await client.get(
      `/issues/${id}.json?include=journals,attachments,allowed_statuses`,
      OneIssue,
    )
    return answer?.issue ?? null
  }

  return {
    async identify() {
      const { login = '', firstname, lastname } = await own()
      const known = [...(await statuses()).values()]
      const named = [...settings.solved, ...settings.void]
      const unknown = named.filter((status) => !known.includes(status))
      if (unknown.length > 0) {
        throw new Invalid(
          'beside.status-unknown',
          sentence`Redmine has no status ${unknown.join(', ')}: it has ${known.join(', ')}`,
        )
      }
      const name = `${firstname} ${lastname}`.trim()
      const { length } = (await listPage(client, await projects(), everything)).tickets
      return {
        name,
        answer: `signed in as ${login}; ${length}${length === pageSize ? ' or more' : ''} issues of ${settings.projects.join(', ')}`,
      }
    },
    listChanged: async (from) => listPage(client, await projects(), from),
    async isInScope(id) {
      const query = new URLSearchParams([
        ...queryOf(await projects()),
        ['f[]', 'issue_id'],
        ['op[issue_id]', '='],
        ['v[issue_id][]', id],
      ])
      const found = await client.get(`/issues.json?${query.toString()}`, ListedIssues)
      return found?.issues.some((issue) => String(issue.id) === id) ?? false
    },
    async readTicket(id) {
      const askedAt = access.now()
      const issue = await fetchIssue(id)
      if (!issue) return null
      const { id: project } = issue.project
      return readIssue(issue, {
        settings,
        url: `${access.secret(settings.address).replace(/\/$/, '')}/issues/${id}`,
        ownId: (await own()).id,
        statuses: await statuses(),
        who: (person) => people.who(person, project),
        // of the two clocks the one that is behind: too early is read once more, too late never again
        askedAt: earlier(askedAt, client.saysItIs()),
      })
    },
    async listGone(ids) {
      const path = `/issues.json?issue_id=${ids.join(',')}&status_id=*&limit=100`
      const found = await client.get(path, ListedIssues)
      const there = new Set(found?.issues.map(({ id }) => String(id)))
      return found ? ids.filter((id) => !there.has(id)) : []
    },
    async write(id, writing) {
      const before = await fetchIssue(id)
      if (!before) throw gone()
      if (writing.seen !== undefined && versionOf(before) !== writing.seen) throw changed()
      refuseStatus(writing, before)
      await client.put(`/issues/${id}.json`, { issue: await changeOf(writing, before) })
    },
  }

  async function changeOf({ text, isInternal, status, assignee }: Writing, issue: Issue) {
    return {
      notes: text,
      private_notes: isInternal,
      ...(status === undefined ? {} : { status_id: await statusId(status) }),
      ...(assignee === undefined ? {} : { assigned_to_id: await assigneeId(assignee, issue) }),
    }
  }

  async function statusId(status: string): Promise<number> {
    const found = [...(await statuses())].find(([, name]) => name === status)
    if (found) return found[0]
    throw new Conflict('beside.refused', sentence`Redmine has no status ${status}`)
  }

  async function assigneeId(email: string | null, issue: Issue): Promise<number | ''> {
    if (email === null) return ''
    const found = await people.idOf(email, issue.project.id)
    if (found !== null) return found
    throw new Conflict('beside.refused', sentence`Nobody of the project has the address ${email}`)
  }
}

const everything: Position = { since: new Date(0), skipped: 0 }

/** A page of what changed in that second or later; so many of the beginning are passed over. */
async function listPage(
  client: RedmineClient,
  projects: readonly number[],
  { since, skipped }: Position,
): Promise<Changes> {
  const query = new URLSearchParams([
    ...queryOf(projects),
    ['f[]', 'updated_on'],
    ['op[updated_on]', '>='],
    ['v[updated_on][]', `${since.toISOString().slice(0, 19)}Z`],
    ['sort', 'updated_on,id'],
    ['limit', String(pageSize)],
    ['offset', String(skipped)],
  ])
  const issues = (await client.get(`/issues.json?${query.toString()}`, ListedIssues))?.issues ?? []
  const last = issues.at(-1)?.updated_on ?? since
  const next = last > since ? { since: last, skipped: 0 } : { since, skipped: skipped + stepSize }
  return {
    tickets: issues.map(({ id, updated_on: at }) => ({
      id: String(id),
      version: at.toISOString(),
    })),
    next,
    isMore: issues.length === pageSize,
  }
}

/** Issues of these projects, whatever their status. */
function queryOf(projects: readonly number[]): [string, string][] {
  return [
    ['f[]', 'project_id'],
    ['op[project_id]', '='],
    ...projects.map((id): [string, string] => ['v[project_id][]', String(id)]),
    ['f[]', 'status_id'],
    ['op[status_id]', '*'],
  ]
}

async function readProjects(client: RedmineClient, named: readonly string[]): Promise<number[]> {
  return Promise.all(
    named.map(async (name) => {
      const found = await client.get(`/projects/${encodeURIComponent(name)}.json`, OneProject)
      if (found) return found.project.id
      throw new Invalid(
        'beside.project-unknown',
        sentence`Redmine shows no project ${name} to this key: check its identifier, and make the user a member of it`,
      )
    }),
  )
}

async function readStatuses(client: RedmineClient): Promise<ReadonlyMap<number, string>> {
  const answer = await client.get('/issue_statuses.json', Statuses)
  return new Map(answer?.issue_statuses.map(({ id, name }) => [id, name]))
}

async function readOwn(client: RedmineClient) {
  const answer = await client.get('/users/current.json', OneUser)
  if (answer) return answer.user
  throw new Invalid(
    'beside.key-refused',
    'Redmine does not say whose the API key is: enable the REST web service (Administration, Settings, API)',
  )
}

function gone(): Conflict {
  return new Conflict('beside.gone', 'The issue is not in Redmine any more, or not for this key')
}

function changed(): Conflict {
  return new Conflict(
    'beside.changed-meanwhile',
    'Somebody has changed the issue in Redmine meanwhile: nothing was written',
  )
}

/** Redmine passes over a status that the workflow does not allow, without a word: so it is asked before. */
function refuseStatus({ status: wanted }: Writing, issue: Issue): void {
  const { status, tracker, allowed_statuses: allowed = [] } = issue
  if (wanted === undefined || wanted === status.name) return
  if (allowed.some(({ name }) => name === wanted)) return
  throw new Conflict(
    'beside.status-not-allowed',
    sentence`Redmine does not let our user set ${wanted} on an issue that is ${status.name}: allow it in the workflow of tracker ${tracker.name}`,
  )
}

function earlier(own: Date, theirs: Date | null): Date {
  return theirs !== null && theirs < own ? theirs : own
}

function kept<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined
  return () => (asked ??= read())
}
