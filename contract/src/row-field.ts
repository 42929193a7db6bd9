import { ownProperty, setOwnProperty } from './own-property.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * A field of a row: the column of that name, or a path into what a column holds (`customer.email`);
 * of a list what each of its parts holds there, without those that hold nothing.
 */
export function rowField(row: Row, field: string): unknown {
  return Object.hasOwn(row, field) ? ownProperty(row, field) : at(row, field.split('.'))
}

function at(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value
  if (Array.isArray(value)) {
    const found = value.flatMap((part) => at(part, [step, ...rest]))
    return found.every((part) => part === undefined) ? undefined : found.filter(isThere)
  }
  return isRow(value) ? at(ownProperty(value, step), rest) : undefined
}

type Change = (value: unknown) => unknown

/** The row with another value wherever it holds the field: as a column, by the path, in each part of a list. */
export function withRowField(row: Row, field: string, change: Change): Row {
  const column = withPath(row, [field], change)
  return field.includes('.') ? withPath(column, field.split('.'), change) : column
}

function withPath(row: Row, [step, ...rest]: readonly string[], change: Change): Row {
  if (step === undefined || !Object.hasOwn(row, step)) return row
  const copy: Record<string, unknown> = { ...row }
  setOwnProperty(copy, step, changed(ownProperty(row, step), rest, change))
  return copy
}

function changed(value: unknown, path: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) return value.map((part) => changed(part, path, change))
  if (path.length === 0) return isThere(value) ? change(value) : value
  return isRow(value) ? withPath(value, path, change) : value
}

/** Whether one of them is the other, or lies within it: `customer` and `customer.email`. */
export function areOneField(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
