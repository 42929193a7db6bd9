import type { ThingOfConnection } from '#server/connections/health/connected-things.ts'
import type { Directory } from './directory-section.ts'
import type { ProjectStore } from '#server/project/project.ts'

/** The directories, and the sources that read a connection. */
export function connectedSources(project: ProjectStore): ThingOfConnection[] {
  const { directories, sources } = project.current()
  const files = new Map(project.files('Source').map((file) => [file.id, file]))
  const own = [...sources.values()].flatMap((source): ThingOfConnection[] => {
    if (source.kind === 'builtin') return []
    const { id, title, connection } = source
    const kind = source.kind === 'metric' ? 'metric' : 'source'
    const file = files.get(id)?.path ?? ''
    return [{ kind, id, title, connection, file, line: 1, isBreakerOpen: null }]
  })
  return [...directoriesOf(project, directories), ...own]
}

/** One for each connection, however many of them ask it: they are counted as one. */
function directoriesOf(
  project: ProjectStore,
  directories: readonly Directory[],
): ThingOfConnection[] {
  const [file] = project.files('Project')
  const first = new Map(directories.toReversed().map((each) => [each.connection, each.path]))
  return [...first].map(([connection, path]) => ({
    kind: 'directory',
    id: 'directory',
    title: 'directory',
    connection,
    file: 'firstline.yaml',
    line: file?.lineOf(path) ?? 1,
    isBreakerOpen: null,
  }))
}
