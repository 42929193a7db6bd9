import { ownProperty } from '@firstline/contract/own-property'
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

/** All that a document says in a field, as texts: in whatever pieces its name is written, and of lists each. */
export function textsIn(document: Document, field: string): string[] {
  return valuesAt(document, field.split('.')).flatMap((value) =>
    isText(value) ? [String(value)] : [],
  )
}

/** The first of several fields that is there. */
export function firstIn(document: Document, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const [found] = textsIn(document, field)
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

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path))
  if (path.length === 0) return [value]
  if (!isObject(value)) return []
  return path.flatMap((_, index) => {
    const name = path.slice(0, index + 1).join('.')
    const inner = ownProperty(value, name)
    return inner === undefined ? [] : valuesAt(inner, path.slice(index + 1))
  })
}

function isText(value: unknown): value is string | number | boolean {
  return value !== '' && ['string', 'number', 'boolean'].includes(typeof value)
}
