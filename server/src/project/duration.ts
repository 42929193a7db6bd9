import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'

const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const

/** `500ms`, `3s`, `5m`, `24h` in milliseconds. @throws RangeError for anything else */
export function parseDuration(text: string): number {
  const match = /^(\d{1,6})(ms|s|m|h)$/.exec(text)
  if (!match) throw new RangeError(`“${text}” is not a duration such as 500ms, 30s or 5m`)
  return Number(match[1]) * present(ownProperty(unitMs, present(match[2])))
}
