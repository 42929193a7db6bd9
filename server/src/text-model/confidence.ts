import { present } from '@firstline/contract/present'

/**
 * How sure a class is, from its margin and from its lead over the best other class: two numbers that
 * also say "none of them", when both are low.
 */
export type Confidence = { margin: number; lead: number; constant: number }

type Seen = { margin: number; lead: number; isRight: boolean }

/** About what 77 kinds of customer questions gave, warier; held on to while there is little to go by. */
const usual: Confidence = { margin: 1.2, lead: 3, constant: -1.5 }
const holdingOn = 4

export function probability(confidence: Confidence, margin: number, lead: number): number {
  const sum = confidence.margin * margin + confidence.lead * lead + confidence.constant
  return 1 / (1 + Math.exp(-sum))
}

/** Logistic regression on what was seen right and wrong, by Newton's method, drawn to `usual`. */
export function fitConfidence(seen: readonly Seen[]): Confidence {
  const start = [usual.margin, usual.lead, usual.constant]
  let found = start
  for (let round = 0; round < 25; round++) {
    const gradient = found.map((value, index) => holdingOn * (value - present(start[index])))
    const hessian = found.map((_, row) =>
      found.map((__, column) => (row === column ? holdingOn : 0)),
    )
    const current = confidenceOf(found)
    for (const { margin, lead, isRight } of seen) {
      const chance = probability(current, margin, lead)
      const values = [margin, lead, 1]
      addScaled(gradient, values, chance - (isRight ? 1 : 0))
      for (const [row, of] of hessian.entries()) {
        addScaled(of, values, chance * (1 - chance) * present(values[row]))
      }
    }
    const step = solve(hessian, gradient)
    found = found.map((value, index) => value - present(step[index]))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return confidenceOf(found)
}

function confidenceOf([margin, lead, constant]: readonly number[]): Confidence {
  return { margin: present(margin), lead: present(lead), constant: present(constant) }
}

function addScaled(to: number[], values: readonly number[], scale: number): void {
  for (const [index, value] of values.entries()) to[index] = present(to[index]) + scale * value
}

/** Gauss–Jordan; the matrix is positive definite, so that no pivot is zero. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, present(right[index])])
  for (const [index, row] of rows.entries()) {
    const pivot = present(row[index])
    for (const [column, value] of row.entries()) row[column] = value / pivot
    for (const target of rows) if (target !== row) addScaled(target, row, -present(target[index]))
  }
  return rows.map((row) => present(row.at(-1)))
}
