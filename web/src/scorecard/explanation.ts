import type { Explanation, Scorecard } from '@firstline/contract/scorecard'

/** How a number of the scorecard came about. */
export function explanationOf(
  { explanations }: Scorecard,
  definition: Explanation['definition'],
): Explanation | undefined {
  return explanations.find((each) => each.definition === definition)
}
