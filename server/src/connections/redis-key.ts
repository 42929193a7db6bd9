import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { valueAt } from './mapping.ts'
import type { Bindings } from './mapping.ts'

/** A key as a file writes it: `cart:{scope.account_id}:{params.id}`. */
export type RedisKey = readonly ({ text: string } | { path: string })[]

const place = /\{([^{}]*)\}/g

/** What a key is made of, or why it cannot be one. @param names what its places may name */
export function parseKey(
  written: string,
  names: readonly string[],
): { key: RedisKey } | { reason: Sentence } {
  const key: ({ text: string } | { path: string })[] = []
  let at = 0
  for (const match of written.matchAll(place)) {
    if (match.index > at) key.push({ text: written.slice(at, match.index) })
    key.push({ path: (match[1] ?? '').trim() })
    at = match.index + match[0].length
  }
  if (at < written.length) key.push({ text: written.slice(at) })
  const reason = faultIn(key, names)
  return reason === null ? { key } : { reason }
}

function faultIn(key: RedisKey, names: readonly string[]): Sentence | null {
  for (const [index, part] of key.entries()) {
    const before = key[index - 1]
    if ('path' in part) {
      if (!names.includes(part.path))
        return sentence`“${part.path}” names nothing (known: ${names.join(', ')})`
      if (before && 'path' in before)
        return sentence`nothing stands between “${before.path}” and “${part.path}”: one account's key could be another's`
    } else {
      if (/[{}]/.test(part.text)) return sentence`a brace stands alone`
      if (before && /^[\p{L}\p{M}\p{N}]/u.test(part.text))
        return sentence`“${part.text}” follows a value and begins with a letter or a digit: nothing says where the value ends`
    }
  }
  return null
}

const mayHold = /^[\p{L}\p{M}\p{N}._@+=~-]+$/u
const longestValue = 256

/** A value that would make another key than the one meant. */
export class UnfitKey extends Error {
  readonly said: Sentence
  constructor(path: string) {
    super(`${path} cannot be part of a key`)
    this.said = sentence`“${path}” cannot be part of a key: letters, digits and . _ - @ + = ~ can, but for what follows it in the key; ${longestValue} at most`
  }
}

/**
 * Different values never make the same key: no value has a character of those that may follow it.
 * @throws UnfitKey
 */
export function keyFor(key: RedisKey, bindings: Bindings): string {
  return key
    .map((part, index) => {
      if ('text' in part) return part.text
      const next = key[index + 1]
      return valueFor(part.path, bindings, next && 'text' in next ? next.text.charAt(0) : '')
    })
    .join('')
}

/** @param end the character at which the value ends */
function valueFor(path: string, bindings: Bindings, end: string): string {
  const value = valueAt(path, bindings)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const isFit = mayHold.test(text) && text.length <= longestValue
  if (!isFit || (end !== '' && text.includes(end))) throw new UnfitKey(path)
  return text
}
