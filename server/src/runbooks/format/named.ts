import type { ActionFile } from '@firstline/contract/formats/action'
import { areOneField } from '@firstline/contract/row-field'
import { readAction } from '#server/actions/compile/compile-action.ts'
import { readTypes } from '#server/tickets/types-section.ts'
import { readSource } from '#server/accounts/load-sources.ts'
import { sourceFields } from '#server/accounts/source-fields.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { whatIsSaid } from '#server/project/form-reader.ts'
import type { LoadedFile } from '#server/project/project-document.ts'

/** What runbooks need of the project's files. */
export type RunbookProject = Pick<ProjectStore, 'current' | 'files' | 'problems'>

type Files = (kind: string) => readonly LoadedFile[]

/** What a runbook may name: the sources, actions and ticket types of the project. */
export type Named = {
  sources: ReadonlyMap<string, NamedSource>
  actions: ReadonlyMap<string, NamedAction>
  types: ReadonlySet<string>
}
export type NamedSource = {
  /** `logs`, `changes`, `status`: what the product reads by itself. */
  builtin: string | null
  /** One row, not a list of them. */
  isSingle: boolean
  /** Columns, and paths into what columns hold. */
  masked: ReadonlySet<string>
  /** Names a field can have; null where the definition does not tell. */
  fields: ReadonlySet<string> | null
  /** All a field can be, as far as the definition says. */
  values: Readonly<Record<string, readonly unknown[]>>
}
export type NamedAction = {
  title: string
  /** JSON Schema. */
  input: object
  inputs: readonly { name: string; isRequired: boolean; pick: string | null }[]
}

export function namedIn(files: Files): Named {
  const types = readTypes(files('Project')[0])
  return {
    sources: new Map(files('Source').map((file) => [file.id, namedSource(file)])),
    actions: new Map(files('Action').map((file) => [file.id, namedAction(file)])),
    types: new Set((types ?? []).map((type) => type.id)),
  }
}

function namedSource(loaded: LoadedFile): NamedSource {
  const file = whatIsSaid(readSource(loaded))
  const { single, builtin, promql, mask = {}, values = {} } = file
  return {
    builtin: builtin ?? null,
    isSingle: builtin === undefined ? single === true || promql !== undefined : builtin !== 'logs',
    masked: new Set(Object.keys(mask)),
    fields: sourceFields(file),
    values,
  }
}

/** Whether a field is shown masked, or a part of it is, or what it is a part of. */
export function isMasked({ masked }: Pick<NamedSource, 'masked'>, field: string): boolean {
  return [...masked].some((each) => areOneField(each, field))
}

/** One that says its input in another form than an action's is shown by its name. */
function namedAction(file: LoadedFile): NamedAction {
  const { title } = file.definition
  const read = readAction(file)
  const input: Partial<ActionFile['input']> = 'says' in read ? read.says.input : {}
  const { properties = {}, required = [] } = input
  return {
    title: typeof title === 'string' ? title : file.id,
    input,
    inputs: Object.entries(properties).map(([name, property]) => ({
      name,
      isRequired: required.includes(name),
      pick: property['x-pick'] ?? null,
    })),
  }
}

/** An action as a cause offers it; one that is gone keeps its id. */
export function actionOf(files: Files, id: string): Pick<NamedAction, 'title' | 'inputs'> {
  const file = files('Action').find((action) => action.id === id)
  return file ? namedAction(file) : { title: id, inputs: [] }
}
