import { isSharedName } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import type { RunbookContent } from '@firstline/contract/runbooks'
import type { Path } from '#server/project/places.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Finding } from './lint-problem.ts'
import { isMasked } from '#server/runbooks/format/named.ts'
import type { Named } from '#server/runbooks/format/named.ts'

/** Sources, actions, types and picks that nobody declared. */
export function lintNames(content: RunbookContent, named: Named): Finding[] {
  const types = lintType(content.type, named.types)
  const causes = content.causes.flatMap((cause) =>
    cause.actions.flatMap(({ id }) =>
      unknown(
        ['causes', cause.name, 'action'],
        sentence`There is no action “${id}”`,
        id,
        named.actions,
      ),
    ),
  )
  return [...types, ...lintPicks(content, named), ...lintChecks(content, named), ...causes]
}

/** A draft from an escalation may have no type yet: what there is to choose from is told. */
function lintType(type: string, types: ReadonlySet<string>): Finding[] {
  if (types.size === 0) return []
  const known = [...types].slice(0, 12).join(', ')
  return unknown(['type'], sentence`There is no type “${type}”`, type, types).map((found) =>
    found.suggestion
      ? found
      : { ...found, reason: sentence`${found.reason}: choose one of ${known}` },
  )
}

export const noCause = (name: string) => sentence`There is no cause “${name}”`
export const noCheck = (name: string) => sentence`There is no check “${name}”`
export const noPick = (name: string) => sentence`There is no pick “${name}”`
export const noField = (of: string, name: string) =>
  sentence`There is no field of ${of} called “${name}”`

type Known = Pick<ReadonlySet<string>, 'has' | 'keys'>

export function unknown(path: Path, reason: Sentence, name: string, known: Known): Finding[] {
  if (known.has(name)) return []
  const suggestion = nearest(name, [...known.keys()])
  return [{ path, reason, suggestion, word: name }]
}

function lintPicks({ picks }: RunbookContent, named: Named): Finding[] {
  return picks.flatMap(({ name, source, field }): Finding[] => {
    const path = ['pick', name]
    if (isSharedName(field))
      return [{ path, reason: sentence`“${field}” cannot be picked`, word: field }]
    const found = named.sources.get(source)
    if (!found)
      return unknown(path, sentence`There is no source “${source}”`, source, named.sources)
    if (isMasked(found, field)) {
      return [{ path, reason: sentence`“${field}” of ${source} is masked: it cannot be picked` }]
    }
    return found.fields ? unknown(path, noField(source, field), field, found.fields) : []
  })
}

function lintChecks(content: RunbookContent, named: Named): Finding[] {
  const picks = new Set(content.picks.map((pick) => `pick.${pick.name}`))
  return content.checks.flatMap((check) => {
    if (check.kind === 'ask') return []
    const path = ['checks', check.name]
    return [
      ...unknown(
        [...path, 'source'],
        sentence`There is no source “${check.source}”`,
        check.source,
        named.sources,
      ),
      ...Object.entries(check.with).flatMap(([key, value]) =>
        typeof value === 'string' ? lintGiven(content, [...path, 'with', key], value, picks) : [],
      ),
    ]
  })
}

/** Checks run at once: what one finds, another cannot start from. */
function lintGiven(content: RunbookContent, path: Path, value: string, picks: Known): Finding[] {
  if (value.startsWith('pick.')) return unknown(path, noPick(value), value, picks)
  const isOfCheck = content.checks.some((check) => value.startsWith(`${check.name}.`))
  return isOfCheck
    ? [{ path, reason: sentence`A check cannot use the value of another: pick it`, word: value }]
    : []
}
