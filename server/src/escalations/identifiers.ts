import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { Invalid } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import type { RunbookRun } from '@firstline/contract/runbooks'

const isRequired = textOf(sentence`is required`)

export type HandedOver = { name: string; value: string }

/**
 * What is handed over: every identifier the runbook requires, with what its checks found unless
 * the agent says otherwise, and whatever else the agent adds.
 * @throws Invalid `escalation.identifiers-missing`, naming each
 */
export function gatherIdentifiers(
  given: Record<string, string>,
  run: Pick<RunbookRun, 'outcome'> | null,
): HandedOver[] {
  const required = run?.outcome?.escalation?.identifiers ?? []
  const known = required.map(({ name, value }) => ({
    name,
    value: ownProperty(given, name) || value,
  }))
  const missing = known.filter(({ value }) => !value)
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name)
    throw new Invalid(
      'escalation.identifiers-missing',
      sentence`The runbook asks to hand over ${names.join(', ')}`,
      { errors: names.map((name) => ({ path: `identifiers.${name}`, message: isRequired })) },
    )
  }
  const names = new Set(required.map(({ name }) => name))
  const added = Object.entries(given)
    .filter(([name, value]) => !names.has(name) && value !== '')
    .map(([name, value]) => ({ name, value }))
  return [...known.map(({ name, value }) => ({ name, value: present(value) })), ...added]
}

/**
 * Without a runbook that says what and why, a person must.
 * @throws Invalid `escalation.note-missing`
 */
export function refuseWithoutWords(note: string, run: Pick<RunbookRun, 'outcome'> | null): void {
  if (note !== '' || run?.outcome?.escalation) return
  throw new Invalid(
    'escalation.note-missing',
    'No runbook says what to hand over here: write what you saw and what you tried',
    { errors: [{ path: 'note', message: isRequired }] },
  )
}
