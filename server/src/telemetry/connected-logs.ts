import type { ThingOfConnection } from '#server/connections/health/connected-things.ts'
import type { ProjectStore } from '#server/project/project.ts'

/** The logs, where the project says that a system of the company keeps them. */
export function connectedLogs(project: ProjectStore): ThingOfConnection[] {
  const { logs } = project.current()
  if (!logs) return []
  const [file] = project.files('Project')
  return [
    {
      kind: 'logs',
      id: 'logs',
      title: 'logs',
      connection: logs.connection,
      file: 'firstline.yaml',
      line: file?.lineOf(['logs']) ?? 1,
      isBreakerOpen: null,
    },
  ]
}
