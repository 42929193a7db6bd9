import { z } from 'zod'
import type { RedmineSettings } from '#server/beside/beside-section.ts'
import type { OutsideDesk } from '#server/beside/port.ts'
import { openRedmine } from '#server/beside/redmine/redmine.ts'
import type { Hands } from './conformance.ts'
import type { RedmineServer } from './redmine-server.ts'

function settingsFor({ url, keys }: Pick<RedmineServer, 'url' | 'keys'>): RedmineSettings {
  return {
    address: url,
    key: keys.own,
    projects: ['support'],
    staffRoles: ['Manager', 'Developer'],
    solved: ['Resolved', 'Closed'],
    resolveAs: 'Resolved',
    void: ['Rejected'],
    accountField: 'Account',
    emailField: null,
    line: 'L1',
    since: null,
    origins: null,
  }
}

export function openRedmineOf(
  server: RedmineServer,
  changed: Partial<RedmineSettings> = {},
): OutsideDesk {
  const access = { secret: (reference: string) => reference, now: () => new Date() }
  return openRedmine({ ...settingsFor(server), ...changed }, access)
}

const Made = z.object({ issue: z.object({ id: z.int() }) })
const statusIds = new Map([
  ['New', 1],
  ['In Progress', 2],
  ['Resolved', 3],
  ['Closed', 5],
  ['Rejected', 6],
])

/** What people do there, by its own API. */
export function redmineHands({ keys, call }: RedmineServer): Hands {
  const keyOf = { staff: keys.stella, customer: keys.carl, other: keys.dana }
  const put = (by: string, id: string, issue: object) =>
    call(by, 'PUT', `/issues/${id}.json`, { issue })
  async function begin(project: string, subject: string, text: string): Promise<string> {
    const issue = { project_id: project, tracker_id: 3, subject, description: text }
    const made = Made.parse(await call(keys.carl, 'POST', '/issues.json', { issue }))
    return String(made.issue.id)
  }

  return {
    solved: 'Resolved',
    open: 'In Progress',
    void: 'Rejected',
    begin: (subject, text) => begin('support', subject, text),
    beginElsewhere: (subject, text) => begin('internal', subject, text),
    async say(id, by, text) {
      await put(keyOf[by], id, { notes: text })
    },
    async note(id, text) {
      await put(keys.stella, id, { notes: text, private_notes: true })
    },
    async set(id, status) {
      await put(keys.stella, id, { status_id: statusIds.get(status) })
    },
    async assign(id, toStaff) {
      const { user } = z
        .object({ user: z.object({ id: z.int() }) })
        .parse(await call(keys.stella, 'GET', '/users/current.json'))
      await put(keys.stella, id, { assigned_to_id: toStaff ? user.id : '' })
    },
    async remove(id) {
      await call(keys.own, 'DELETE', `/issues/${id}.json`)
    },
  }
}
