import type { ActionFile } from '@firstline/contract/formats/action'
import { areOneField } from '@firstline/contract/row-field'
import { sentence } from '#server/core/sentence.ts'
import { checkMapping } from '#server/connections/check-mapping.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import { parseDuration } from '#server/project/duration.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Undo } from './action.ts'
import { addAll, beforeOf, findFile } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'

/** The action that takes a run back, and what it is told: the run's own input, or what was before. */
export function compileUndo(given: ActionFile, rows: Known, files: Files, wrong: Problems): Undo {
  const { undo } = given
  if (!('action' in undo)) return { none: undo.none }
  const file = findFile('Action', undo.action, ['undo', 'action'], files, wrong)
  const back = file?.definition as Partial<ActionFile> | undefined
  const mapping = undo.with ?? {}
  const missing = (back?.input?.required ?? []).filter(
    (name) => !Object.hasOwn(given.input.properties, name) && !Object.hasOwn(mapping, name),
  )
  if (missing.length > 0) {
    const reason = sentence`“${undo.action}” needs ${missing.join(', ')}, which this action's input has not`
    wrong.add(['undo', 'action'], reason, `with: { ${missing[0]}: before.READ.FIELD }`)
  }
  const taken = back?.input?.properties
  for (const name of taken ? Object.keys(mapping) : []) {
    if (taken && Object.hasOwn(taken, name)) continue
    const reason = sentence`“${undo.action}” has no input “${name}”`
    wrong.add(['undo', 'with', name], reason, nearest(name, Object.keys(taken ?? {})))
  }
  checkBefore(mapping, given, rows, files, wrong)
  return {
    action: undo.action,
    title: back?.title ?? undo.action,
    withinMs: parseDuration(undo.within),
    ...(undo.with ? { with: undo.with } : {}),
  }
}

/** `before` is what is kept of the reads: a masked value is not, so it cannot be put back. */
function checkBefore(
  mapping: Mapping,
  given: ActionFile,
  rows: Known,
  files: Files,
  wrong: Problems,
): void {
  const known: Known = new Map([
    ['before', beforeOf(rows)],
    ['input', given.input],
  ])
  const path = ['undo', 'with']
  addAll(checkMapping(mapping, known, path), wrong)
  const hidden = [
    ...(given.audit?.redact ?? []),
    ...Object.entries(given.read).flatMap(([name, { source }]) => {
      const mask = files('Source').find(({ id }) => id === source)?.definition.mask ?? {}
      return Object.keys(mask).map((field) => `${name}.${field}`)
    }),
  ]
  for (const value of pathsIn(mapping)) {
    const [root, ...read] = value.split('.')
    if (root !== 'before') continue
    if (read.length === 1) {
      wrong.add(path, sentence`“${value}” is a row, not a value: say which field`, `${value}.FIELD`)
    } else if (hidden.some((field) => areOneField(field, read.join('.')))) {
      wrong.add(path, sentence`“${value}” is masked, so it is not kept and cannot be put back`)
    }
  }
}
