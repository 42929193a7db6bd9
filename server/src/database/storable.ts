import { Invalid } from '#server/core/errors.ts'

/** Nothing of ours comes near it; what writes JSON, here and in PostgreSQL, goes down a call for each level. */
const deepest = 100

/**
 * PostgreSQL stores neither U+0000 nor half a surrogate pair, nor what is nested without end: said here
 * once, before any field is looked at, instead of failing at whichever column comes first.
 * @throws Invalid naming the field
 */
export function requireStorable(input: unknown): void {
  // a list of what is left to see: what callers nest must not become our depth of calls
  const left = [{ path: '', value: input, depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, value, depth } = next
    if (typeof value === 'string') requireStorableText(path, value)
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) throw notStorable(path, 'Is nested too deeply')
    for (const [name, inner] of Object.entries(value)) {
      requireStorableText(path, name)
      const of = path === '' ? name : `${path}.${name}`.slice(-200)
      left.push({ path: of, value: inner, depth: depth + 1 })
    }
  }
}

function requireStorableText(path: string, text: string): void {
  if (!text.includes('\u0000') && text.isWellFormed()) return
  throw notStorable(
    path,
    'Has a character that cannot be stored: U+0000 or half of a surrogate pair',
  )
}

function notStorable(path: string, message: string): Invalid {
  return new Invalid('input.invalid', 'Some of the input is not valid', {
    errors: [{ path, message }],
  })
}
