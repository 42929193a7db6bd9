import type { ProjectStore } from '#server/accounts/project.ts'
import type { LoadedFile } from '#server/core/project-document.ts'
import type { Named } from './lint-runbook.ts'

/** What runbooks need of the project's files. */
export type RunbookProject = Pick<ProjectStore, 'current' | 'files' | 'problems'>
export type NeedsRunbookProject = { sources: { project: RunbookProject } }

type Files = (kind: string) => readonly LoadedFile[]

export function namedIn(files: Files): Named {
  const types = files('Project')[0]?.definition.types as { id: string }[] | undefined
  return {
    sources: new Map(files('Source').map((file) => [file.id, maskedFields(file)])),
    actions: new Set(files('Action').map((file) => file.id)),
    types: new Set((types ?? []).map((type) => type.id)),
  }
}

function maskedFields({ definition }: LoadedFile): ReadonlySet<string> {
  return new Set(Object.keys((definition.mask as object | undefined) ?? {}))
}

type OfferedAction = { title: string; inputs: { name: string; pick: string | null }[] }

/** An action as a cause offers it: its title, and which inputs are picked from which source. */
export function actionOf(files: Files, id: string): OfferedAction {
  const definition = files('Action').find((file) => file.id === id)?.definition
  const input = definition?.input as
    | { properties?: Record<string, { 'x-pick'?: string }> }
    | undefined
  return {
    title: typeof definition?.title === 'string' ? definition.title : id,
    inputs: Object.entries(input?.properties ?? {}).map(([name, property]) => ({
      name,
      pick: property['x-pick'] ?? null,
    })),
  }
}
