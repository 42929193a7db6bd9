import { headerOf } from '#server/core/header-of.ts'
import { lastPart } from './read-github.ts'
import { textAt } from '#server/changes/read-path.ts'
import type { Draft, ReadMessage } from './drafts.ts'

const outcomes = new Map<string, Draft['outcome']>([
  ['SUCCESSFUL', 'live'],
  ['FAILED', 'failed'],
])

/**
 * Bitbucket Cloud tells no deployments: the build statuses that `runs` names, by key or name, are them.
 * https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/
 */
export const readBitbucket: ReadMessage = (body, headers, hook) => {
  const event = headerOf(headers, 'x-event-key') ?? 'repo:commit_status_updated'
  if (!event.startsWith('repo:commit_status_')) return { ignored: `“${event}” tells no deploy` }
  const names = [textAt(body, 'commit_status.name'), textAt(body, 'commit_status.key')]
  if (!names.some((name) => name !== undefined && hook.runs.has(name))) {
    return { ignored: `build status: “${names[0] ?? ''}” is not among the “runs” of this hook` }
  }
  const state = textAt(body, 'commit_status.state') ?? 'no state'
  const outcome = outcomes.get(state)
  if (!outcome) return { ignored: `build status: “${state}” is neither live nor failed` }
  const repository = textAt(body, 'repository.full_name')
  const version =
    textAt(body, 'commit_status.commit.hash') ??
    lastPart(textAt(body, 'commit_status.links.commit.href'))
  return [
    {
      services: [repository, lastPart(repository)],
      version,
      at: textAt(body, 'commit_status.updated_on', 'commit_status.created_on'),
      outcome,
      author: textAt(body, 'actor.display_name', 'actor.nickname'),
      summary: textAt(body, 'commit_status.description'),
      url: textAt(body, 'commit_status.url', 'repository.links.html.href'),
    },
  ]
}
