import { withoutTrailing } from './without-trailing.ts'

/**
 * JSON as JSON.parse reads it, but that no digit is lost: a number which a double would change is
 * its digits, as a text.
 * @throws SyntaxError
 */
export function parseExactJson(text: string): unknown {
  for (const [, number = ''] of text.matchAll(mayLoseDigits)) {
    if (typeof exactNumber(number) === 'string') return JSON.parse(text, keepDigits)
  }
  return JSON.parse(text)
}

/**
 * What stands where a number does and might be changed by a double: any of up to 15 digits comes through,
 * unless its exponent is beyond 99. These alone are looked at first, as to be told of each value takes
 * three times as long as reading them all.
 */
const mayLoseDigits =
  /(?:^|[[:,\s])(-?(?:\d[\d.]{15,}(?:[eE][+-]?\d+)?|\d[\d.]{0,15}[eE][+-]?\d{3,}))/g

// the third parameter is newer than TypeScript's own description of JSON.parse
function keepDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }) {
  return typeof value === 'number' && context?.source !== undefined
    ? exactNumber(context.source)
    : value
}

/** A number where it is exact, else its digits. */
export function exactNumber(text: string): number | string {
  const number = Number(text)
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(number)) return text
  if (!Number.isFinite(number)) return text
  return isSame(text, String(number)) || isSame(text, number.toPrecision(17)) ? number : text
}

/** Whether two texts write the same decimal number; what is none is nothing to compare. */
function isSame(a: string, b: string): boolean {
  return a === b || normal(a) === normal(b)
}

function normal(text: string): string {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text)
  if (!found) return ''
  const [, sign, whole = '', part = '', exponent = '0'] = found
  const digits = `${whole}${part}`.replace(/^0+/, '')
  const kept = withoutTrailing(digits, /0/)
  if (kept === '') return '0'
  const power = Number(exponent) - part.length + digits.length - kept.length
  return `${sign === '-' ? '-' : ''}${kept}e${power}`
}
