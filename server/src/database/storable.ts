import { Invalid } from '#server/core/errors.ts'

/**
 * PostgreSQL stores neither U+0000 nor half a surrogate pair: said here once, before any field is
 * looked at, instead of failing at whichever column comes first.
 * @throws Invalid naming the field
 */
export function requireStorable(input: unknown): void {
  // a list of what is left to see: what callers nest must not become our depth of calls
  const left = [{ path: '', value: input }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, value } = next
    if (typeof value === 'string') requireStorableText(path, value)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      requireStorableText(path, name)
      left.push({ path: path === '' ? name : `${path}.${name}`.slice(-200), value: inner })
    }
  }
}

function requireStorableText(path: string, text: string): void {
  if (!text.includes('\u0000') && text.isWellFormed()) return
  const message = 'Has a character that cannot be stored: U+0000 or half of a surrogate pair'
  throw new Invalid('input.invalid', 'Some of the input is not valid', {
    errors: [{ path, message }],
  })
}
