import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** Who is erased: by what they were known, and what stands in its place. */
export type ErasedContact = {
  contactId: string
  email: string
  name: string | null
  /** No mail ever reaches it (RFC 2606). */
  standIn: string
}

export function erasedContact(row: {
  id: string
  email: string
  name: string | null
}): ErasedContact {
  const { id: contactId, email, name } = row
  return { contactId, email, name, standIn: `erased-${contactId}@erased.invalid` }
}

export const erasedWords = '[erased]'

// what goes on a word, of any language that writes spaces: what a letter is must not depend on the locale
const inWord = String.raw`A-Za-z0-9_\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\u2dff\ua640-\ud7ff\uf900-\ufdff`
const alone = (words: string) => `(?<![${inWord}])(?:${words})(?![${inWord}])`
const literally = (words: string) => words.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign}`)

/** The address in any case; a name as it is written, whole, and each of its parts of three letters and more. */
function patternsOf({ email, name }: ErasedContact): { loose: string; exact: string | null } {
  const whole = (name ?? '').trim()
  const parts = whole.split(/[\s,;()"“”]+/).filter((part) => /\p{L}.*\p{L}.*\p{L}/su.test(part))
  // what JSON itself is written with is no name
  const names = [...(parts.length > 0 ? [whole] : []), ...parts].filter(
    (each) => !['true', 'false', 'null'].includes(each),
  )
  return {
    loose: `(?<![${inWord}.+-])${literally(email)}(?![${inWord}])`,
    exact: names.length > 0 ? alone(names.map(literally).join('|')) : null,
  }
}

/** A text column without them. */
export function struck(of: ErasedContact, column: string): RawBuilder<string> {
  const { loose, exact } = patternsOf(of)
  return sql<string>`strike_words(${sql.ref(column)}, ${loose}, ${exact})`
}

/** The same of a JSON column: what is struck stands within its texts. */
export function struckJson(of: ErasedContact, column: string): RawBuilder<string> {
  const { loose, exact } = patternsOf(of)
  return sql<string>`strike_words(${sql.ref(column)}::text, ${loose}, ${exact})::jsonb`
}

/** Of JSON in which addresses have to stay addresses: theirs becomes the one in its place. */
export function standingIn(of: ErasedContact, column: string): RawBuilder<string> {
  const { loose, exact } = patternsOf(of)
  return sql<string>`strike_words(
    regexp_replace(${sql.ref(column)}::text, ${loose}, ${of.standIn}, 'gi'), ${loose}, ${exact})::jsonb`
}
