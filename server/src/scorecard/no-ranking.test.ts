import { routes } from '@firstline/contract/routes'
import { expect, test } from 'vitest'
import { z } from 'zod'

type Schema = {
  type?: string
  items?: Schema
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
}

const names = /^(person|personId|agent|agentId|member|madeBy)$/
/** Numbers that name or date a thing, and tell nothing of how much somebody did. */
const notCounts = /^(number|\w*version|revision|position|step|line)$/i

test('no route lists people beside a count or a rate: nothing to rank them by', () => {
  const found = Object.entries(routes).flatMap(([name, route]) =>
    rankings(
      name,
      z.toJSONSchema(route.response, { unrepresentable: 'any', io: 'output' }) as Schema,
    ),
  )
  expect(found).toEqual([])
})

test('such a list would be found, however deep', () => {
  const share = z.object({ count: z.int(), of: z.int() })
  const board = z.object({
    teams: z.array(z.object({ agents: z.array(z.object({ personId: z.uuid(), share })) })),
  })
  const plain = z.array(z.object({ agent: z.string(), closed: z.int().nullable() }))
  const read = (schema: z.ZodType) => rankings('it', z.toJSONSchema(schema) as Schema)
  expect(read(board)).toEqual(['it.teams.agents'])
  expect(read(plain)).toEqual(['it'])
})

function rankings(path: string, root: Schema): string[] {
  const seen = new Set<string>()
  const walk = (at: string, schema: Schema): string[] => {
    if (schema.$ref) {
      if (seen.has(schema.$ref)) return []
      seen.add(schema.$ref)
    }
    const { items, properties = {}, anyOf = [] } = resolved(schema)
    const own = items && isRankable(items) ? [at] : []
    return [
      ...own,
      ...(items ? walk(at, items) : []),
      ...anyOf.flatMap((one) => walk(at, one)),
      ...Object.entries(properties).flatMap(([key, one]) => walk(`${at}.${key}`, one)),
    ]
  }
  const resolved = (schema: Schema): Schema =>
    schema.$ref ? (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema
  const isRankable = (item: Schema): boolean => {
    const entries = Object.entries(resolved(item).properties ?? {})
    const isPerson = entries.some(([key]) => names.test(key))
    return isPerson && entries.some(([key, one]) => !notCounts.test(key) && isCount(one))
  }
  const isCount = (schema: Schema): boolean => {
    const { type, anyOf, properties } = resolved(schema)
    if (type === 'integer' || type === 'number') return true
    if (properties?.count && properties.of) return true
    return anyOf?.some(isCount) ?? false
  }
  return walk(path, root)
}
