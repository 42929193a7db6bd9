import { isObject } from './otlp-values.ts'

/** What a system answers for one record: objects within objects, or names with dots, or both. */
export type Document = Readonly<Record<string, unknown>>

/** Where OpenTelemetry's mapping has what a record, its resource or its scope says of itself. */
const groups = ['attributes.', 'resource.attributes.', 'scope.attributes.']
const subfield = '.keyword'

/** Where a field of that name may stand: as it is, or as an attribute. */
export function fieldsNamed(name: string): string[] {
  const plain = name.endsWith(subfield) ? name.slice(0, -subfield.length) : name
  const isPlaced = groups.some((group) => plain.startsWith(group))
  return isPlaced ? [plain] : [plain, ...groups.map((group) => `${group}${plain}`)]
}

/** All that a document says, as texts by the whole name of the field. */
export type Texts = ReadonlyMap<string, readonly string[]>

/** In whatever pieces names are written, and of lists each: two ways to write one name are one field. */
export function textsOf(document: Document): Texts {
  const texts = new Map<string, string[]>()
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value)) return value.forEach((each) => add(name, each))
    if (isObject(value)) {
      const before = name === '' ? '' : `${name}.`
      return Object.entries(value).forEach(([key, inner]) => add(`${before}${key}`, inner))
    }
    if (!isText(value)) return
    const known = texts.get(name)
    if (known) known.push(String(value))
    else texts.set(name, [String(value)])
  }
  add('', document)
  return texts
}

/** The first of several fields that is there. */
export function firstIn(texts: Texts, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const [found] = texts.get(field) ?? []
    if (found !== undefined) return found
  }
  return undefined
}

/** Every field with its whole name; what a resource and a scope say, and then the record over it. */
export function attributesIn(
  document: Document,
  isLeftOut: (field: string) => boolean,
): Record<string, unknown> {
  const all = flattened(document, '').filter(([field]) => !isLeftOut(field))
  const groupOf = (field: string) => groups.find((group) => field.startsWith(group)) ?? ''
  const rank = ['scope.attributes.', 'resource.attributes.', '', 'attributes.']
  const ranked = all.toSorted(([a], [b]) => rank.indexOf(groupOf(a)) - rank.indexOf(groupOf(b)))
  return Object.fromEntries(
    ranked.map(([field, value]) => [field.slice(groupOf(field).length), value]),
  )
}

function flattened(value: Document, before: string): [string, unknown][] {
  return Object.entries(value).flatMap(([name, inner]): [string, unknown][] =>
    isObject(inner) ? flattened(inner, `${before}${name}.`) : [[`${before}${name}`, inner]],
  )
}

function isText(value: unknown): value is string | number | boolean {
  return value !== '' && ['string', 'number', 'boolean'].includes(typeof value)
}
