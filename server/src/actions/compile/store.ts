import type { ProjectStore } from '#server/project/project.ts'
import { NotFound } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import type { LoadedFile } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Action } from './action.ts'
import { compileAction } from './compile-action.ts'

/** The actions in force: those of the project folder that load, by id. */
export type ActionStore = {
  current(): ReadonlyMap<string, Action>
  /** @throws NotFound `action.not-found` with the nearest name */
  get(id: string): Action
}

/** Declares the kind `Action`; call it after the sources' kind was declared. */
export function createActionStore(project: ProjectStore): ActionStore {
  project.declareKind('Action', (file, others) => {
    const compiled = compileAction(file, others)
    return 'problems' in compiled ? compiled.problems : []
  })
  let actions = compileAll(project)
  project.onChange(() => (actions = compileAll(project)))
  return {
    current: () => actions,
    get(id) {
      const action = actions.get(id)
      if (action) return action
      const meant = nearest(id, actions.keys())
      throw new NotFound(
        'action.not-found',
        didYouMean(sentence`There is no action “${id}”`, meant),
      )
    },
  }
}

function compileAll(project: ProjectStore): ReadonlyMap<string, Action> {
  const compiled = project.files('Action').flatMap((file: LoadedFile) => {
    const result = compileAction(file, project.files)
    return 'action' in result ? [[file.id, result.action] as const] : []
  })
  return new Map(compiled)
}
