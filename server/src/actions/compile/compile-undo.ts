import type { ActionFile, StepFile } from '@firstline/contract/formats/action'
import { sentence } from '#server/core/sentence.ts'
import { checkMapping } from '#server/connections/check-mapping.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { parseDuration } from '#server/project/duration.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Undo } from './action.ts'
import { addAll, beforeOf, findFile } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import { refuseMasked } from './refuse-masked.ts'

/** The action that takes a run back, and what it is told: the run's own input, or what was before. */
export function compileUndo(
  given: StepFile,
  rows: Known,
  { files, steps }: { files: Files; steps: Known },
  wrong: Problems,
): Undo {
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
  const known: Known = new Map([['before', beforeOf(rows)], ['input', given.input], ...steps])
  addAll(checkMapping(mapping, known, ['undo', 'with']), wrong)
  refuseMasked(mapping, ['undo', 'with'], given, files, wrong)
  return {
    action: undo.action,
    title: back?.title ?? undo.action,
    withinMs: parseDuration(undo.within),
    ...(undo.with ? { with: undo.with } : {}),
  }
}
