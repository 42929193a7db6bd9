import { tokenOf } from './named-parameters.ts'
import type { Reading } from './named-parameters.ts'

/** Of what the names in a statement are, as ClickHouse calls it; null: none that is bound. */
export function clickhouseType({ type = 'string' }: { type?: unknown }): string | null {
  return types.get(type) ?? null
}

const types = new Map<unknown, string>([
  ['string', 'String'],
  ['integer', 'Int64'],
  ['number', 'Float64'],
  ['boolean', 'Bool'],
])

export const clickhouseReading: Reading = {
  token: tokenOf([
    /(?:--|#!|#\s)[^\n]*/,
    /'(?:[^'\\]|''|\\[\s\S])*'/,
    /"(?:[^"\\]|""|\\[\s\S])*"/, // quoted identifier
    /`(?:[^`\\]|``|\\[\s\S])*`/,
    /\$(?<tag>[a-z_]\w*|)\$[\s\S]*?\$\k<tag>\$/, // string between tags
  ]),
  places: 'named',
  doCommentsNest: true,
}
