import type { ThingOfConnection } from '#server/connections/health/connected-things.ts'
import type { ProjectStore } from '#server/project/project.ts'

/** The directory, and the sources that read a connection. */
export function connectedSources(project: ProjectStore): ThingOfConnection[] {
  const { directory, sources } = project.current()
  const files = new Map(project.files('Source').map((file) => [file.id, file]))
  const own = [...sources.values()].flatMap((source): ThingOfConnection[] => {
    if (source.kind === 'builtin') return []
    const { id, title, connection } = source
    const kind = source.kind === 'metric' ? 'metric' : 'source'
    const file = files.get(id)?.path ?? ''
    return [{ kind, id, title, connection, file, line: 1, isBreakerOpen: null }]
  })
  return [...(directory ? [directoryOf(project, directory.connection)] : []), ...own]
}

function directoryOf(project: ProjectStore, connection: string): ThingOfConnection {
  const [file] = project.files('Project')
  return {
    kind: 'directory',
    id: 'directory',
    title: 'directory',
    connection,
    file: 'firstline.yaml',
    line: file?.lineOf(['directory']) ?? 1,
    isBreakerOpen: null,
  }
}
