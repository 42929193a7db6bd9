import { z } from 'zod'

/** A JSON Schema (2020-12), or a part of one. */
export type JsonSchema = Record<string, unknown>

// What is said in `.meta` of a form, beside the keywords of JSON Schema that zod has no word for.
declare module 'zod' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface GlobalMeta {
    /** What an editor shows about it. */
    words?: string
    /** What the loader says about a value of the wrong form: `must be …`. */
    must?: string
    /** Where a property stands among its keywords, when that is not as in the rest of its file. */
    order?: readonly string[]
    /** Instead of what zod makes of it: a form that a type of TypeScript says and no schema of zod. */
    form?: JsonSchema
  }
}

/**
 * A kind of file, said once: its zod is what it is to TypeScript, to the loader and to editors. Values
 * are judged by its JSON Schema alone, which says more than zod can and whose refusals have their place
 * in the file.
 */
export type FileForm<T> = {
  /** What the loader judges by; descriptions are what it says of a wrong value. */
  loaded(): JsonSchema
  /** The same for editors and for a company's own CI, with words. */
  published(): JsonSchema
  /** What a file of this form says, as a type only. */
  says?: T
}
export type Says<Form> = Form extends FileForm<infer T> ? T : never

/** @param order of the keywords that every schema of the file keeps */
export function fileForm<Zod extends z.ZodType>(
  zod: Zod,
  order: readonly string[] = [],
): FileForm<z.infer<Zod>> {
  const made = new Map<Reader, JsonSchema>()
  const schemaFor = (reader: Reader) => {
    const schema = made.get(reader) ?? write(z.toJSONSchema(zod, { io: 'input' }), reader, order)
    made.set(reader, schema)
    return schema
  }
  return { loaded: () => schemaFor('loader'), published: () => schemaFor('editor') }
}

/** Text that a pattern describes. */
export function matching(pattern: string, must?: string) {
  return z
    .string()
    .regex(new RegExp(pattern))
    .meta({ pattern, ...(must === undefined ? {} : { must }) })
}

/** One form where the value is of another, simpler one, else the other: problems are of one of them. */
export function either<Then extends z.ZodType, Else extends z.ZodType>(
  condition: JsonSchema,
  [then, otherwise]: readonly [Then, Else],
) {
  return z.union([then, otherwise]).meta({ if: condition })
}

/** With what an editor shows about it, and offers. */
export function described<Zod extends z.ZodType>(
  form: Zod,
  words: string,
  ...examples: unknown[]
): Zod {
  return form.meta(examples.length > 0 ? { words, examples } : { words })
}

/** The same of what may be left out. */
export function maybe<Zod extends z.ZodType>(form: Zod, words: string, ...examples: unknown[]) {
  return described(form, words, ...examples).exactOptional()
}

type Reader = 'loader' | 'editor'

/** What zod has made of a form, as this product writes it down. */
function write(given: JsonSchema, reader: Reader, fileOrder: readonly string[]): JsonSchema {
  const { words, must, examples, form, order, ...made } = given
  const said = isSchema(form) ? form : tidy(made)
  const inner = mapInner(said, (part) => write(part, reader, fileOrder))
  const isDescribed = reader === 'editor' && typeof words === 'string'
  const schema = isDescribed || must === undefined ? inner : { ...inner, description: must }
  const kept = isSchema(form) ? schema : inOrder(schema, orderOf(schema, order, fileOrder))
  if (!isDescribed) return kept
  // what the loader says of a wrong form is worth knowing before
  const demand = typeof must === 'string' && must.startsWith('must ') ? ` It ${must}.` : ''
  const shown = examples === undefined ? {} : { examples }
  return { description: `${words}${demand}`, ...shown, ...kept }
}

