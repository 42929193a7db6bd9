/** A sender calls themselves as they like: what is no name of a person, as an address or a link, is not said. */
export function firstNameOf(name: string | null): string | null {
  const [first = ''] = (name ?? '').trim().split(/\s+/)
  return /^\p{L}[\p{L}\p{M}'’-]{0,39}$/u.test(first) ? first : null
}

/** The whole of it, by the same rule. */
export function personNameOf(name: string | null): string | null {
  const words = (name ?? '').trim().split(/\s+/)
  const isName = words.every((word) => /^\p{L}[\p{L}\p{M}'’-]{0,39}\.?$/u.test(word))
  return isName && words.length <= 6 ? words.join(' ') : null
}
