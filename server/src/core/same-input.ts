import type { Route } from '@firstline/contract/route'
import { z } from 'zod'

/**
 * Whether a verb asks for what the row of the contract asks for, by the very same fields: then what the
 * row's parts were parsed to is its input, and is not parsed again. Where names meet, the address decides.
 */
export function isSameInput({ params, query, body }: Route, input: z.ZodType): boolean {
  const parts = [body, query, params].filter((part) => part !== undefined)
  if (parts.length === 1 && parts[0] === input) return true
  if (!isPlain(input) || !parts.every(isPlain)) return false
  const given = new Map(parts.flatMap(({ shape }) => Object.entries(shape)))
  const asked = Object.entries(input.shape)
  return asked.length === given.size && asked.every(([name, field]) => given.get(name) === field)
}

/** Its fields are all it asks: no check of the whole, no word on other fields. */
function isPlain(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && !schema.def.catchall && !schema.def.checks?.length
}
