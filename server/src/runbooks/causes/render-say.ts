import { pathOf } from './values.ts'
import type { CheckValues } from './decide-cause.ts'

const longestValue = 200

/**
 * The reply with its `{{check.field}}` placeholders filled. It is plain text: a value can neither
 * add a line nor another placeholder; what is not known is left to be seen before it is sent.
 */
export function renderSay(say: string, values: CheckValues): string {
  return say.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_whole, path: string) => {
    const value = pathOf(values, path)
    return value === null ? `[${path}?]` : plain(value)
  })
}

function plain(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').slice(0, longestValue)
}
