import { ownProperty } from '@firstline/contract/own-property'
/** What stands at `exp.id` or `deploys.latest.version`, as text; null when it is not there. */
export function pathOf(values: Record<string, unknown>, path: string): string | null {
  let value: unknown = values
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null
    value = ownProperty(value as Record<string, unknown>, step)
  }
  return textOf(value)
}

/** A value as it is picked, written and handed over; lists and rows are no single value. */
export function textOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
