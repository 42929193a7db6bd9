import type { Route } from '@firstline/contract/route'
import { z } from 'zod'

/** What a request of a route says, each part by the names of its fields. */
export type Said = {
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
}

export type HostileRequest = {
  url: string
  /** As it is sent; undefined: nothing. */
  payload: string | Buffer | undefined
  /** Of the body. */
  type: string
}

/** Each is sent in the place of every field of a request that is otherwise as it should be. */
const hostileValues: Record<string, unknown> = {
  null: null,
  'an empty text': '',
  'blank text': ' \t\u00a0\u2003',
  'a NUL': 'a\u0000b',
  'half a character': 'a\uD800b',
  'a turned text': '\u202eexe.\u2066gnp\u200b',
  'letters of all kinds': 'ﬁÅÅé́é🦄👩‍👩‍👧‍👦ة中',
  'line breaks': 'a\r\nBcc: everybody@example.com',
  'a quote and a comment': `'; drop table event; --`,
  'a path upwards': '../../../../etc/passwd',
  markup: '<script>alert(1)</script>{{7*7}}${7*7}%s%n',
  'a very long text': 'x'.repeat(20_000),
  'another thing’s id': '00000000-0000-7000-8000-000000000000',
  'a date that is none': '2026-02-31T25:61:00Z',
  'a date long past': '0001-01-01T00:00:00Z',
  'the largest date': '9999-12-31T23:59:59Z',
  'a date beyond': '+275760-09-13T00:00:00Z',
  'minus one': -1,
  nought: 0,
  'a huge number': 1e308,
  'a number no double holds': Number('9007199254740993'),
  'more than an integer of the database': 2_147_483_648,
  'a fraction': 0.5,
  'a number as text': '1',
  'a number no column holds': '9223372036854775808',
  true: true,
  'an empty list': [],
  'a list of lists': [[[[]]]],
  'a long list': Array.from({ length: 5_000 }, () => 'x'),
  'an empty object': {},
  'a prototype': JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'),
  'the name of a prototype': '__proto__',
  'a name that objects inherit': 'constructor',
  'a path to a prototype': 'acc.__proto__.authorization',
  'an operator': { $ne: null },
  'what passes for a text': JSON.parse('{"toString": 1, "toJSON": 1, "then": 1, "length": 1}'),
  'a runbook about a prototype': `---\napiVersion: firstline/v1\nkind: Runbook\nid: late\ntype: late\nowner: shop\nsymptom: [late]\nchecks:\n  acc: { ask: who, type: text }\ncauses:\n  a: { when: "acc.__proto__.authorization != 'Bearer x'", reply: r }\n---\n`,
  'a NUL inside': { note: 'a\u0000b', 'k\u0000': 1 },
  'something deep': Array.from({ length: 200 }).reduce((inner) => ({ inner }), {}),
}

type Make = (request: { url: string; payload: string }) => Partial<HostileRequest>

/** What is wrong with a body before anybody looks at its fields. */
const hostileBodies: Record<string, Make> = {
  'no body': () => ({ payload: undefined }),
  'an empty body': () => ({ payload: '' }),
  'half a body': ({ payload }) => ({ payload: payload.slice(0, -1) }),
  'a body and more': ({ payload }) => ({ payload: `${payload}${payload}` }),
  'a body in bytes that are no text': () => ({ payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe]) }),
  'a mark before it': ({ payload }) => ({ payload: `\ufeff${payload}` }),
  'lists in lists, without an end': () => ({ payload: '['.repeat(60_000) }),
  'objects in objects': () => ({ payload: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` }),
  'a body beyond the bound': ({ payload }) => ({
    payload: `${payload.slice(0, -1)}${' '.repeat(1024 * 1024)}${payload.slice(-1)}`,
  }),
  'a prototype beside the fields': ({ payload }) => ({
    payload: payload.replace(/^\{/, '{"__proto__": {"role": "admin"}, '),
  }),
  'fields that nobody asked for': ({ payload }) => ({
    payload: payload.replace(
      /\}$/,
      `${payload === '{}' ? '' : ','} "id": 1, "actor": {"kind": "system"}, "now": 1}`,
    ),
  }),
  'a text that is no JSON': ({ payload }) => ({ payload, type: 'text/plain' }),
  'a form': () => ({ payload: 'a=1&__proto__[x]=1', type: 'application/x-www-form-urlencoded' }),
  'a form with files': () => ({ payload: '--x--', type: 'multipart/form-data; boundary=x' }),
  'a type that is none': ({ payload }) => ({ payload, type: 'a/b/c;;=' }),
}

export type Walk = {
  /** What is wrong with it. */ about: string
  of(sound: Said): HostileRequest
}

/** Requests for a route, each as it should be but for one thing that nobody should send. */
export function hostileWalks(route: Route, sound: Said): Walk[] {
  const fields = (['params', 'query', 'body'] as const).flatMap((part) =>
    route[part] ? pathsOf(route[part], sound[part]).map((path) => ({ part, path })) : [],
  )
  const inFields = fields.flatMap(({ part, path }) =>
    Object.entries(hostileValues).map(([about, value]) => ({
      about: `${part}.${path.join('.')}: ${about}`,
      of: (said: Said) => request(route, { ...said, [part]: replaced(said[part], path, value) }),
    })),
  )
  if (!route.body) return inFields
  const instead = Object.entries(hostileValues).map(([about, body]) => ({
    about: `body: ${about}`,
    of: (said: Said) => request(route, { ...said, body }),
  }))
  const bodies = Object.entries(hostileBodies).map(([about, make]) => ({
    about,
    of(said: Said) {
      const sent = request(route, said)
      return { ...sent, ...make({ url: sent.url, payload: sent.payload ?? '{}' }) }
    },
  }))
  return [...inFields, ...instead, ...bodies]
}

/** As it should be. */
export function soundRequest(route: Route, sound: Said): HostileRequest {
  return request(route, sound)
}

type Path = readonly (string | number)[]

/** Every field that there may be, and whatever is inside of those that are there. */
function pathsOf(schema: z.ZodType, value: unknown): Path[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: object
  }
  const fields = Object.keys(properties).map((name) => [name])
  const inner = insideOf(value, []).filter((path) => path.length > 1)
  return [...fields, ...inner]
}

const deepest = 4

function insideOf(value: unknown, above: Path): Path[] {
  const here = above.length > 0 ? [above] : []
  if (typeof value !== 'object' || value === null || above.length === deepest) return here
  const names = Array.isArray(value) ? value.slice(0, 1).map((_, at) => at) : Object.keys(value)
  return [
    ...here,
    ...names.flatMap((name) =>
      insideOf((value as Record<string | number, unknown>)[name], [...above, name]),
    ),
  ]
}

function replaced(whole: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(whole))
    return whole.with(Number(name), replaced(whole[Number(name)], rest, value))
  const record = new Map(Object.entries(whole ?? {}))
  record.set(String(name), replaced(record.get(String(name)), rest, value))
  return Object.fromEntries(record)
}

function request(
  route: Route,
  { params, query, body }: Said,
): HostileRequest & { payload: string | undefined } {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encode(params[name]))
  const search = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`)
  return {
    url: search.length > 0 ? `${path}?${search.join('&')}` : path,
    payload: route.body ? JSON.stringify(body) : undefined,
    type: 'application/json',
  }
}

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  // half a character cannot be encoded, a path of twenty thousand is refused before it is read
  return encodeURIComponent(text.toWellFormed().slice(0, 2_000))
}
