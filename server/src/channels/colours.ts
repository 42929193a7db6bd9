import names from 'color-name'
import { ownProperty } from '@firstline/contract/own-property'

/** A colour of a mail; clear is none at all, unknown one that only a program that draws it can tell. */
export type Colour = { red: number; green: number; blue: number } | 'clear' | 'unknown'

export function readColour(said: string): Colour {
  const named = ownProperty(names, said)
  if (named) return colourOf(named)
  if (said === 'transparent') return 'clear'
  return readHex(said) ?? readFunction(said) ?? 'unknown'
}

/** Nobody tells one from the other. */
export function hasColourOf(one: Colour, other: Colour): boolean {
  if (typeof one === 'string' || typeof other === 'string') return false
  const [red, green, blue] = [one.red - other.red, one.green - other.green, one.blue - other.blue]
  return Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) <= 12
}

function colourOf([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return { red, green, blue }
}

/** `#fff`, `#ffffff`, with or without a share of opacity; attributes leave the sign out. */
function readHex(said: string): Colour | null {
  const digits = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(said)?.[1]
  if (digits === undefined) return null
  const pairs =
    digits.length < 6 ? Array.from(digits, (digit) => digit + digit) : (digits.match(/../g) ?? [])
  const [red, green, blue, opacity = 255] = pairs.map((pair) => Number.parseInt(pair, 16))
  return blended([red, green, blue], opacity / 255)
}

/** `rgb(…)` and `rgba(…)`; of `hsl(…)` what is white or black. */
function readFunction(said: string): Colour | null {
  const [, name, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(said) ?? []
  if (name === undefined) return null
  const parts = inside.split(/[\s,/]+/).filter(Boolean)
  const [first = 0, second = 0, third = 0, opacity = 1] = parts.map(numberOf)
  if (name === 'rgb') return blended([first, second, third], opacity > 1 ? opacity / 255 : opacity)
  const isGrey = third >= 250 || third <= 5
  return isGrey ? blended([third, third, third], opacity > 1 ? opacity / 255 : opacity) : null
}

/** A share of a hundred is one of 255. */
function numberOf(part: string): number {
  const number = Number.parseFloat(part)
  return part.endsWith('%') ? number * 2.55 : number
}

function blended(parts: readonly (number | undefined)[], opacity: number): Colour {
  if (opacity < 0.05) return 'clear'
  return opacity < 0.95 ? 'unknown' : colourOf(parts.map((part) => part ?? 0))
}
