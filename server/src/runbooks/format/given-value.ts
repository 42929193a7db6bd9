import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookContent } from '@firstline/contract/runbooks'

/**
 * What a cause fills an input with, at every depth of objects and lists:
 *   pick.order_id, order.id       what was picked, or read by a check
 *   street                        the answer of the question of that name
 *   { $text: street }             these very characters
 *   anything else                 itself
 */
export type GivenLeaf =
  | { is: 'pick' | 'field'; path: string }
  | { is: 'answer'; check: string }
  /** A name where a value should be: of a pick, or of a check that reads rows. */
  | { is: 'name'; name: string }
  | { is: 'constant'; value: unknown }

/** @returns null for an object or a list, whose parts are looked at one by one */
export function givenLeafOf({ checks, picks }: RunbookContent, value: unknown): GivenLeaf | null {
  if (typeof value !== 'string') {
    if (typeof value !== 'object' || value === null) return { is: 'constant', value }
    if (!Object.hasOwn(value, '$text')) return null
    return { is: 'constant', value: ownProperty(value as Record<string, unknown>, '$text') }
  }
  const [first = ''] = value.split('.', 1)
  const check = checks.find(({ name }) => name === first)
  if (first !== value) {
    if (first === 'pick') return { is: 'pick', path: value }
    return check ? { is: 'field', path: value } : { is: 'constant', value }
  }
  if (check?.kind === 'ask') return { is: 'answer', check: value }
  const isName = check !== undefined || picks.some(({ name }) => name === value)
  return isName ? { is: 'name', name: value } : { is: 'constant', value }
}

/** All of them, wherever they stand. */
export function givenLeavesIn(content: RunbookContent, value: unknown): GivenLeaf[] {
  const leaf = givenLeafOf(content, value)
  if (leaf) return [leaf]
  return Object.values(value as object).flatMap((part) => givenLeavesIn(content, part))
}
