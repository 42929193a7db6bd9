import { mostMentions } from '@firstline/contract/tickets'

/** An `@` at the beginning of a word, and what is typed of the name behind it. */
export type At = { from: number; words: string }

const longestName = 60

/** @returns null where nobody is looked for: an address, or a sign that stands alone */
export function mentionAt(text: string, caret: number): At | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  const from = line.lastIndexOf('@')
  const words = line.slice(from + 1)
  if (from < 0 || words.length > longestName || /^\s/u.test(words)) return null
  if (from > 0 && !/[\s(]/u.test(line.charAt(from - 1))) return null
  return { from: caret - words.length - 1, words }
}

type Named = { id: string; name: string }

/**
 * Who is named in a note, and where. Of two with one name the first of `people` is meant, and of names of
 * which one begins like another the longer.
 */
export function mentionsIn(text: string, people: readonly Named[]) {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const found: { personId: string; place: number }[] = []
  for (let place = text.indexOf('@'); place >= 0; place = text.indexOf('@', place + 1)) {
    const person = byLength.find(({ name }) => isNamedAt(text, place, name))
    if (person) found.push({ personId: person.id, place })
  }
  return found.slice(0, mostMentions)
}

function isNamedAt(text: string, place: number, name: string): boolean {
  if (!text.startsWith(name, place + 1)) return false
  const before = text.charAt(place - 1)
  const after = text.charAt(place + 1 + name.length)
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}
