import type { Sentence } from '@firstline/contract/sentence'
import type { ActionFile } from '@firstline/contract/formats/action'
import { sentence } from '#server/core/sentence.ts'
import { checkPath } from '#server/connections/check-mapping.ts'
import type { Known, MappingProblem, Schema } from '#server/connections/check-mapping.ts'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import { fieldsRead } from '#server/conditions/fields-read.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import { problem } from '#server/project/project-document.ts'
import type { Path } from '#server/project/places.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'

export type Files = (kind: string) => readonly LoadedFile[]

/** What is wrong with a file, gathered, so that its author sees all of it at once. */
export type Problems = {
  found: FileProblem[]
  add(path: Path, reason: Sentence, suggestion?: string | null): void
}

export function createProblems(file: LoadedFile): Problems {
  const found: FileProblem[] = []
  return {
    found,
    add: (path, reason, suggestion = null) =>
      found.push(problem(file.lineOf(path), reason, suggestion)),
  }
}

/** What an action's file names by its id. */
type NamedKind = 'Action' | 'OpenAPI' | 'Source'
const notFound: Readonly<Record<NamedKind, (id: string) => Sentence>> = {
  Action: (id) => sentence`There is no action “${id}”`,
  OpenAPI: (id) => sentence`There is no openapi “${id}”`,
  Source: (id) => sentence`There is no source “${id}”`,
}

export function findFile(
  kind: NamedKind,
  id: string,
  path: Path,
  files: Files,
  wrong: Problems,
): LoadedFile | undefined {
  const all = files(kind)
  const found = all.find((file) => file.id === id)
  if (!found) {
    const known = all.map((file) => file.id)
    wrong.add(path, notFound[kind](id), nearest(id, known))
  }
  return found
}

export function addAll(found: readonly MappingProblem[], wrong: Problems): void {
  for (const { path, reason, suggestion } of found) wrong.add(path, reason, suggestion)
}

/** The read that a verification reads again: by its name, where several read one source. */
export function readAgain(given: ActionFile, source: string): string | undefined {
  if (Object.hasOwn(given.read, source)) return source
  return Object.entries(given.read).find(([, read]) => read.source === source)?.[0]
}

/** What the mappings of an action may name. */
export function knownTo({ input }: ActionFile, reads: Known): Known {
  return new Map<string, Schema | null>([
    ['input', input],
    ['scope', { properties: { account_id: { type: 'string' } } }],
    ...reads,
  ])
}

/** What the reads said before the action ran, by their names. */
export function beforeOf(rows: Known): Schema {
  return { properties: Object.fromEntries([...rows].map(([name, row]) => [name, row ?? {}])) }
}

/** A condition, whose paths must name what is known as those of mappings must. */
export function compileAt(
  text: string,
  known: Known,
  path: Path,
  wrong: Problems,
): CelProgram | null {
  try {
    const program = compileCel(text, [...known.keys()])
    const paths = fieldsRead(program.expr).filter((name) => name.includes('.'))
    for (const name of paths) addAll(checkPath(name, known, path), wrong)
    return program
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    wrong.add(path, error.said)
    return null
  }
}
