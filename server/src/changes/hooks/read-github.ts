import { headerOf } from '#server/core/header-of.ts'
import { textAt } from '#server/changes/read-path.ts'
import type { Draft, ReadMessage } from './drafts.ts'

/** https://docs.github.com/webhooks/webhook-events-and-payloads */
export const readGithub: ReadMessage = (body, headers, hook) => {
  // what is written beside a message decides; without it, what is in it
  const event =
    headerOf(headers, 'x-github-event') ??
    (textAt(body, 'deployment_status.state') ? 'deployment_status' : undefined)
  if (event === 'ping') return { ignored: 'ping: the hook is set up' }
  if (event === 'deployment_status') return readDeployment(body)
  if (event === 'workflow_run') return readWorkflow(body, hook.runs)
  return { ignored: `“${event ?? 'a message without X-GitHub-Event'}” tells no deploy` }
}

const outcomes = new Map<string, Draft['outcome']>([
  ['success', 'live'],
  ['failure', 'failed'],
  ['error', 'failed'],
])

function readDeployment(body: unknown): ReturnType<ReadMessage> {
  const state = textAt(body, 'deployment_status.state') ?? 'no state'
  const outcome = outcomes.get(state)
  // inactive: another one took its place, which is told by itself
  if (!outcome) return { ignored: `deployment_status: “${state}” is neither live nor failed` }
  const repository = textAt(body, 'repository.full_name')
  const id = textAt(body, 'deployment.id')
  return [
    {
      services: [repository, lastPart(repository)],
      version: textAt(body, 'deployment.sha', 'deployment.ref'),
      environment: textAt(body, 'deployment_status.environment', 'deployment.environment'),
      at: textAt(body, 'deployment_status.created_at', 'deployment_status.updated_at'),
      outcome,
      author: textAt(body, 'deployment.creator.login', 'sender.login'),
      summary: textAt(body, 'deployment.description', 'deployment_status.description'),
      url: textAt(
        body,
        'deployment_status.log_url',
        'deployment_status.target_url',
        'repository.html_url',
      ),
      id: id && `deployment ${repository} ${id}`,
    },
  ]
}

const conclusions = new Map<string, Draft['outcome']>([
  ['success', 'live'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
])

function readWorkflow(body: unknown, runs: ReadonlySet<string>): ReturnType<ReadMessage> {
  const name = textAt(body, 'workflow_run.name', 'workflow.name') ?? ''
  const file = lastPart(textAt(body, 'workflow_run.path', 'workflow.path')) ?? ''
  if (!runs.has(name) && !runs.has(file)) {
    return { ignored: `workflow_run: “${name}” is not among the “runs” of this hook` }
  }
  const conclusion = textAt(body, 'workflow_run.conclusion') ?? 'not yet ended'
  const outcome = conclusions.get(conclusion)
  if (!outcome) return { ignored: `workflow_run: “${conclusion}” is neither live nor failed` }
  const repository = textAt(body, 'repository.full_name', 'workflow_run.repository.full_name')
  const id = textAt(body, 'workflow_run.id')
  return [
    {
      services: [repository, lastPart(repository)],
      version: textAt(body, 'workflow_run.head_sha'),
      at: textAt(body, 'workflow_run.updated_at', 'workflow_run.created_at'),
      outcome,
      author: textAt(body, 'workflow_run.actor.login', 'sender.login'),
      summary: textAt(body, 'workflow_run.display_title', 'workflow_run.head_commit.message'),
      url: textAt(body, 'workflow_run.html_url'),
      id: id && `workflow ${repository} ${id}`,
    },
  ]
}

export function lastPart(path: string | undefined): string | undefined {
  return path?.split('/').at(-1)
}
