import { Invalid, messageOf } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/**
 * How a history tells which line worked a ticket.
 * - `listed`: these teams are the first line, every other named team is not
 * - `several-teams`: an assumption: a second team, or a reassignment, means escalated
 * - `told`: the history itself says the line, each time it changes
 * - `unknown`: no column tells the team, so the L1 resolution rate cannot be known
 */
export type LineRule =
  | { kind: 'listed'; firstLine: string[] }
  | { kind: 'several-teams' }
  | { kind: 'told' }
  | { kind: 'unknown' }

export type LineChoice = { l1?: readonly string[] | undefined; l1Pattern?: string | undefined }

/** @throws Invalid when no team of the file is meant by the choice */
export function chooseLines(
  choice: LineChoice,
  teams: ReadonlyMap<string, number>,
  ...tellingColumns: (number | undefined)[]
): LineRule {
  const { l1 = [], l1Pattern } = choice
  if (l1.length === 0 && l1Pattern === undefined) {
    const isTold = tellingColumns.some((column) => column !== undefined)
    return { kind: isTold ? 'several-teams' : 'unknown' }
  }
  if (teams.size === 0) {
    throw new Invalid(
      'import.no-teams',
      'The first line is named, but no column names teams: map one with --columns team=…',
    )
  }
  const listed = l1.flatMap((value) => teamsNamed(value, teams))
  const matching = l1Pattern === undefined ? [] : teamsMatching(l1Pattern, teams)
  return { kind: 'listed', firstLine: [...new Set([...listed, ...matching])] }
}

/** Endings such as “2nd” in team names: a sign that a rule by name would be the better one. */
export function namesCarryLines(teams: Iterable<string>): string | null {
  for (const team of teams) {
    if (/\b(?:[23](?:nd|rd)|L[23]|tier ?[23])\b/i.test(team)) return team
  }
  return null
}

function teamsNamed(value: string, teams: ReadonlyMap<string, number>): string[] {
  const names = teams.has(value) ? [value] : value.split(',').map((name) => name.trim())
  for (const name of names) {
    if (teams.has(name)) continue
    const meant = nearest(name, teams.keys())
    throw new Invalid(
      'import.team-not-found',
      sentence`${didYouMean(sentence`The file has no team “${name}”`, meant)}\n${listTeams(teams)}`,
    )
  }
  return names
}

function teamsMatching(pattern: string, teams: ReadonlyMap<string, number>): string[] {
  const expression = expressionOf(pattern)
  const matching = [...teams.keys()].filter((team) => expression.test(team))
  if (matching.length > 0) return matching
  throw new Invalid(
    'import.team-not-found',
    sentence`No team of the file matches --l1-pattern ${pattern}\n${listTeams(teams)}`,
  )
}

function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u')
  } catch (error) {
    throw new Invalid('import.pattern-invalid', sentence`--l1-pattern: ${messageOf(error)}`)
  }
}

function listTeams(teams: ReadonlyMap<string, number>): string {
  const most = [...teams].sort((a, b) => b[1] - a[1])
  const lines = most.slice(0, 15).map(([name, count]) => `  ${name} (${count} rows)`)
  if (most.length > 15) lines.push(`  … and ${most.length - 15} more`)
  return `Teams in the file, largest first:\n${lines.join('\n')}`
}
