/** What is there by construction; a hole is a fault of ours, and shows where it is. @throws when it is not there */
export function present<Value>(value: Value | null | undefined, what = 'A value'): Value {
  if (value == null) throw new Error(`${what} that is always there is missing`)
  return value
}
