import type { Plan } from './read-whole-tables.ts'

/**
 * Functions of our own that a plan calls for every row it looks at: what they answer is the same for all of them where
 * they are given no column, so a search would ask a thousand times what is looked for.
 * @param functions their names
 */
export function calledForEachRow(plan: Plan, functions: readonly string[]): string[] {
  const conditions = [plan.Filter, plan['Join Filter']].filter((one) => one !== undefined)
  const called = functions.filter((name) =>
    conditions.some((condition) => condition.includes(`${name}(`)),
  )
  const below = (plan.Plans ?? []).flatMap((node) => calledForEachRow(node, functions))
  return [...new Set([...called, ...below])]
}
