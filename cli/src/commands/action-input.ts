import type { Client } from '@firstline/contract/client'
import { ownProperty } from '@firstline/contract/own-property'
import { Usage } from '../exit-code.ts'

type Input = Record<string, unknown>
type Property = { type?: unknown }

/**
 * `NAME=VALUE …` as the action's schema wants it: what it takes as a number is one here too. The desk
 * checks the values.
 * @throws Usage
 */
export async function readInput(
  desk: Client,
  ticketId: string,
  action: string,
  pairs: readonly string[],
): Promise<Input> {
  const given = splitPairs('--input', pairs)
  if (given.every(([, value]) => !looksTyped(value))) return Object.fromEntries(given)
  const { items } = await desk.listActions({ params: { ticketId } })
  const schema = items.find(({ id }) => id === action)?.input
  return typedBy((schema?.properties ?? {}) as Record<string, Property>, given)
}

/** @throws Usage */
export function splitPairs(option: string, pairs: readonly string[]): [string, string][] {
  return pairs.map((pair) => {
    const at = pair.indexOf('=')
    if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)]
    throw new Usage(`${option} is “${pair}”: it is NAME=VALUE`)
  })
}

/** Texts as the schema of each name wants them; a name without one stays a text. */
export function typedBy(
  properties: Readonly<Record<string, Property>>,
  given: readonly (readonly [string, string])[],
): Input {
  return Object.fromEntries(
    given.map(([name, text]) => [name, valueOf(ownProperty(properties, name), text)]),
  )
}

function looksTyped(text: string): boolean {
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(text)
}

function valueOf(property: Property | undefined, text: string): unknown {
  if (!looksTyped(text)) return text
  const isNumber = property?.type === 'number' || property?.type === 'integer'
  const isBoolean = property?.type === 'boolean'
  if (/^(?:true|false)$/.test(text)) return isBoolean ? text === 'true' : text
  return isNumber ? Number(text) : text
}
