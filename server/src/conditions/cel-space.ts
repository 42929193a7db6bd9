import { present } from '@firstline/contract/present'
import type { CelProgram } from './cel.ts'
import { logicOf, truth, truthOf } from './cel-logic.ts'
import type { Logic, Parts } from './cel-logic.ts'
import { comparedIn, hasLoop, nothingCompared, valuesToTry } from './cel-values.ts'
import type { KnownValues } from './cel-values.ts'
import { noValues, setPath } from '#server/core/set-path.ts'

/** A path with the values that conditions tell apart, or a part whose truth is anybody's guess. */
type Variable = { path: string | null; part: string | null; values: unknown[] }

/** The truth of a part for every combination of its variables' values, the last turning fastest. */
type Table = { variables: number[]; bits: Uint8Array; anyBits: number }

/** Which value each variable has, by index; -1: not said yet. */
export type Assignment = Int16Array

/** Conditions laid out over the values that tell them apart. */
export type Space = {
  variables: readonly Variable[]
  logic: ReadonlyMap<string, Logic>
  /** What a condition may be while some variables have no value yet. */
  truthOf(logic: Logic, assignment: Assignment): number
  variablesOf(logic: Logic): ReadonlySet<number>
  /** Parts looked up so far: what a search costs, told the same on every machine. */
  lookedUp(): number
  /** Under which condition a variable is there at all. */
  whenAsked(variable: number): Logic | undefined
}

/** Evaluated one by one; a part that would need more is a part whose truth is anybody's guess. */
const mostRowsOfPart = 20_000
const mostRows = 200_000

export type Conditions = {
  programs: ReadonlyMap<string, CelProgram>
  /** Of a name: when it is there at all. */
  askedWhen?: ReadonlyMap<string, CelProgram>
  known?: (path: string) => KnownValues
}

/** @param conditions `askedWhen` must not read its own name, or go round in a circle */
export function spaceOf({ programs, askedWhen, known = () => ({}) }: Conditions): Space {
  const parts: Parts = new Map()
  const logic = logicsOf(programs, parts)
  const asked = logicsOf(askedWhen ?? new Map(), parts)
  const variables = variablesIn(parts, known)
  const tables = new Map([...parts].map(([text, part]) => [text, tableOf(part, variables)]))
  const askedOf = variables.map((variable) => asked.get(rootOf(variable)))
  const whenAsked = (variable: number) => askedOf[variable]
  const used = new Map<Logic, ReadonlySet<number>>()
  let lookUps = 0

  function truthIn(of: Logic, assignment: Assignment): number {
    return truthOf(of, (part) => partTruth(present(tables.get(part)), assignment))
  }

  function partTruth({ variables: read, bits, anyBits }: Table, assignment: Assignment): number {
    lookUps++
    let index = 0
    let [isOpen, mayBeMissing] = [false, false]
    for (const variable of read) {
      const when = whenAsked(variable)
      const presence = when ? truthIn(when, assignment) : truth.true
      if ((presence & truth.true) === 0) return truth.error
      mayBeMissing ||= presence !== truth.true
      const value = present(assignment[variable])
      isOpen ||= value < 0
      index = index * present(variables[variable]).values.length + value
    }
    return (isOpen ? anyBits : present(bits[index])) | (mayBeMissing ? truth.error : 0)
  }

  function variablesOf(of: Logic): ReadonlySet<number> {
    const known = used.get(of)
    if (known) return known
    const own = textsIn(of).flatMap((text) => present(tables.get(text)).variables)
    const behind = own.flatMap((variable) => {
      const when = whenAsked(variable)
      return when ? [...variablesOf(when)] : []
    })
    const all = new Set([...own, ...behind])
    used.set(of, all)
    return all
  }

  return { variables, logic, truthOf: truthIn, variablesOf, lookedUp: () => lookUps, whenAsked }
}

function logicsOf(programs: ReadonlyMap<string, CelProgram>, parts: Parts): Map<string, Logic> {
  return new Map([...programs].map(([name, { expr }]) => [name, logicOf(expr, parts)]))
}

function textsIn(logic: Logic): string[] {
  if (logic.kind === 'part') return [logic.part]
  return [logic.of].flat().flatMap(textsIn)
}

function rootOf({ path }: Variable): string {
  return path?.split('.')[0] ?? ''
}

/** Paths with values to try; a part that reads one without is a variable itself, true or false. */
function variablesIn(parts: Parts, known: (path: string) => KnownValues): Variable[] {
  const compared = comparedIn([...parts.values()].map(({ expr }) => expr))
  const paths = [...new Set([...parts.values()].flatMap(({ names }) => names))]
  const tried = paths
    .filter((path) => !paths.some((other) => path.startsWith(`${other}.`)))
    .map((path): Variable => {
      const values = valuesToTry(compared.get(path) ?? nothingCompared(), known(path))
      return { path, part: null, values }
    })
    .filter(({ values }) => values.length > 0)
  const counts = new Map(tried.map(({ path, values }) => [path, values.length]))
  const rowsOf = (names: readonly string[]) =>
    names.reduce((rows, path) => rows * (counts.get(path) ?? Infinity), 1)
  let rowsLeft = mostRows
  const guesses = [...parts]
    .filter(([, { names, expr }]) => {
      // what the rows are that a loop goes over is not told by what conditions compare
      if (names.length > 0 && hasLoop(expr)) return true
      const rows = rowsOf(names)
      const isTooLarge = rows > Math.min(rowsLeft, mostRowsOfPart)
      if (!isTooLarge) rowsLeft -= rows
      return names.length > 0 && isTooLarge
    })
    .map(([part]): Variable => ({ path: null, part, values: [true, false] }))
  return [...tried, ...guesses]
}

/** A part for every combination of the values it reads, evaluated for real. */
function tableOf(part: CelProgram, variables: readonly Variable[]): Table {
  const guessed = variables.findIndex((variable) => variable.part === part.text)
  if (guessed >= 0) return table([guessed], [truth.true, truth.false])
  const used = part.names.map((path) => variables.findIndex((variable) => variable.path === path))
  const rows = combinations(used.map((variable) => present(variables[variable]).values))
  return table(
    used,
    rows.map((row) => truthOfPart(part, row)),
  )
}

function table(variables: number[], bits: number[]): Table {
  return { variables, bits: Uint8Array.from(bits), anyBits: bits.reduce((a, b) => a | b, 0) }
}

function truthOfPart(part: CelProgram, row: readonly unknown[]): number {
  const bindings = noValues()
  for (const [index, path] of part.names.entries()) setPath(bindings, path.split('.'), row[index])
  const result = part.evaluate(bindings)
  if (!('value' in result) || typeof result.value !== 'boolean') return truth.error
  return result.value ? truth.true : truth.false
}

function combinations(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}
