import { ownProperty } from '@firstline/contract/own-property'
import { sentence } from '#server/core/sentence.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Path } from '#server/project/places.ts'
import { nearest } from '#server/core/spelling.ts'
import { checkBody } from './check-body.ts'
import { checkMapping, problem, schemaAt } from './check-mapping.ts'
import type { Known, MappingProblem } from './check-mapping.ts'
import { leafOf } from './mapping.ts'
import type { Mapping } from './mapping.ts'
import type { Operation, Parameter } from './openapi.ts'

/** What a file wants sent with an operation. */
export type CallMapping = {
  /** By where it is written in the file, and which kinds of parameters it may fill. */
  parts: readonly { path: Path; values: Mapping; places: readonly Parameter['in'][] }[]
  body: { path: Path; value: unknown } | null
  /** Where the call itself is written. */
  path: Path
}

/**
 * Everything by which a call would differ from what its file says, or be refused by its target as
 * the target describes itself: unknown names, parameters and fields, ones that are missing, values of
 * the wrong type. Sources and actions both go through here.
 */
export function checkCall(operation: Operation, call: CallMapping, known: Known): MappingProblem[] {
  const named = [
    ...call.parts.flatMap(({ values, path }) => checkMapping(values, known, path)),
    ...(call.body ? checkMapping(call.body.value, known, call.body.path) : []),
  ]
  return [
    ...named,
    ...call.parts.flatMap((part) => checkPart(operation, part, known)),
    ...missingParameters(operation, call),
    ...checkBodyOf(operation, call, known),
  ]
}

type Part = CallMapping['parts'][number]

function checkPart(operation: Operation, { path, values, places }: Part, known: Known) {
  const able = operation.parameters.filter((parameter) => places.includes(parameter.in))
  return Object.entries(values).flatMap(([name, value]): MappingProblem[] => {
    const at = [...path, name]
    const parameters = able.filter((parameter) => isNamed(parameter, name))
    if (parameters.length > 0) {
      return parameters.flatMap((parameter) => checkValue(operation, parameter, value, at, known))
    }
    const elsewhere = operation.parameters.find((parameter) => isNamed(parameter, name))
    const reason = sentence`${operation.id} knows no parameter “${name}”`
    if (!elsewhere)
      return [
        problem(
          at,
          reason,
          nearest(
            name,
            able.map((p) => p.name),
          ),
        ),
      ]
    return [
      problem(at, sentence`${reason} here: it is in the ${elsewhere.in}`, `${elsewhere.in}: …`),
    ]
  })
}

/** Names of headers are the same in capitals. */
function isNamed(parameter: Parameter, name: string): boolean {
  return parameter.in === 'header'
    ? parameter.name.toLowerCase() === name.toLowerCase()
    : parameter.name === name
}

function checkValue(
  operation: Operation,
  parameter: Parameter,
  value: unknown,
  at: Path,
  known: Known,
): MappingProblem[] {
  const name = sentence`${operation.id}: the ${parameter.in} parameter “${parameter.name}”`
  if (parameter.style === null)
    return [problem(at, sentence`${name} is written in a way that is not known here`)]
  const leaf = leafOf(value)
  if (!leaf) return []
  if ('path' in leaf) {
    if (leaf.mayBeMissing && parameter.isRequired) {
      return [problem(at, sentence`${name} is required: it cannot be left out`)]
    }
    const given = schemaAt(leaf.path, known)
    return given?.type === 'object'
      ? [problem(at, sentence`${name} cannot be an object (${leaf.path})`)]
      : []
  }
  return guarded(at, operation, () =>
    operation.api
      .misfitsOfText(parameter.schema, leaf.literal)
      .map(({ said }) => problem(at, sentence`${name} ${said}`)),
  )
}

function missingParameters(operation: Operation, { parts, path }: CallMapping): MappingProblem[] {
  return operation.parameters
    .filter((parameter) => parameter.isRequired && !isIdempotencyKey(parameter))
    .filter(
      (parameter) =>
        !parts.some(
          ({ values, places }) =>
            places.includes(parameter.in) &&
            Object.keys(values).some((name) => isNamed(parameter, name)),
        ),
    )
    .map(({ name, in: place }) =>
      problem(path, sentence`${operation.id} needs the ${place} parameter “${name}”`),
    )
}

/** The executor's own. */
function isIdempotencyKey(parameter: Parameter): boolean {
  return parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name)
}

function checkBodyOf(operation: Operation, call: CallMapping, known: Known): MappingProblem[] {
  const { id, body } = operation
  if (!call.body) {
    return body?.isRequired ? [problem(call.path, sentence`${id} needs a body`, 'body: …')] : []
  }
  const { path, value } = call.body
  if (!body) return [problem(path, sentence`${id} knows no body`)]
  if (body.contentType === null) {
    const types = Object.keys(
      operation.api.resolve(operation.api.resolve(operation.written.requestBody).content),
    )
    return [
      problem(
        path,
        types.length > 0
          ? sentence`${id} takes ${types.join(', ')} body; only JSON can be sent`
          : sentence`${id} takes no body; only JSON can be sent`,
      ),
    ]
  }
  return guarded(path, operation, () => checkBody(operation, value, body.schema, path, known))
}

/** A description that cannot be understood is no reason to believe that the call is right. */
function guarded(path: Path, { id }: Operation, check: () => MappingProblem[]): MappingProblem[] {
  try {
    return check()
  } catch (error) {
    return [
      problem(path, sentence`The description of ${id} cannot be understood: ${messageOf(error)}`),
    ]
  }
}

/** The value of a parameter among what a part of the file gives. */
export function valueNamed(values: Mapping, parameter: Parameter): unknown {
  const name = Object.keys(values).find((given) => isNamed(parameter, given))
  return name === undefined ? undefined : ownProperty(values, name)
}