/** JSON Schema says in one way what zod says in several words. */
function tidy({ anyOf, discriminator, ...made }: JsonSchema): JsonSchema {
  const schema = { ...made }
  if ('const' in schema || 'enum' in schema) delete schema.type
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (isJust(schema.propertyNames, { type: 'string' })) delete schema.propertyNames
  if (isJust(schema.additionalProperties, {})) schema.additionalProperties = true
  if (anyOf === undefined) return schema
  const parts = partsOf(anyOf)
  if (isSchema(discriminator)) {
    const { propertyName: tag } = discriminator
    return { ...schema, discriminator, oneOf: parts.map((one) => withoutTag(one, tag)) }
  }
  if (!('if' in schema)) return { ...schema, ...inOneObject(parts) }
  const [then, otherwise] = parts
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
  return { ...schema, then, else: otherwise }
}

/** Which of the kinds it is has been said once for all of them. */
function withoutTag(one: JsonSchema, tag: unknown): JsonSchema {
  const needed = Array.isArray(one.required) ? one.required : []
  const untagged = { ...one, required: needed.filter((name) => name !== tag) }
  return Object.fromEntries(Object.entries(untagged).filter(([keyword]) => keyword !== 'type'))
}

/** One of several objects that have no property in common; what one may have, it has with the first it must. */
function inOneObject(parts: readonly JsonSchema[]): JsonSchema {
  const named = parts.map(({ properties, required }) => {
    const [all, needed] = [Object.keys(properties ?? {}), (required ?? []) as string[]]
    return { needed, others: all.filter((name) => !needed.includes(name)) }
  })
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      parts.flatMap(({ properties }) => Object.entries(properties ?? {})),
    ),
    oneOf: named.map(({ needed }) => ({ required: needed })),
    dependentRequired: Object.fromEntries(
      named.flatMap(({ needed, others }) => others.map((name) => [name, needed.slice(0, 1)])),
    ),
  }
}

/** The schemas right below one. */
function mapInner(schema: JsonSchema, write: (inner: JsonSchema) => JsonSchema): JsonSchema {
  const inside = (value: unknown) => (isSchema(value) ? write(value) : value)
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties' && isSchema(value)) {
        const properties = Object.entries(value).map(([name, part]) => [name, inside(part)])
        return [keyword, Object.fromEntries(properties)]
      }
      if (keyword === 'oneOf' && Array.isArray(value)) return [keyword, value.map(inside)]
      return [keyword, holdsSchema.includes(keyword) ? inside(value) : value]
    }),
  )
}

const holdsSchema = ['items', 'additionalProperties', 'propertyNames', 'then', 'else']

/** All keywords of forms, in the order they are written in: another word in `.meta` is a mistake. */
const keywords = [
  '$schema title type const enum minLength maxLength pattern minimum exclusiveMinimum maximum',
  'description minProperties maxProperties propertyNames required additionalProperties properties',
  'if then else items minItems maxItems uniqueItems discriminator oneOf dependentRequired',
].flatMap((line) => line.split(' '))

/** The order of a file is the one of its objects with properties of their own. */
function orderOf(schema: JsonSchema, own: unknown, ofFile: readonly string[]): readonly string[] {
  if (Array.isArray(own)) return own
  return 'properties' in schema ? ofFile : []
}

/** @param first what goes together at the place of its first word */
function inOrder(schema: JsonSchema, first: readonly string[]): JsonSchema {
  const others = keywords.filter((keyword) => !first.includes(keyword))
  const at = keywords.indexOf(first[0] ?? '')
  const all = at === -1 ? others : others.toSpliced(at, 0, ...first)
  const unknown = Object.keys(schema).filter((keyword) => !all.includes(keyword))
  if (unknown.length > 0) throw new Error(`No keyword of a form: ${unknown.join(', ')}`)
  const rank = ([keyword]: [string, unknown]) => all.indexOf(keyword)
  return Object.fromEntries(Object.entries(schema).toSorted((a, b) => rank(a) - rank(b)))
}

function partsOf(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : []
}

function isJust(value: unknown, wanted: JsonSchema): boolean {
  return JSON.stringify(value) === JSON.stringify(wanted)
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
