import type { Sentence } from '@firstline/contract/sentence'
import { ownProperty } from '@firstline/contract/own-property'
import { sentence } from '#server/core/sentence.ts'
import type { Path } from '#server/project/places.ts'
import { nearest } from '#server/core/spelling.ts'
import { isPath } from './mapping.ts'

export type Schema = Record<string, unknown>
export type MappingProblem = { path: Path; reason: Sentence; suggestion: string | null }

/** The names a mapping may read, each with the JSON Schema of what it holds; null: anything. */
export type Known = ReadonlyMap<string, Schema | null>

/** All that is wrong with what a mapping names, at every depth. */
export function checkMapping(value: unknown, known: Known, path: Path): MappingProblem[] {
  if (typeof value === 'string') return checkText(value, known, path)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((part, i) => checkMapping(part, known, [...path, i]))
  const form = formOf(value)
  if (form) return checkForm(form, value as Schema, known, path)
  return Object.entries(value).flatMap(([name, part]) => checkMapping(part, known, [...path, name]))
}

/** A path must name something known; other text must not look like one. */
function checkText(text: string, known: Known, path: Path): MappingProblem[] {
  if (isPath(text)) return checkPath(text, known, path)
  const literal = `{ $text: ${JSON.stringify(text)} }`
  if (known.has(text)) {
    return [problem(path, sentence`“${text}” is a name, not a value: say which field`, literal)]
  }
  const field = [...known].find(([, schema]) => Object.hasOwn(propertiesOf(schema) ?? {}, text))
  if (field) {
    const reason = sentence`“${text}” would be sent as these characters, and is also the name of ${field[0]}.${text}`
    return [problem(path, reason, `${field[0]}.${text} | ${literal}`)]
  }
  const [root = ''] = text.split('.', 1)
  if (root !== text && known.has(root.trim())) {
    return [problem(path, sentence`“${text}” begins like a path and names nothing`, literal)]
  }
  const inside = /\{\s*([A-Za-z_]\w*)\s*\./.exec(text)?.[1]
  if (inside === undefined || !known.has(inside)) return []
  return [problem(path, sentence`“${text}”: nothing is filled in inside a text`, literal)]
}

/** @param text of the form of a path */
export function checkPath(text: string, known: Known, path: Path): MappingProblem[] {
  const [root = '', ...steps] = text.split('.')
  if (!known.has(root)) {
    const names = [...known.keys()]
    const reason = sentence`“${root}” is not declared (declared: ${names.join(', ')})`
    return [problem(path, reason, nearest(root, names) ?? `{ $text: ${JSON.stringify(text)} }`)]
  }
  let schema = known.get(root) ?? null
  for (const step of steps) {
    const properties = propertiesOf(schema)
    if (!properties) return []
    if (!Object.hasOwn(properties, step)) {
      return [
        problem(path, sentence`“${text}” names nothing`, nearest(step, Object.keys(properties))),
      ]
    }
    schema = ownProperty(properties, step) ?? null
  }
  return []
}

/** What a path that names something holds, as far as the files say; null: anything. */
export function schemaAt(text: string, known: Known): Schema | null {
  const [root = '', ...steps] = text.split('.')
  let schema = known.get(root) ?? null
  for (const step of steps) schema = ownProperty(propertiesOf(schema) ?? {}, step) ?? null
  return schema
}

/** @returns null when it does not say; a plain value has none */
function propertiesOf(schema: Schema | null): Record<string, Schema> | null {
  if (!schema) return null
  if (schema.properties) return schema.properties as Record<string, Schema>
  const plain = ['string', 'number', 'integer', 'boolean', 'null']
  const types = [schema.type ?? []].flat() as string[]
  return types.length > 0 && types.every((type) => plain.includes(type)) ? {} : null
}

function formOf(value: object): '$text' | '$from' | null {
  if (Object.hasOwn(value, '$text')) return '$text'
  return Object.hasOwn(value, '$from') || Object.hasOwn(value, '$missing') ? '$from' : null
}

function checkForm(
  form: '$text' | '$from',
  value: Schema,
  known: Known,
  path: Path,
): MappingProblem[] {
  const allowed = form === '$text' ? ['$text'] : ['$from', '$missing']
  const other = Object.keys(value).find((name) => !allowed.includes(name))
  if (other !== undefined) {
    return [
      problem([...path, other], sentence`“${other}” does not go with ${form}`, allowed.join(', ')),
    ]
  }
  if (form === '$text') {
    if (typeof value.$text === 'string') return []
    return [problem([...path, '$text'], sentence`$text: must be a text`)]
  }
  if (typeof value.$from !== 'string' || !isPath(value.$from))
    return [problem(path, sentence`$from: must be a path such as input.note`)]
  const missing = value.$missing
  const wrong =
    missing === undefined || missing === 'omit'
      ? []
      : [problem([...path, '$missing'], sentence`$missing: must be omit`, 'omit')]
  return [...wrong, ...checkPath(value.$from, known, [...path, '$from'])]
}

export function problem(
  path: Path,
  reason: Sentence,
  suggestion: string | null = null,
): MappingProblem {
  return { path, reason, suggestion }
}
