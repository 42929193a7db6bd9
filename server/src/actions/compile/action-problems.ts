import { CelError, compileCel } from '#server/conditions/cel.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile, Path } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import { isPath } from './action.ts'
import type { Mapping } from './action.ts'
import type { ActionFile } from './action-file.ts'

export type Files = (kind: string) => readonly LoadedFile[]

/** What is wrong with a file, gathered, so that its author sees all of it at once. */
export type Problems = {
  found: FileProblem[]
  add(path: Path, reason: string, suggestion?: string | null): void
}

export function createProblems(file: LoadedFile): Problems {
  const found: FileProblem[] = []
  return {
    found,
    add: (path, reason, suggestion = null) =>
      found.push(problem(file.lineOf(path), reason, suggestion)),
  }
}

export function findFile(
  kind: string,
  id: string,
  path: Path,
  files: Files,
  wrong: Problems,
): LoadedFile | undefined {
  const all = files(kind)
  const found = all.find((file) => file.id === id)
  if (!found) {
    const known = all.map((file) => file.id)
    wrong.add(path, `There is no ${kind.toLowerCase()} “${id}”`, nearest(id, known))
  }
  return found
}

/** Paths must begin with a known name, and those into the input must name one of its properties. */
export function checkMapping(
  mapping: Mapping,
  names: readonly string[],
  action: ActionFile,
  path: Path,
  wrong: Problems,
): void {
  for (const [key, value] of Object.entries(mapping)) {
    if (isPath(value)) checkPath(value, names, action, [...path, key], wrong)
  }
}

export function checkPath(
  text: string,
  names: readonly string[],
  action: ActionFile,
  path: Path,
  wrong: Problems,
): void {
  const [root = '', field = ''] = text.split('.')
  if (!names.includes(root)) {
    wrong.add(
      path,
      `“${root}” is not declared (declared: ${names.join(', ')})`,
      nearest(root, names),
    )
    return
  }
  const fields =
    root === 'input'
      ? Object.keys(action.input.properties)
      : root === 'scope'
        ? ['account_id']
        : null
  if (fields && !fields.includes(field)) {
    wrong.add(path, `“${text}” names nothing`, nearest(field, fields))
  }
}

export function compileAt(
  text: string,
  names: readonly string[],
  path: Path,
  wrong: Problems,
): CelProgram | null {
  try {
    return compileCel(text, names)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    wrong.add(path, error.message)
    return null
  }
}
