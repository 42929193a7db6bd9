import { lastPart } from './read-github.ts'
import { listAt, textAt, valueAt } from '#server/changes/read-path.ts'
import type { Draft, ReadMessage } from './drafts.ts'

/** https://docs.gitlab.com/user/project/integrations/webhook_events/ */
export const readGitlab: ReadMessage = (body, _headers, hook) => {
  const kind = textAt(body, 'object_kind') ?? 'a message without object_kind'
  if (kind === 'deployment') return readDeployment(body)
  if (kind === 'pipeline') return readPipeline(body, hook.runs)
  return { ignored: `“${kind}” tells no deploy` }
}

const outcomes = new Map<string, Draft['outcome']>([
  ['success', 'live'],
  ['failed', 'failed'],
])

function readDeployment(body: unknown): ReturnType<ReadMessage> {
  const status = textAt(body, 'status') ?? 'no status'
  const outcome = outcomes.get(status)
  if (!outcome) return { ignored: `deployment: “${status}” is neither live nor failed` }
  const project = textAt(body, 'project.path_with_namespace')
  const id = textAt(body, 'deployment_id')
  return [
    {
      services: [project, lastPart(project)],
      version: lastPart(textAt(body, 'commit_url')) ?? textAt(body, 'short_sha', 'ref'),
      environment: textAt(body, 'environment'),
      at: textAt(body, 'status_changed_at'),
      outcome,
      author: textAt(body, 'user.name', 'user.username'),
      summary: textAt(body, 'commit_title'),
      url: textAt(body, 'deployable_url', 'project.web_url'),
      id: id && `deployment ${project} ${id}`,
    },
  ]
}

/** One deploy of each environment that its jobs deployed to; of one without, a deploy of its own. */
function readPipeline(body: unknown, runs: ReadonlySet<string>): ReturnType<ReadMessage> {
  const at = (path: string) => textAt(body, `object_attributes.${path}`)
  const [name, ref, status] = [at('name'), at('ref'), at('status') ?? 'no status']
  if (![name, ref].some((known) => known !== undefined && runs.has(known))) {
    return { ignored: `pipeline: “${name ?? ref}” is not among the “runs” of this hook` }
  }
  const outcome = outcomes.get(status)
  if (!outcome) return { ignored: `pipeline: “${status}” is neither live nor failed` }
  const project = textAt(body, 'project.path_with_namespace')
  const id = at('id')
  const environments = new Set(
    listAt(body, 'builds')
      .filter((build) => textAt(build, 'environment.action') === 'start')
      .flatMap((build) => textAt(build, 'environment.name') ?? []),
  )
  return (environments.size > 0 ? [...environments] : [undefined]).map((environment) => ({
    services: [project, lastPart(project)],
    version: at('sha'),
    environment,
    at: at('finished_at') ?? at('created_at'),
    outcome,
    author: textAt(body, 'user.name', 'user.username'),
    summary: textAt(body, 'commit.title', 'commit.message'),
    url: at('url') ?? textAt(valueAt(body, 'project'), 'web_url'),
    id: id && `pipeline ${project} ${id} ${environment ?? ''}`,
  }))
}
