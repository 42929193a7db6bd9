import { ownProperty } from '@firstline/contract/own-property'
import type { DescribedApi, Schema } from './document-schemas.ts'

type Resolving = Pick<DescribedApi, 'resolve'>

/** All fields that an object may have, over all parts and alternatives of its schema. */
export function fieldsOf(
  api: Resolving,
  schema: Schema,
): { fields: Map<string, Schema[]>; isOpen: boolean } {
  const fields = new Map<string, Schema[]>()
  let isOpen = false
  let isClosed = false
  for (const part of partsOf(api, schema)) {
    for (const [name, inner] of Object.entries((part.properties ?? {}) as Record<string, Schema>)) {
      fields.set(name, [...(fields.get(name) ?? []), inner])
    }
    const { additionalProperties: more, patternProperties } = part
    if ((more !== undefined && more !== false) || patternProperties !== undefined) isOpen = true
    if (more === false) isClosed = true
  }
  return { fields, isOpen: isOpen || (fields.size === 0 && !isClosed) }
}

export function schemasOfItem(api: Resolving, schema: Schema): Schema[] {
  return partsOf(api, schema).flatMap(({ items }) =>
    typeof items === 'object' && items !== null ? [items as Schema] : [],
  )
}

/** A schema with all that it refers to, consists of and may be. */
export function partsOf(api: Resolving, schema: Schema, depth = 0): Schema[] {
  if (depth > 12) return []
  const own = api.resolve(schema)
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listAt(own, keyword))
  return [own, ...inner.flatMap((part) => partsOf(api, part, depth + 1))]
}

export function listAt(schema: Schema, keyword: string): Schema[] {
  const list = ownProperty(schema, keyword)
  return Array.isArray(list) ? (list as Schema[]) : []
}
