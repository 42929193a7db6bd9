import { present } from '@firstline/contract/present'
import type { CelProgram } from './cel.ts'
import { isTrue } from './cel.ts'
import { truth } from './cel-logic.ts'
import type { Logic } from './cel-logic.ts'
import { spaceOf } from './cel-space.ts'
import type { Assignment, Conditions, Space } from './cel-space.ts'
import { noValues, setPath } from '#server/core/set-path.ts'

/** One state of everything the conditions read, as they would be given it. */
export type FoundState = {
  values: Record<string, unknown>
  /** False: it also takes parts to hold or not that only real values could settle. */
  isCertain: boolean
  /** Those parts, as they were assumed. */
  assumed: { part: string; isTrue: boolean }[]
}

export type StatesReport = {
  overlaps: { names: [string, string]; state: FoundState }[]
  /** A state in which none of the conditions holds; null: there is none. */
  uncovered: FoundState | null
  neverTrue: string[]
  possible: number
  checked: number
  isComplete: boolean
}

/** Branches looked into for one question, before a sample has to do. */
const mostBranches = 50_000
const samples = 5_000
/** Parts of conditions looked up for all questions together, a second or two of work; then it is partial. */
const mostLookUps = 5_000_000

/**
 * Tries every state that the conditions tell apart: of numbers the thresholds and what lies around
 * them, of texts those that are named and any other. A value that is missing need not be tried: it
 * makes a condition an error, and what holds in spite of that holds whatever the value is.
 */
export function checkStates(conditions: Conditions): StatesReport {
  const space = spaceOf(conditions)
  const named = [...space.logic]
  const none = search(
    space,
    named.map(([, logic]) => logic),
    'none holds',
  )
  const single = named.map(([name, logic]) => ({
    name,
    search: search(space, [logic], 'all hold'),
  }))
  const overlapping = pairsOf(named).map(([a, b]) => ({
    names: [a[0], b[0]] as [string, string],
    search: search(space, [a[1], b[1]], 'all hold'),
  }))
  const searches = [...overlapping, ...single].map((each) => each.search).concat(none)
  const possible = sizeOf(space, allVariables(space))
  const isComplete = searches.every((each) => each.isComplete)
  return {
    overlaps: overlapping.flatMap(({ names, search: { found } }) =>
      found ? [{ names, state: stateOf(space, found, conditions, names) }] : [],
    ),
    uncovered: none.found && stateOf(space, none.found, conditions, []),
    neverTrue: single.flatMap(({ name, search: { found, isComplete: isSure } }) =>
      found === null && isSure ? [name] : [],
    ),
    possible,
    checked: isComplete ? possible : Math.min(possible, none.seen),
    isComplete,
  }
}

/** Whether some state makes a condition true; it is said to have none only where that is certain. */
export function canBeTrue(program: CelProgram, known?: Conditions['known']): boolean {
  const space = spaceOf({ programs: new Map([['it', program]]), ...(known ? { known } : {}) })
  const { found, isComplete } = search(space, [...space.logic.values()], 'all hold')
  return found !== null || !isComplete
}

type Wanted = 'all hold' | 'none holds'
type Search = { found: Assignment | null; isComplete: boolean; seen: number }

/** Gives the variables values one after the other, and leaves a branch that can no longer succeed. */
function search(space: Space, logics: readonly Logic[], wanted: Wanted): Search {
  const order = orderOf(space, logics)
  const assignment: Assignment = new Int16Array(space.variables.length).fill(-1)
  let branches = 0
  let seen = 0

  function descend(depth: number): Assignment | null {
    const verdict = judge(space, logics, wanted, assignment)
    if (verdict === 'succeeds') return assignment.slice()
    if (verdict === 'fails') {
      seen += sizeOf(space, order.slice(depth))
      return null
    }
    const variable = order[depth]
    if (variable === undefined) return null
    for (let value = 0; value < countOf(space, variable, assignment); value++) {
      if (++branches > mostBranches || space.lookedUp() > mostLookUps) return null
      assignment[variable] = value
      const found = descend(depth + 1)
      if (found) return found
    }
    assignment[variable] = -1
    return null
  }

  const found = descend(0)
  const isCut = branches > mostBranches || space.lookedUp() > mostLookUps
  if (found !== null || !isCut) return { found, isComplete: true, seen }
  return { found: sample(space, logics, wanted), isComplete: false, seen: seen + samples }
}

function judge(
  space: Space,
  logics: readonly Logic[],
  wanted: Wanted,
  assignment: Assignment,
): 'succeeds' | 'fails' | 'open' {
  let isSettled = true
  for (const logic of logics) {
    const bits = space.truthOf(logic, assignment)
    const isSure = bits === truth.true
    const isOut = (bits & truth.true) === 0
    if (wanted === 'all hold' ? isOut : isSure) return 'fails'
    isSettled &&= isSure || isOut
  }
  return isSettled ? 'succeeds' : 'open'
}

/** The same states every time: a linter that changes its mind is none. */
function sample(space: Space, logics: readonly Logic[], wanted: Wanted): Assignment | null {
  let seed = 20_260_302
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let n = 0; n < samples && space.lookedUp() <= mostLookUps; n++) {
    const assignment = Int16Array.from(space.variables, ({ values }) => next(values.length))
    if (judge(space, logics, wanted, assignment) === 'succeeds') return assignment
  }
  return null
}

/** What most conditions read comes first: it decides most. Questions come last, they hang on the rest. */
function orderOf(space: Space, logics: readonly Logic[]): number[] {
  const used = logics.map((logic) => space.variablesOf(logic))
  const uses = (variable: number) => used.filter((each) => each.has(variable)).length
  const rank = (variable: number) => (space.whenAsked(variable) ? -1 : uses(variable))
  return [...new Set(used.flatMap((each) => [...each]))].toSorted((a, b) => rank(b) - rank(a))
}

/** A question that is not asked has no answer, whatever it would have been. */
function countOf(space: Space, variable: number, assignment: Assignment): number {
  const when = space.whenAsked(variable)
  const isAsked = !when || (space.truthOf(when, assignment) & truth.true) !== 0
  return isAsked ? present(space.variables[variable]).values.length : 1
}

function sizeOf(space: Space, variables: readonly number[]): number {
  const size = variables.reduce(
    (of, variable) => of * present(space.variables[variable]).values.length,
    1,
  )
  return Math.min(size, Number.MAX_SAFE_INTEGER)
}

function allVariables(space: Space): number[] {
  return [...space.variables.keys()]
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]))
}

/** @param holding the conditions that are to hold in it; none: no condition may */
function stateOf(
  space: Space,
  found: Assignment,
  { programs }: Conditions,
  holding: readonly string[],
): FoundState {
  const values = noValues()
  const assumed: FoundState['assumed'] = []
  for (const [index, { path, part, values: tried }] of space.variables.entries()) {
    const value = tried[Math.max(0, present(found[index]))]
    const when = space.whenAsked(index)
    const isThere = !when || space.truthOf(when, found) === truth.true
    if (path !== null && isThere) setPath(values, path.split('.'), value)
    if (part !== null && present(found[index]) >= 0) assumed.push({ part, isTrue: value === true })
  }
  const isSo = [...programs].every(([name, program]) => {
    const isWanted = holding.includes(name)
    return isWanted || holding.length === 0 ? isTrue(program, values) === isWanted : true
  })
  return { values, isCertain: assumed.length === 0 && isSo, assumed }
}
