import type { Sentence } from '@firstline/contract/sentence'
import { isSharedName, ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import { sentence, textOf } from '#server/core/sentence.ts'
import { pointedAt, pointerSteps } from './json-pointer.ts'

type Part = Record<string, unknown>

/** What is left of a description: all names of its operations, and those that are kept with all they need. */
export type KeptOperations = { operationIds: string[]; definition: Part }

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
/** The description is none, or none that can be kept. */
export class UnfitDescription extends Error {
  readonly said: Sentence
  constructor(said: Sentence) {
    super(textOf(said))
    this.said = said
  }
}

/** Far more than a hundred operations refer to. */
const mostEntries = 500_000
const mostLevels = 200
/** As far as references lead on to others; a circle leads nowhere. */
const mostHops = 20

/**
 * Of a large description only the operations that are named, and what they refer to. What they answer is
 * left out but for its codes: nothing of that is ever looked at.
 * @throws UnfitDescription naming what it is that cannot be kept
 */
export function keepOperations(
  document: unknown,
  isNamed: (id: string) => boolean,
): KeptOperations {
  if (!isPart(document)) throw new UnfitDescription(sentence`It is no OpenAPI description`)
  refuseOthers(document)
  const operationIds: string[] = []
  const paths: Part = {}
  for (const [path, given] of Object.entries(partAt(document, 'paths'))) {
    const item = itemOf(document, given)
    const kept = methods.flatMap((method) => {
      const written = partAt(item, method)
      const { operationId: id } = written
      if (typeof id !== 'string') return []
      operationIds.push(id)
      return isNamed(id) ? [[method, withoutAnswers(written)] as const] : []
    })
    if (kept.length === 0) continue
    const { parameters } = item
    const shared = parameters === undefined ? [] : [['parameters', parameters] as const]
    setOwnProperty(paths, path, Object.fromEntries([...shared, ...kept]))
  }
  const { openapi, info, security } = document
  const schemes = partAt(partAt(document, 'components'), 'securitySchemes')
  const definition: Part = {
    openapi,
    info,
    ...(security === undefined ? {} : { security }),
    paths,
    components: { securitySchemes: schemes },
  }
  addReferred(document, definition)
  refuseUnfit(definition)
  return { operationIds, definition }
}

function refuseOthers({ openapi, swagger }: Part): void {
  if (typeof openapi === 'string' && /^3\.[0-9]/.test(openapi)) return
  throw new UnfitDescription(
    swagger === undefined
      ? sentence`It is no OpenAPI description: it has no “openapi”`
      : sentence`It is Swagger ${String(swagger)}: OpenAPI 3.0 or 3.1 is needed`,
  )
}

/** An item of `paths` may stand elsewhere in the document, where several paths share it. */
function itemOf(document: Part, given: unknown): Part {
  let item = given
  for (let hops = 0; hops < mostHops && isPart(item); hops++) {
    if (typeof item.$ref !== 'string') return item
    item = pointedAt(document, item.$ref)
  }
  return {}
}

function withoutAnswers(operation: Part): Part {
  const { responses, callbacks: _, ...written } = operation
  const codes = Object.keys(isPart(responses) ? responses : {}).map((code) => [code, {}])
  return { ...written, responses: Object.fromEntries(codes) }
}

/** All that the kept parts refer to in the same file, each at its own place, until nothing is missing. */
function addReferred(document: Part, definition: Part): void {
  const seen = new Set<string>()
  const looked = new Set<unknown>()
  const waiting: unknown[] = [definition]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null || looked.has(value)) continue
    looked.add(value)
    for (const part of Object.values(value)) waiting.push(part)
    const reference = isPart(value) ? value.$ref : undefined
    if (typeof reference !== 'string' || seen.has(reference)) continue
    seen.add(reference)
    const steps = pointerSteps(reference)
    const found = pointedAt(document, reference)
    if (!steps || found === undefined) continue
    place(definition, steps, found)
    waiting.push(found)
  }
}

/** Nothing that is there already is written into: it may be the document's own. */
function place(definition: Part, steps: readonly string[], found: unknown): void {
  const last = steps.at(-1)
  if (last === undefined) return
  let at = definition
  for (const step of steps.slice(0, -1)) {
    const next = ownProperty(at, step)
    if (next !== undefined && !isPart(next)) return
    const made = next ?? {}
    if (next === undefined) setOwnProperty(at, step, made)
    at = made
  }
  setOwnProperty(at, last, found)
}

/** Counted as it will be walked: what one alias stands for counts wherever it stands. */
function refuseUnfit(definition: Part): void {
  let entries = 0
  const walk = (value: unknown, level: number): void => {
    if (typeof value !== 'object' || value === null) return
    if (level > mostLevels)
      throw new UnfitDescription(sentence`It is deeper than ${mostLevels} levels`)
    for (const [name, part] of Object.entries(value)) {
      entries++
      if (entries > mostEntries) {
        const most = mostEntries.toLocaleString('en')
        throw new UnfitDescription(
          sentence`The operations that are named refer to more than ${most} entries`,
        )
      }
      if (isSharedName(name))
        throw new UnfitDescription(sentence`“${name}” cannot be a name in a file of the project`)
      walk(part, level + 1)
    }
  }
  walk(definition, 0)
}

function partAt(part: Part, name: string): Part {
  const found = ownProperty(part, name)
  return isPart(found) ? found : {}
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
