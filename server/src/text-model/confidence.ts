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
    const gradient = found.map((value, index) => holdingOn * (value - start[index]!))
    const hessian = found.map((_, row) =>
      found.map((__, column) => (row === column ? holdingOn : 0)),
    )
    const current = confidenceOf(found)
    for (const { margin, lead, isRight } of seen) {
      const chance = probability(current, margin, lead)
      const values = [margin, lead, 1]
      for (const [row, value] of values.entries()) {
        gradient[row]! += (chance - (isRight ? 1 : 0)) * value
        for (const [column, other] of values.entries()) {
          hessian[row]![column]! += chance * (1 - chance) * value * other
        }
      }
    }
    const step = solve(hessian, gradient)
    found = found.map((value, index) => value - step[index]!)
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return confidenceOf(found)
}

function confidenceOf([margin, lead, constant]: readonly number[]): Confidence {
  return { margin: margin!, lead: lead!, constant: constant! }
}

/** Gauss–Jordan; the matrix is positive definite, so that no pivot is zero. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!])
  for (const [index, row] of rows.entries()) {
    const pivot = row[index]!
    for (const column of row.keys()) row[column]! /= pivot
    for (const [other, target] of rows.entries()) {
      if (other === index) continue
      const factor = target[index]!
      for (const column of target.keys()) target[column]! -= factor * row[column]!
    }
  }
  return rows.map((row) => row.at(-1)!)
}
