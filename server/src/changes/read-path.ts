/** What stands at a path such as `deployment.sha` or `builds.0.name`; a message's names are its own only. */
export function valueAt(message: unknown, path: string): unknown {
  let here = message
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Object.getOwnPropertyDescriptor(here, step)?.value
  }
  return here
}

/** A text, a number's digits, or a boolean's word, in one line; nothing where there is none. */
export function textAt(message: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(message, path))
    if (text !== undefined) return text
  }
  return undefined
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  // neither U+0000 nor half of a surrogate pair can be stored
  const text = value
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return text === '' ? undefined : text
}

export function listAt(message: unknown, path: string): readonly unknown[] {
  const value = valueAt(message, path)
  return Array.isArray(value) ? value : []
}

/**
 * The moment that a sender writes: ISO 8601, `2021-04-28 21:50:00 +0200`, `2016-08-12 15:26:29 UTC`, or
 * seconds or milliseconds since 1970. Without a zone it is UTC.
 */
export function momentOf(value: unknown): Date | undefined {
  const text = textOf(value)
  if (text === undefined) return undefined
  const date = /^\d{9,14}(?:\.\d+)?$/.test(text) ? ofEpoch(Number(text)) : ofCalendar(text)
  return date && date >= earliest && date < latest ? date : undefined
}

const earliest = new Date('2000-01-01T00:00:00Z')
const latest = new Date('2200-01-01T00:00:00Z')

function ofEpoch(number: number): Date {
  return new Date(number < 100_000_000_000 ? number * 1_000 : number)
}

function ofCalendar(text: string): Date | undefined {
  const found =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/i.exec(
      text,
    )
  if (!found) return undefined
  const [, day = '', time = '00:00:00', zone = 'Z'] = found
  const offset = /^[zu]/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
  const date = new Date(`${day}T${time}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
