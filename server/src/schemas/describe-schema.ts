import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
type Schema = Record<string, unknown>

/** What an editor shows about one property, and offers. */
export type Words = Readonly<
  Record<string, string | { text: string; examples: readonly unknown[] }>
>

/**
 * The same schema with words for whoever writes such a file. They are kept apart from the schema
 * the loader uses, whose own descriptions are what it says when a value has the wrong form.
 * @param words by path: `limits.cooldown.max`, `guards[].cel`, `connections.*.url`
 * @throws when words are about a property that is not there
 */
export function describeSchema(schema: Schema, words: Words): Schema {
  const used = new Set<string>()
  const described = describeAt(structuredClone(schema), '', words, used)
  const unused = Object.keys(words).filter((path) => !used.has(path))
  if (unused.length > 0) throw new Error(`No such properties: ${unused.join(', ')}`)
  return described
}

/** Properties a person may write that nothing says anything about. */
export function undescribed(schema: Schema): string[] {
  const paths: string[] = []
  visitProperties(schema, '', (inner, path) => {
    if (typeof inner.description !== 'string' || isForm(inner.description)) paths.push(path)
    return inner
  })
  return [...new Set(paths)]
}

function describeAt(schema: Schema, at: string, words: Words, used: Set<string>): Schema {
  return visitProperties(schema, at, (inner, path) => {
    const said = ownProperty(words, path)
    if (said === undefined) return inner
    used.add(path)
    const { text, examples } = typeof said === 'string' ? { text: said, examples: [] } : said
    const { description, ...rest } = inner
    const form = isForm(description) ? ` It ${description}.` : ''
    return {
      description: `${text}${form}`,
      ...(examples.length > 0 ? { examples } : {}),
      ...rest,
    }
  })
}

/** What the loader says about a value of the wrong form; other descriptions are for people already. */
function isForm(description: unknown): description is string {
  return typeof description === 'string' && description.startsWith('must ')
}

type Visit = (property: Schema, path: string) => Schema

/** Properties of a schema, through lists, free names and alternatives. */
function visitProperties(schema: Schema, at: string, visit: Visit): Schema {
  const inside = (inner: unknown, path: string) =>
    isSchema(inner) ? visitProperties(inner, path, visit) : inner
  const result: Schema = { ...schema }
  if (isSchema(schema.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => {
        const path = at === '' ? name : `${at}.${name}`
        return [name, isSchema(inner) ? visitProperties(visit(inner, path), path, visit) : inner]
      }),
    )
  }
  if ('items' in schema) result.items = inside(schema.items, `${at}[]`)
  if ('additionalProperties' in schema) {
    result.additionalProperties = inside(schema.additionalProperties, `${at}.*`)
  }
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const all = ownProperty(schema, keyword)
    if (Array.isArray(all))
      setOwnProperty(
        result,
        keyword,
        all.map((inner) => inside(inner, at)),
      )
  }
  for (const keyword of ['if', 'then', 'else']) {
    if (Object.hasOwn(schema, keyword))
      setOwnProperty(result, keyword, inside(ownProperty(schema, keyword), at))
  }
  return result
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
