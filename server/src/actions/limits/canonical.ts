import { createHash } from 'node:crypto'

/** SHA-256 of a value as JSON with its keys in order: equal values, equal hash. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex')
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export function isSame(a: unknown, b: unknown): boolean {
  return hashOf(a) === hashOf(b)
}
