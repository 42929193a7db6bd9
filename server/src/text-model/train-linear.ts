import { present } from '@firstline/contract/present'
import { randomOf, shuffle } from './random.ts'
import type { Vector } from './vocabulary.ts'

/** Weights by feature, then class, so that one text touches few runs of memory; then the biases. */
export type LinearModel = { classes: number; weights: Float32Array; bias: Float32Array }

export type Labelled = {
  vector: Vector
  /** The class it is; or, with `isNot`, the one it is not: nothing is known of the others then. */
  label: number
  isNot?: boolean
}

type Size = { features: number; classes: number }

/** Found by cross-validation; neither matters much between half and twice of it. */
const cost = 1
const epochs = 10

/**
 * One-vs-rest linear SVMs with squared hinge loss by dual coordinate descent (Hsieh et al., ICML
 * 2008), all classes in one pass: they share each text's features, not their dual variables. No
 * learning rate, converges from one example a class, and the same examples give the same model.
 */
export function trainLinear(
  examples: readonly Labelled[],
  { features, classes }: Size,
): LinearModel {
  const model = {
    classes,
    weights: new Float32Array(features * classes),
    bias: new Float32Array(classes),
  }
  const dual = new Float32Array(examples.length * classes)
  const costs = costsOf(examples, classes)
  const random = randomOf(1)
  const order = Uint32Array.from(examples.keys())
  const step = new Float32Array(classes)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const example = present(examples[index])
      marginsInto(step, model, example.vector)
      stepsFrom(step, example, dual.subarray(index * classes, (index + 1) * classes), costs)
      addScaled(model, example.vector, step)
    }
  }
  return model
}

export function marginsInto(out: Float32Array, model: LinearModel, vector: Vector): void {
  const { classes, weights } = model
  out.set(model.bias)
  for (let position = 0; position < vector.indices.length; position++) {
    const value = present(vector.values[position])
    const row = present(vector.indices[position]) * classes
    // `!`, as a row is as long as there are classes; asking anew takes half of the time again
    for (let label = 0; label < classes; label++) out[label]! += value * weights[row + label]!
  }
}

/** Turns margins into the changes of the dual variables, signed for the weights. */
function stepsFrom(
  step: Float32Array,
  { vector, label, isNot }: Labelled,
  dual: Float32Array,
  costs: Costs,
): void {
  const square = vector.values.reduce((sum, value) => sum + value * value, 1) // with the bias
  for (const [other, margin] of step.entries()) {
    const isKnown = other === label || isNot !== true
    if (!isKnown) {
      step[other] = 0
      continue
    }
    const sign = other === label && isNot !== true ? 1 : -1
    const before = present(dual[other])
    const loosen = 1 / (2 * (sign > 0 ? present(costs.of[other]) : costs.against))
    const gradient = sign * margin - 1 + loosen * before
    const next = Math.max(0, before - gradient / (square + loosen))
    step[other] = sign * (next - before)
    dual[other] = next
  }
}

function addScaled(model: LinearModel, { indices, values }: Vector, step: Float32Array): void {
  const { classes, weights, bias } = model
  const changed = [...step.keys()].filter((label) => step[label] !== 0)
  for (const label of changed) bias[label] = present(bias[label]) + present(step[label])
  for (let position = 0; position < indices.length; position++) {
    const row = present(indices[position]) * classes
    const value = present(values[position])
    // `!` as above
    for (const label of changed) weights[row + label]! += value * step[label]!
  }
}

type Costs = { of: Float32Array; against: number }

/** A rare class pays more for each text it misses, within limits: or the large ones swallow it. */
function costsOf(examples: readonly Labelled[], classes: number): Costs {
  const counts = new Float32Array(classes)
  for (const { label, isNot } of examples)
    if (isNot !== true) counts[label] = present(counts[label]) + 1
  const usual = examples.length / classes
  const of = counts.map((count) => cost * Math.min(4, Math.max(1, Math.sqrt(usual / (count || 1)))))
  return { of, against: cost }
}
