import { ownProperty } from '@firstline/contract/own-property'
/** `exp.status = 'failed', exp.attempts = 2`: what a condition looked at, as people read it. */
export function describeValues(
  paths: readonly string[],
  values: Readonly<Record<string, unknown>>,
): string {
  return paths.map((path) => `${path} ${wordsOf(valueAt(values, path.split('.')))}`).join(', ')
}

function wordsOf(value: unknown): string {
  if (value === undefined) return 'has no value'
  if (Array.isArray(value)) return `is a list of ${value.length}`
  if (typeof value === 'string') return `= '${value}'`
  return typeof value === 'object' && value !== null ? 'is there' : `= ${String(value)}`
}

export function valueAt(values: unknown, path: readonly string[]): unknown {
  let value = values
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = ownProperty(value as Record<string, unknown>, step)
  }
  return value
}
