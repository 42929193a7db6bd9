import type { Route } from '@firstline/contract/route'
import { z } from 'zod'

export type HostileRequest = {
  url: string
  body: unknown
  /** What is wrong with it. */ about: string
}

type Schema = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minLength?: number
  minimum?: number
}

/** Each is sent in the place of every field of a request that is otherwise as it should be. */
const hostileValues: Record<string, unknown> = {
  null: null,
  'an empty text': '',
  'a NUL': 'a\u0000b',
  'half a character': 'a\uD800b',
  'line breaks': 'a\r\nBcc: everybody@example.com',
  'a quote and a comment': `'; drop table event; --`,
  'a very long text': 'x'.repeat(20_000),
  'another thing’s id': '00000000-0000-7000-8000-000000000000',
  'a date that is none': '2026-02-31T25:61:00Z',
  'a date long past': '0001-01-01T00:00:00Z',
  'the largest date': '9999-12-31T23:59:59Z',
  'minus one': -1,
  'a huge number': 1e308,
  'a fraction': 0.5,
  true: true,
  'an empty list': [],
  'a list of lists': [[[[]]]],
  'a prototype': JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'),
  'the name of a prototype': '__proto__',
  'a name that objects inherit': 'constructor',
  'a path to a prototype': 'acc.__proto__.authorization',
  'a runbook about a prototype': `---\napiVersion: firstline/v1\nkind: Runbook\nid: late\ntype: late\nowner: shop\nsymptom: [late]\nchecks:\n  acc: { ask: who, type: text }\ncauses:\n  a: { when: "acc.__proto__.authorization != 'Bearer x'", reply: r }\n---\n`,
  'a NUL inside': { note: 'a\u0000b', 'k\u0000': 1 },
  'something deep': Array.from({ length: 200 }).reduce((inner) => ({ inner }), {}),
}

/**
 * Requests for a route, each with one field that nobody should send.
 * @param known real ids by the name of the field, so that requests get as far as they can
 */
export function* hostileRequests(
  route: Route,
  known: Readonly<Record<string, unknown>>,
): Generator<HostileRequest> {
  const parts = { params: route.params, query: route.query, body: route.body }
  const schemas = Object.entries(parts).flatMap(([part, schema]) =>
    schema
      ? [[part, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema] as const]
      : [],
  )
  const sample = Object.fromEntries(
    schemas.map(([part, schema]) => [part, sampleOf(schema, known)]),
  )
  yield { ...request(route, sample), about: 'as it should be' }
  for (const [part, schema] of schemas) {
    for (const name of Object.keys(schema.properties ?? {})) {
      for (const [about, value] of Object.entries(hostileValues)) {
        const changed = { ...(sample[part] as object), [name]: value }
        yield {
          ...request(route, { ...sample, [part]: changed }),
          about: `${part}.${name}: ${about}`,
        }
      }
    }
  }
  if (route.body) {
    for (const [about, body] of Object.entries(hostileValues)) {
      yield { ...request(route, { ...sample, body }), about: `body: ${about}` }
    }
  }
}

function request(route: Route, { params = {}, query = {}, body }: Record<string, unknown>) {
  const given = params as Record<string, unknown>
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encode(given[name]))
  const search = Object.entries(query as object).map(([name, value]) => `${name}=${encode(value)}`)
  return { url: search.length > 0 ? `${path}?${search.join('&')}` : path, body }
}

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // half a character cannot be encoded, a path of twenty thousand is refused before it is read
  return encodeURIComponent(text.toWellFormed().slice(0, 2_000))
}

function sampleOf(schema: Schema, known: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.[0]
  if (choice) return sampleOf(choice, known)
  if (schema.properties) {
    const fields = Object.entries(schema.properties)
    return Object.fromEntries(fields.map(([key, field]) => [key, sampleOf(field, known, key)]))
  }
  if (schema.type === 'array') return schema.items ? [sampleOf(schema.items, known)] : []
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'object') return {}
  return sampleText(schema)
}

function sampleText({ format, minLength = 0 }: Schema): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (format === 'date-time') return '2026-03-01T09:00:00Z'
  if (format === 'date') return '2026-03-01'
  if (format === 'email') return 'kim@harbour.example'
  return 'text'.padEnd(minLength, 'x')
}
