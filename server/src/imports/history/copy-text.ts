import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
const written: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const needsEscape = /[\\\t\n\r]/
const meant: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' }

type Value = string | number | boolean | null

/** One row in the text format of COPY. */
export function copyLine(values: readonly Value[]): string {
  let line = copyValue(values[0] ?? null)
  for (let index = 1; index < values.length; index++)
    line += `\t${copyValue(values[index] ?? null)}`
  return `${line}\n`
}

function copyValue(value: Value): string {
  if (value === null) return '\\N'
  return typeof value === 'string' ? escapeCopy(value) : String(value)
}

/** A text as COPY reads it. */
export function escapeCopy(text: string): string {
  return needsEscape.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (character) => present(ownProperty(written, character)))
    : text
}

/** A text as COPY writes it. */
export function unescapeCopy(text: string): string {
  return text.includes('\\')
    ? text.replaceAll(
        /\\(.)/g,
        (_, character: string) => ownProperty(meant, character) ?? character,
      )
    : text
}
