import { listAt, textAt, textOf, valueAt } from '#server/changes/read-path.ts'
import type { Draft, ReadMessage } from './drafts.ts'

const outcomes = new Map<string, Draft['outcome']>([
  ['Succeeded', 'live'],
  ['Failed', 'failed'],
  ['Error', 'failed'],
])

/** The Application of Argo CD as `{"app": {{toJson .app}}, "url": …}`, a template of its notifications. */
export const readArgocd: ReadMessage = (body) => {
  const app = valueAt(body, 'app') ?? body
  const name = textAt(app, 'metadata.name')
  if (name === undefined) return { ignored: 'the message has no “app” with a name' }
  const operation = valueAt(app, 'status.operationState')
  const phase = textAt(operation, 'phase') ?? 'no operation'
  const outcome = outcomes.get(phase)
  if (!outcome) return { ignored: `“${phase}” is neither live nor failed` }
  const finishedAt = textAt(operation, 'finishedAt')
  const namespace = textAt(app, 'metadata.namespace') ?? ''
  // of an application with several sources, one each
  const revisions = listAt(operation, 'syncResult.revisions').flatMap((each) => textOf(each) ?? [])
  return [
    {
      services: [`${textAt(app, 'spec.project') ?? 'default'}/${name}`, name],
      version:
        textAt(operation, 'syncResult.revision', 'operation.sync.revision') ??
        (revisions.join(' ') || textAt(app, 'status.sync.revision')),
      environment: textAt(app, 'metadata.labels.environment', 'metadata.labels.env'),
      at: finishedAt,
      outcome,
      author:
        textAt(operation, 'operation.initiatedBy.username') ??
        (textAt(operation, 'operation.initiatedBy.automated') === 'true' ? 'Argo CD' : undefined),
      summary: textAt(operation, 'message'),
      url: textAt(body, 'url'),
      // a sync is one operation, by when it began
      id: `sync ${namespace}/${name} ${textAt(operation, 'startedAt') ?? finishedAt ?? ''}`,
    },
  ]
}
