import { ownProperty } from '@firstline/contract/own-property'
import type { LogLine } from '#server/connections/read-lines.ts'
import { parseExactJson } from '#server/core/exact-json.ts'

/** Where a value stands: by a path in a line that is a JSON object, or as a label. */
export type Place = { in: 'line'; path: readonly string[] } | { in: 'label'; name: string }

/** A line, and the object that it writes; null where it is a text. */
export type ReadLine = LogLine & { object: Readonly<Record<string, unknown>> | null }

/**
 * Where a name may stand: as it is in the line, as a path into it, or as a label (or structured metadata)
 * with `_` for what labels cannot have.
 */
export function placesOf(name: string): Place[] {
  const path = name.split('.')
  return [
    { in: 'line', path: [name] },
    ...(path.length > 1 ? [{ in: 'line' as const, path }] : []),
    { in: 'label', name: name.replaceAll(/[^A-Za-z0-9_]/g, '_') },
  ]
}

export function readLine(line: LogLine): ReadLine {
  return { ...line, object: objectIn(line.text) }
}

/** The value there as a text; undefined where there is none, or nothing that is one. */
export function textAt({ object, labels }: ReadLine, place: Place): string | undefined {
  const value = place.in === 'label' ? labels.get(place.name) : valueAt(object, place.path)
  if (value === '' || value === null) return undefined
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}

/** The first of several names that is there. */
export function firstText(line: ReadLine, names: readonly string[]): string | undefined {
  for (const place of names.flatMap(placesOf)) {
    const found = textAt(line, place)
    if (found !== undefined) return found
  }
  return undefined
}

function valueAt(object: unknown, path: readonly string[]): unknown {
  let found = object
  for (const step of path) {
    if (!isObject(found)) return undefined
    found = ownProperty(found, step)
  }
  return found
}

function objectIn(text: string): Record<string, unknown> | null {
  if (!/^\s*\{/.test(text)) return null
  try {
    const value = parseExactJson(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
