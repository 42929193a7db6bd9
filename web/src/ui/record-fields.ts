/**
 * The plain fields of a record of unknown shape, the most telling first: states, then words, flags,
 * numbers, and at last identifiers, times and ages. Databases give them in an order of their own.
 */
export function tellingFields(
  record: Record<string, unknown>,
  without: readonly string[] = [],
): [name: string, value: string | number | boolean][] {
  return Object.entries(record)
    .filter(
      (field): field is [string, string | number | boolean] =>
        !without.includes(field[0]) && isTold(field[1]),
    )
    .sort((a, b) => rankOf(a) - rankOf(b))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field that nobody gave a title, as words: `error_code` is "error code", and `age_s` "age". */
export function nameWords(name: string, value: unknown): string {
  return (isSeconds(name, value) ? name.slice(0, -2) : name).replaceAll('_', ' ')
}

/** `age_s`, `waiting_s`: by convention seconds. */
export function isSeconds(name: string, value: unknown): value is number {
  return typeof value === 'number' && name.endsWith('_s')
}

export function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
}

/** It has no parts. */
export function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

function isTold(value: unknown): boolean {
  return ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value !== '')
}

function rankOf([name, value]: [string, unknown]): number {
  if (/(^|_)(status|state)$/.test(name)) return 0
  if (isTime(value) || isSeconds(name, value)) return 5
  if (/(^|_)id$/.test(name)) return 4
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}

/** Any value in words; a plain list by commas, what else has parts as JSON, never as "[object Object]". */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain))
    return value.map(textOf).join(', ')
  return JSON.stringify(value) ?? ''
}
