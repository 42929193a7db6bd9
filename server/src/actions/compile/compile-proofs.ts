import type { StepFile } from '@firstline/contract/formats/action'
import { ownProperty } from '@firstline/contract/own-property'
import { sentence } from '#server/core/sentence.ts'
import { valueNamed } from '#server/connections/check-call.ts'
import { leafOf, pathsIn, valueAt } from '#server/connections/mapping.ts'
import type { Parameter } from '#server/connections/openapi.ts'
import type { Path } from '#server/project/places.ts'
import { readAgain } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import type { OperationCall } from './compile-operation.ts'

/**
 * Whose record a call is about that tells its API no account: each value of its path, and what
 * `record` names, must be one that a source answered in a row of the account. Constants in a path (a
 * region, a version) say nothing about a record, so they are no proof and need none.
 */
export function compileProofs(
  call: OperationCall,
  { given, path }: { given: StepFile; path: Path },
  files: Files,
  wrong: Problems,
): string[] {
  if (saysAccount(call)) return []
  const inPath = call.operation.parameters.filter((parameter) => parameter.in === 'path')
  if (refuseFixedAccount(inPath, call, path, wrong)) return []
  const found = inPath
    .flatMap((parameter) => pathsIn(valueNamed(call.params, parameter) ?? null))
    .map((value) => proofOf(value, [...path, 'params'], given, files, wrong))
  const named = recordOf(call, given, files, wrong)
  if (found.length === 0 && named === null) {
    wrong.add(
      path,
      sentence`The call does not say whose account it is for: no account is sent, no value of its path names a record of one, and “record” names no other`,
      'params: { account_id: scope.account_id }',
    )
  }
  return [...found, named].filter((proof) => proof !== null)
}

const accountWords = /account|customer|tenant|client|user|member|org|company|merchant/i

/** What is called like an account and is the same for every account is a mistake. */
function refuseFixedAccount(
  inPath: readonly Parameter[],
  { params, operation }: OperationCall,
  path: Path,
  wrong: Problems,
): boolean {
  const fixed = inPath.find(
    (parameter) =>
      accountWords.test(parameter.name) &&
      pathsIn(valueNamed(params, parameter) ?? null).length === 0,
  )
  if (!fixed) return false
  const reason = sentence`The call does not say whose account it is for: “${fixed.name}” of ${operation.id} is the same for all`
  wrong.add(path, reason, `params: { ${fixed.name}: scope.account_id }`)
  return true
}

function saysAccount({ params, query, headers, body }: OperationCall): boolean {
  return [params, query, headers, body].some((part) => pathsIn(part).includes('scope.account_id'))
}

/** Where no path names the record, the file says which value does. */
function recordOf(
  call: OperationCall,
  given: StepFile,
  files: Files,
  wrong: Problems,
): string | null {
  const record = 'openapi' in given.run ? given.run.record : undefined
  if (record === undefined) return null
  const path = ['run', 'record']
  const { params, query, headers, body } = call
  const leaf = leafOf(valueAt(record, { params, query, headers, body }) ?? null)
  if (leaf && 'path' in leaf && !leaf.mayBeMissing)
    return proofOf(leaf.path, path, given, files, wrong)
  wrong.add(path, sentence`“${record}” is no value of this call that is always sent`)
  return null
}

function proofOf(
  value: string,
  path: Path,
  given: StepFile,
  files: Files,
  wrong: Problems,
): string | null {
  const source = sourceOf(value, given)
  if (source === undefined) {
    const reason = sentence`Nobody knows whose “${value}” is: a call that says no account takes what x-pick has picked, or a field of a read`
    wrong.add(path, reason, value.startsWith('input.') ? 'x-pick: SOURCE.COLUMN' : null)
    return null
  }
  const definition = files('Source').find((file) => file.id === source)?.definition
  // a source that is not there is said where it is named
  if (!definition) return value
  if (definition.account_column === undefined) {
    wrong.add(
      path,
      sentence`“${value}” is no proof: the rows of “${source}” do not say whose they are`,
    )
    return null
  }
  const field = fieldOf(value, given)
  if (valueAt(`values.${field}`, definition) === undefined) return value
  wrong.add(
    path,
    sentence`“${value}” names no record: it is one of a few words that every account has`,
  )
  return null
}

/** Of a row: what a chain kept of a read has a name more before it. */
function fieldOf(value: string, given: StepFile): string {
  const [root = '', ...field] = value.split('.')
  const isKept = root === 'before' || stepOf(root, given)
  return field.slice(isKept ? 1 : 0).join('.')
}

function stepOf(id: string, given: StepFile) {
  return given.steps?.find((step) => step.id === id)
}

function sourceOf(value: string, given: StepFile): string | undefined {
  const [root = '', field = '', ...deeper] = value.split('.')
  if (root === 'before' && given.steps) return ownProperty(given.read, field)?.source
  const step = stepOf(root, given)
  if (step) {
    const read = field === 'seen' ? readAgain(given, step.verify.source) : undefined
    return read === undefined ? undefined : ownProperty(given.read, read)?.source
  }
  if (root !== 'input') return ownProperty(given.read, root)?.source
  const pick =
    deeper.length === 0 ? ownProperty(given.input.properties, field)?.['x-pick'] : undefined
  return pick?.slice(0, pick.lastIndexOf('.'))
}
