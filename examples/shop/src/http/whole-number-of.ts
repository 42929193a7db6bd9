import { Refused } from '#shop/http/refused.ts'

/** Its digits: as a number it would lose some. */
export function wholeNumberOf(query: URLSearchParams, name: string): string | null {
  const given = query.get(name)
  if (given === null || /^\d{1,19}$/.test(given)) return given
  throw new Refused(400, 'bad_request', `${name} must be a whole number`)
}
