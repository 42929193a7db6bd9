import type { SourceFile } from '@firstline/contract/formats/source'
import { areOneField } from '@firstline/contract/row-field'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { checkMapping, checkPath } from '#server/connections/check-mapping.ts'
import type { Known, MappingProblem, Schema } from '#server/connections/check-mapping.ts'
import { valueNamed } from '#server/connections/check-call.ts'
import { leafOf, pathsIn } from '#server/connections/mapping.ts'
import type { Operation } from '#server/connections/openapi.ts'
import { whatIsSaid } from '#server/project/form-reader.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { longestChain, readSource } from './load-sources.ts'
import type { Files } from './load-sources.ts'
import { sourceFields } from './source-fields.ts'

/** A source that goes on from another: which, with what, how often, and whose its own rows are then. */
export function checkFrom(file: LoadedFile, source: SourceFile, files: Files): FileProblem[] {
  const { from, belongs_to: belongsTo } = source
  const at = (...path: string[]) => file.lineOf(path)
  if (!from) {
    if (belongsTo === undefined) return []
    const reason = sentence`belongs_to: no source is read before this one`
    return [problem(at('belongs_to'), reason, 'from: { source: … }')]
  }
  const first = sourceNamed(files, from.source)
  if (!first) {
    const ids = files('Source').map(({ id }) => id)
    const reason = sentence`No source is called “${from.source}”`
    return [problem(at('from', 'source'), reason, nearest(from.source, ids))]
  }
  if (first.builtin !== undefined || first.promql !== undefined) {
    const reason = sentence`“${from.source}” has no records to go on from: it is a metric, or answered by the desk itself`
    return [problem(at('from', 'source'), reason)]
  }
  const tooLong = chainLength(files, source) > longestChain
  return [
    ...(tooLong
      ? [
          problem(
            at('from', 'source'),
            sentence`from: at most ${longestChain} sources are read one behind the other`,
          ),
        ]
      : []),
    ...(first.single || from.take !== undefined
      ? []
      : [
          problem(
            at('from'),
            sentence`from: “${from.source}” answers several rows: say for how many of them`,
            'take: 1',
          ),
        ]),
    ...checkGiven(file, source, first),
    ...checkTaken(file, source, first),
  ]
}

/** The parameters of the source that is read first. */
function checkGiven(file: LoadedFile, source: SourceFile, first: SourceFile): FileProblem[] {
  const given = source.from?.params ?? {}
  const wanted = Object.keys(first.params ?? {})
  const path = ['from', 'params']
  const known: Known = new Map([['params', { properties: source.params ?? {} }]])
  return [
    ...asProblems(file, checkMapping(given, known, path)),
    ...Object.keys(given)
      .filter((name) => !wanted.includes(name))
      .map((name) =>
        problem(
          file.lineOf([...path, name]),
          sentence`“${first.id}” has no parameter “${name}”`,
          nearest(name, wanted),
        ),
      ),
    ...wanted
      .filter((name) => !Object.hasOwn(given, name))
      .map((name) =>
        problem(file.lineOf(['from']), sentence`“${first.id}” needs the parameter “${name}”`),
      ),
  ]
}

/** What is taken of its row: fields that it has, and none that is covered, as calls are shown. */
function checkTaken(file: LoadedFile, source: SourceFile, first: SourceFile): FileProblem[] {
  const { belongs_to: belongsTo } = source
  const sent = sentOf(source)
  if (sent.length === 0) {
    const reason = sentence`Nothing of “${first.id}” is used: what is asked takes a field of its row`
    return [problem(file.lineOf(['from']), reason, 'bind: { id: from.id }')]
  }
  const covered = [...new Set(sent)].filter((path) =>
    Object.keys(first.mask ?? {}).some((field) => areOneField(field, path.slice('from.'.length))),
  )
  const masked = covered.map((path) =>
    problem(
      file.lineOf(['from']),
      sentence`“${path}” is masked in “${first.id}”: a call shows what it is made with`,
    ),
  )
  if (belongsTo === undefined) return masked
  const wrong = asProblems(file, checkPath(belongsTo, new Map([fromOf(first)]), ['belongs_to']))
  if (Object.keys(first.values ?? {}).some((field) => `from.${field}` === belongsTo)) {
    const said = sentence`belongs_to: “${belongsTo}” is one of few words, which rows of others have too: it must be of one record alone`
    return [...masked, problem(file.lineOf(['belongs_to']), said, 'from.id')]
  }
  if (sent.includes(belongsTo)) return [...masked, ...wrong]
  const reason = sentence`belongs_to: “${belongsTo}” is not sent, so that what is answered need not be of it`
  return [...masked, ...wrong, problem(file.lineOf(['belongs_to']), reason)]
}

/**
 * Of rows that do not say whose they are: the path names the record that was proven, and nothing else in it
 * is for anybody to choose.
 */
export function isNamedByPath(
  { bind = {}, belongs_to }: SourceFile,
  operation: Operation,
): boolean {
  const inPath = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap((parameter) => leafOf(valueNamed(bind, parameter) ?? null) ?? [])
    .flatMap((leaf) => ('path' in leaf ? [leaf.path] : []))
  return (
    belongs_to !== undefined &&
    inPath.includes(belongs_to) &&
    inPath.every((path) => !path.startsWith('params.'))
  )
}

/** The row that was read first, as a mapping knows it; nothing is known of an API's. */
export function knownFrom(source: SourceFile, files: Files): [string, Schema | null][] {
  const first = source.from && sourceNamed(files, source.from.source)
  return first ? [fromOf(first)] : []
}

function fromOf(first: SourceFile): [string, Schema | null] {
  const fields = sourceFields(first)
  if (!fields) return ['from', null]
  return ['from', { properties: Object.fromEntries([...fields].map((field) => [field, {}])) }]
}

type Sent = Pick<SourceFile, 'bind' | 'body' | 'variables'>

/** What of the row read first is sent. */
export function sentOf({ bind, body, variables }: Sent): string[] {
  return [bind, body, variables]
    .flatMap((part) => pathsIn(part ?? null))
    .filter((path) => path.startsWith('from.'))
}

function sourceNamed(files: Files, id: string): SourceFile | null {
  const file = files('Source').find((each) => each.id === id)
  const read = file && readSource(file)
  return read && !('problems' in read) ? whatIsSaid(read) : null
}

function chainLength(files: Files, source: SourceFile): number {
  let at: SourceFile | null = source
  for (let length = 0; length <= longestChain; length++) {
    if (!at) return length
    at = at.from ? sourceNamed(files, at.from.source) : null
  }
  return Infinity
}

export function asProblems(
  file: Pick<LoadedFile, 'lineOf'>,
  found: readonly MappingProblem[],
): FileProblem[] {
  return found.map(({ path, reason, suggestion }) =>
    problem(
      file.lineOf(path),
      path.length > 1 ? sentence`${path.join('.')}: ${reason}` : reason,
      suggestion,
    ),
  )
}
