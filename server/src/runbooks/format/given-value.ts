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

/** An object or a list, whose parts are looked at one by one. */
type Parts = { is: 'parts'; parts: object }

export function givenPartOf({ checks, picks }: RunbookContent, value: unknown): GivenLeaf | Parts {
  if (typeof value !== 'string') {
    if (typeof value !== 'object' || value === null) return { is: 'constant', value }
    const isText = Object.hasOwn(value, '$text') && '$text' in value
    return isText ? { is: 'constant', value: value.$text } : { is: 'parts', parts: value }
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
  const found = givenPartOf(content, value)
  if (found.is !== 'parts') return [found]
  return Object.values(found.parts).flatMap((part) => givenLeavesIn(content, part))
}
