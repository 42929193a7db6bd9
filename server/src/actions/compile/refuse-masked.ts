import type { ActionFile } from '@firstline/contract/formats/action'
import { areOneField } from '@firstline/contract/row-field'
import { sentence } from '#server/core/sentence.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import type { Path } from '#server/project/places.ts'
import { readAgain } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'

/** `before` and `seen` are what is kept of the reads: a masked value is not, so it cannot be sent. */
export function refuseMasked(
  mapping: unknown,
  path: Path,
  given: ActionFile,
  files: Files,
  wrong: Problems,
): void {
  const hidden = hiddenFields(given, files)
  for (const value of pathsIn(mapping)) {
    const kept = fieldOf(value, given)
    if (!kept) continue
    if (kept.field === '') {
      wrong.add(path, sentence`“${value}” is a row, not a value: say which field`, `${value}.FIELD`)
    } else if (hidden.some((field) => areOneField(field, `${kept.read}.${kept.field}`))) {
      wrong.add(path, sentence`“${value}” is masked, so it is not kept and cannot be put back`)
    }
  }
}

function hiddenFields(given: ActionFile, files: Files): string[] {
  return [
    ...(given.audit?.redact ?? []),
    ...Object.entries(given.read).flatMap(([name, { source }]) => {
      const mask = files('Source').find(({ id }) => id === source)?.definition.mask ?? {}
      return Object.keys(mask).map((field) => `${name}.${field}`)
    }),
  ]
}

/** Which field of which read is meant; null: none. */
function fieldOf(value: string, given: ActionFile): { read: string; field: string } | null {
  const [root, name = '', ...field] = value.split('.')
  if (root === 'before') return { read: name, field: field.join('.') }
  const step = given.steps?.find(({ id }) => id === root)
  if (!step || name !== 'seen') return null
  const read = readAgain(given, step.verify.source)
  return read === undefined ? null : { read, field: field.join('.') }
}
