import type { QueryResult } from 'pg'

/**
 * PostgreSQL owes no order to a statement that asks for none, and gives the order of writing nearly
 * always: what relies on it fails once in a thousand runs, and on a large desk. In tests such rows come
 * the other way round, always.
 */
export function reverseUnordered(text: string, answer: Promise<QueryResult | QueryResult[]>): void {
  if (!isUnordered(text)) return
  // whoever waits for the answer is told after this: they came later
  answer.then(
    // of several statements in one text, as of a migration, nobody takes rows
    (result) => void (Array.isArray(result) || result.rows.reverse()),
    () => {},
  )
}

const judged = new Map<string, boolean>()
const answersRows = /^\s*(?:select|with|values)\b|\breturning\b/i
const orders = /\border\s+by\b/i
/** What a file asks for, with a bound around it: it comes in the order that is asked for inside. */
const bounded = /^select \* from \((.*)\) as source limit \d+$/s

function isUnordered(text: string): boolean {
  const before = judged.get(text)
  if (before !== undefined) return before
  const found = answersRows.test(text) && !orders.test(outermost(bounded.exec(text)?.[1] ?? text))
  judged.set(text, found)
  return found
}

/** A statement without what stands in its brackets. */
function outermost(text: string): string {
  let depth = 0
  let own = ''
  for (const sign of text) {
    if (sign === '(') depth++
    if (depth === 0) own += sign
    if (sign === ')') depth--
  }
  return own
}
