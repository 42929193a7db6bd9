import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'

type Values = Record<string, unknown>

/** Names come from outside, so that what is built of them inherits nothing. */
export function noValues(): Values {
  return Object.create(null) as Values
}

/**
 * Sets the value at a path, with the objects around it. What was set before, or lies deeper, stays;
 * undefined leaves the field out of an object that is there.
 * @param target made by `noValues`
 */
export function setPath(target: Values, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) return
  if (rest.length > 0) return setPath(innerAt(target, first), rest, value)
  if (value !== undefined && !Object.hasOwn(target, first)) setOwnProperty(target, first, value)
}

function innerAt(target: Values, name: string): Values {
  const there = ownProperty(target, name)
  if (isValues(there)) return there
  const inner = noValues()
  setOwnProperty(target, name, inner)
  return inner
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
