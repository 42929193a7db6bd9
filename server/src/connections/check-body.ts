import { ownProperty } from '@firstline/contract/own-property'
import { anyOf, sentence } from '#server/core/sentence.ts'
import type { Path } from '#server/project/places.ts'
import { nearest } from '#server/core/spelling.ts'
import { problem, schemaAt } from './check-mapping.ts'
import type { Known, MappingProblem } from './check-mapping.ts'
import type { Misfit, Schema } from './document-schemas.ts'
import { leafOf, pathsIn } from './mapping.ts'
import { fieldsOf, listAt, partsOf, schemasOfItem } from './schema-fields.ts'
import type { Mapping } from './mapping.ts'
import type { Operation } from './openapi.ts'

/**
 * What is wrong with a body as it is written, before its paths have values: fields the operation
 * does not know or lacks, constants that do not fit, paths to values of another type.
 */
export function checkBody(
  operation: Operation,
  body: unknown,
  schema: Schema,
  path: Path,
  known: Known,
): MappingProblem[] {
  const walk = { operation, known }
  const found = [...misfits(walk, body, schema, path), ...unknownFields(walk, body, schema, path)]
  return [
    ...new Map(found.map((each) => [JSON.stringify([each.path, each.reason]), each])).values(),
  ]
}

type Walk = { operation: Operation; known: Known }

/**
 * A name that is in no schema of this object is a mistake unless the description says that others
 * may come (`additionalProperties`), or names none at all.
 */
function unknownFields(walk: Walk, value: unknown, schema: Schema, path: Path): MappingProblem[] {
  if (leafOf(value)) return []
  if (Array.isArray(value)) {
    return value.flatMap((part, i) =>
      schemasOfItem(walk.operation.api, schema).flatMap((item) =>
        unknownFields(walk, part, item, [...path, i]),
      ),
    )
  }
  const { fields, isOpen } = fieldsOf(walk.operation.api, schema)
  return Object.entries(value as Mapping).flatMap(([name, part]) => {
    const schemas = fields.get(name)
    const at = [...path, name]
    if (!schemas && !isOpen) return [unknownField(walk, name, [...fields.keys()], at)]
    // of alternatives the one it fits best: what is wrong with all of them is wrong
    const tries = (schemas ?? []).map((inner) => unknownFields(walk, part, inner, at))
    return tries.toSorted((a, b) => a.length - b.length)[0] ?? []
  })
}

function unknownField(
  { operation }: Walk,
  name: string,
  known: string[],
  at: Path,
): MappingProblem {
  return problem(at, sentence`${operation.id} knows no field “${name}”`, nearest(name, known))
}

function misfits(walk: Walk, value: unknown, given: Schema, path: Path): MappingProblem[] {
  const leaf = leafOf(value)
  if (leaf && 'path' in leaf) return misfitsOfPath(walk, leaf.path, given, path)
  if (pathsIn(value).length === 0) {
    const constant = leaf ? leaf.literal : unwrapped(value)
    return walk.operation.api
      .misfits(given, constant)
      .map((misfit) => problemOf(walk, misfit, path))
  }
  const schema = walk.operation.api.resolve(given)
  return [
    ...listAt(schema, 'allOf').flatMap((part) => misfits(walk, value, part, path)),
    ...bestOf(walk, value, listAt(schema, 'anyOf'), path),
    ...bestOf(walk, value, listAt(schema, 'oneOf'), path),
    ...(Array.isArray(value)
      ? misfitsOfList(walk, value, schema, path)
      : misfitsOfObject(walk, value as Mapping, schema, path)),
  ]
}

function bestOf(walk: Walk, value: unknown, alternatives: Schema[], path: Path): MappingProblem[] {
  const tries = alternatives.map((schema) => misfits(walk, value, schema, path))
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function misfitsOfList(walk: Walk, value: unknown[], schema: Schema, path: Path): MappingProblem[] {
  if (!allows(schema, 'array'))
    return [problem(path, sentence`${walk.operation.id}: must be ${anyOf(typesOf(schema))}`)]
  const { items } = schema
  if (typeof items !== 'object' || items === null) return []
  return value.flatMap((part, i) => misfits(walk, part, items as Schema, [...path, i]))
}

function misfitsOfObject(walk: Walk, value: Mapping, schema: Schema, path: Path): MappingProblem[] {
  const { id } = walk.operation
  if (!allows(schema, 'object')) {
    return [problem(path, sentence`${id}: must be ${anyOf(typesOf(schema))}`)]
  }
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  const missing = required.flatMap((name) => {
    if (!Object.hasOwn(value, name))
      return [problem(path, sentence`${id} needs the field “${name}”`, `${name}: …`)]
    const leaf = leafOf(ownProperty(value, name))
    if (!leaf || !('path' in leaf) || !leaf.mayBeMissing) return []
    return [
      problem([...path, name], sentence`${id} needs the field “${name}”: it cannot be left out`),
    ]
  })
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const { additionalProperties: more } = schema
  const others = typeof more === 'object' && more !== null ? (more as Schema) : {}
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, part]) =>
      misfits(walk, part, ownProperty(properties, name) ?? others, [...path, name]),
    ),
  ]
}

/** Of a path only its type can be known, and only when both sides say one. */
function misfitsOfPath(walk: Walk, text: string, schema: Schema, path: Path): MappingProblem[] {
  const held = typesOf(schemaAt(text, walk.known) ?? {})
  if (held.length === 0 || canHold(walk, schema, held)) return []
  const wanted = partsOf(walk.operation.api, schema).flatMap(typesOf)
  const reason = sentence`${walk.operation.id}: must be ${anyOf([...new Set(wanted)])}, and “${text}” is ${anyOf(held)}`
  return [problem(path, reason)]
}

function canHold(walk: Walk, given: Schema, held: string[]): boolean {
  const schema = walk.operation.api.resolve(given)
  const own = typesOf(schema)
  const some = (keyword: string) => {
    const list = listAt(schema, keyword)
    return list.length === 0 || list.some((part) => canHold(walk, part, held))
  }
  return (
    (own.length === 0 || own.some((type) => held.some((one) => isLike(one, type)))) &&
    listAt(schema, 'allOf').every((part) => canHold(walk, part, held)) &&
    some('anyOf') &&
    some('oneOf')
  )
}

function isLike(held: string, wanted: string): boolean {
  const number = ['number', 'integer']
  return held === wanted || (number.includes(held) && number.includes(wanted))
}

function typesOf(schema: Schema): string[] {
  return [schema.type ?? []].flat() as string[]
}

function allows(schema: Schema, type: string): boolean {
  const types = typesOf(schema)
  return types.length === 0 || types.includes(type)
}

/** A constant with `{ $text }` for what it stands for. */
function unwrapped(value: unknown): unknown {
  const leaf = leafOf(value)
  if (leaf) return 'literal' in leaf ? leaf.literal : leaf.path
  if (Array.isArray(value)) return value.map(unwrapped)
  return Object.fromEntries(
    Object.entries(value as Mapping).map(([name, part]) => [name, unwrapped(part)]),
  )
}

function problemOf({ operation }: Walk, misfit: Misfit, path: Path): MappingProblem {
  const at = [...path, ...misfit.path]
  if (misfit.missing !== null) {
    return problem(
      at,
      sentence`${operation.id} needs the field “${misfit.missing}”`,
      `${misfit.missing}: …`,
    )
  }
  if (misfit.unknown !== null) {
    return problem(
      [...at, misfit.unknown],
      sentence`${operation.id} knows no field “${misfit.unknown}”`,
    )
  }
  return problem(at, sentence`${operation.id}: ${misfit.said}`)
}
