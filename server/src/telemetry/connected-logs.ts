import type { ThingOfConnection } from '#server/connections/health/connected-things.ts'
import type { ProjectStore } from '#server/project/project.ts'

/** The logs and traces, where the project says that a system of the company keeps them. */
export function connectedLogs(project: ProjectStore): ThingOfConnection[] {
  const { logs, traces } = project.current()
  const [file] = project.files('Project')
  const thing = (kind: 'logs' | 'traces', connection: string) => ({
    kind,
    id: kind,
    title: kind,
    connection,
    file: 'firstline.yaml',
    line: file?.lineOf([kind]) ?? 1,
    isBreakerOpen: null,
  })
  return [
    ...(logs ? [thing('logs', logs.connection)] : []),
    ...(traces ? [thing('traces', traces.connection)] : []),
  ]
}
