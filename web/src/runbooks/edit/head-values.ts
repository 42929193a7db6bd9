import { ownProperty } from '@firstline/contract/own-property'

/** The head as it stands, complete or not: what is missing or of another kind reads as empty. */
export type Head = Record<string, unknown>

export function wordAt(map: unknown, key: string): string {
  const value = isMap(map) ? ownProperty(map, key) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function valueAt(map: unknown, key: string): unknown {
  return isMap(map) ? ownProperty(map, key) : undefined
}

export function listAt(map: unknown, key: string): unknown[] {
  const value = valueAt(map, key)
  return Array.isArray(value) ? value : []
}

export function entriesAt(map: unknown, key: string): [name: string, value: unknown][] {
  const value = valueAt(map, key)
  return isMap(value) ? Object.entries(value) : []
}

/** A name nobody has: `cause`, then `cause2` … */
export function freeName(base: string, taken: readonly string[]): string {
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}${number}`)) number++
  return `${base}${number}`
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
