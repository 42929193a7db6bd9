import { pathOf } from './values.ts'

const longestValue = 200
const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g

/**
 * The reply with its `{{check.field}}` placeholders filled. It is plain text: a value can neither
 * add a line nor another placeholder; what is not known is left to be seen before it is sent.
 */
export function renderSay(say: string, values: Record<string, unknown>): string {
  return say.replaceAll(placeholder, (_whole, path: string) => {
    const value = pathOf(values, path)
    return value === null ? `[${path}?]` : plain(value)
  })
}

/** Names of the placeholders that are left to be seen, each once. */
export function missingFrom(say: string, values: Record<string, unknown>): string[] {
  const paths = [...say.matchAll(placeholder)].map(([, path = '']) => path)
  return [...new Set(paths)].filter((path) => pathOf(values, path) === null)
}

function plain(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').slice(0, longestValue)
}
