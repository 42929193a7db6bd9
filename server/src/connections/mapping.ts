import type { Sentence } from '@firstline/contract/sentence'
import { sentence, textOf } from '#server/core/sentence.ts'
import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import { z } from 'zod'

/**
 * Values as a file writes them for a call or a read, at every depth of objects and lists:
 *   input.street                              what is there, of a known name
 *   { $from: input.note, $missing: omit }     the same; nothing is sent where it is not there
 *   { $text: "input.street" }                 these very characters
 *   anything else                             itself
 */
export type Mapping = Record<string, unknown>

/** What paths read. */
export type Bindings = Record<string, unknown>

/** One value of a mapping that is neither an object nor a list of values. */
export type Leaf = { path: string; mayBeMissing: boolean } | { literal: unknown }

const pathForm = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)+$/

export function isPath(text: string): boolean {
  return pathForm.test(text)
}

/** @returns null for an object or a list, whose parts are looked at one by one */
export function leafOf(value: unknown): Leaf | null {
  if (typeof value === 'string' && isPath(value)) return { path: value, mayBeMissing: false }
  if (typeof value !== 'object' || value === null) return { literal: value }
  if (Array.isArray(value)) return null
  if (Object.hasOwn(value, '$text')) return { literal: ownProperty(value as Mapping, '$text') }
  if (!Object.hasOwn(value, '$from')) return null
  const { $from: path, $missing: missing } = value as { $from: string; $missing?: string }
  return { path, mayBeMissing: missing === 'omit' }
}

/** Every path in it, wherever it stands. */
export function pathsIn(value: unknown): string[] {
  const leaf = leafOf(value)
  if (leaf) return 'path' in leaf ? [leaf.path] : []
  return Object.values(value as object).flatMap(pathsIn)
}

/** A path names nothing now. */
export class MissingValue extends Error {
  readonly said: Sentence
  constructor(at: string, path: string) {
    const said =
      at === path ? sentence`“${at}” has no value` : sentence`“${at}” has no value (${path})`
    super(textOf(said))
    this.said = said
  }
}

/** Stands for what is left out; never leaves this file. */
const omitted = Symbol('omitted')

/**
 * The mapping with what its paths name.
 * @throws MissingValue when one names nothing and the mapping does not say that it may
 */
export function fill(mapping: Mapping, bindings: Bindings): Record<string, unknown> {
  return fillAt(mapping, bindings, '') as Record<string, unknown>
}

/** As `fill`, for a body, which may be a list too. */
export function fillBody(body: unknown, bindings: Bindings): unknown {
  return fillAt(body, bindings, '')
}

function fillAt(value: unknown, bindings: Bindings, at: string): unknown {
  const leaf = leafOf(value)
  if (leaf) return 'path' in leaf ? lookUp(leaf, bindings, at) : leaf.literal
  const inside = (name: string) => (at === '' ? name : `${at}.${name}`)
  if (Array.isArray(value)) {
    return value
      .map((part, i) => fillAt(part, bindings, inside(String(i))))
      .filter((part) => part !== omitted)
  }
  const filled = Object.entries(value as Mapping).map(
    ([name, part]) => [name, fillAt(part, bindings, inside(name))] as const,
  )
  return Object.fromEntries(filled.filter(([, part]) => part !== omitted))
}

function lookUp(
  { path, mayBeMissing }: Extract<Leaf, { path: string }>,
  bindings: Bindings,
  at: string,
): unknown {
  const found = valueAt(path, bindings)
  if (mayBeMissing && (found === undefined || found === null)) return omitted
  if (found === undefined) throw new MissingValue(at === '' ? path : at, path)
  return found
}

/** What a path names; undefined when that is not there. */
export function valueAt(path: string, bindings: Bindings): unknown {
  let at: unknown = bindings
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = ownProperty(at as Record<string, unknown>, step)
  }
  return at
}

/** Sets what a path names. Only the outermost object is changed. */
export function setAt(
  at: Record<string, unknown>,
  [name = '', ...deeper]: readonly string[],
  value: unknown,
): void {
  if (deeper.length === 0) return setOwnProperty(at, name, value)
  const inner = { ...Fields.catch({}).parse(ownProperty(at, name)) }
  setAt(inner, deeper, value)
  setOwnProperty(at, name, inner)
}
const Fields = z.record(z.string(), z.unknown())
