import { ownProperty } from '@firstline/contract/own-property'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { judgeSchema } from './judge-schema.ts'
import { mostProblems, problem } from './project-document.ts'
import type { FileProblem, LoadedFile } from './project-document.ts'
import { nearest } from '#server/core/spelling.ts'

/** Checks a file against a JSON Schema (2020-12); each problem has its line and a suggestion. */
export function schemaCheck(schema: object): (file: LoadedFile) => FileProblem[] {
  let validate: ValidateFunction | null = null
  return (file) => {
    // not before there is a file: most commands read none
    validate ??= compile(schema)
    if (validate(file.definition)) return []
    // “if” only repeats that its “then” or “else” failed
    const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if')
    return distinct(errors.slice(0, mostProblems).map((error) => problemOf(file, error)))
  }
}

function compile(schema: object): ValidateFunction {
  judgeSchema(schema)
  const options = { allErrors: true, verbose: true, strict: false, discriminator: true }
  return new Ajv2020({ ...options, validateSchema: false }).compile(schema)
}

function problemOf(file: LoadedFile, error: ErrorObject): FileProblem {
  const path = stepsOf(error.instancePath)
  const where = path.length > 0 ? `${path.join('.')}: ` : ''
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(params.additionalProperty)
      const known = Object.keys((error.parentSchema as { properties?: object })?.properties ?? {})
      const meant = nearest(unknown, known)
      const line = file.lineOf([...path, unknown])
      return problem(
        line,
        `${where}“${unknown}” is not known here`,
        meant ?? `one of ${known.join(', ')}`,
      )
    }
    case 'required': {
      const missing = String(params.missingProperty)
      return problem(file.lineOf(path), `${where}“${missing}” is missing`, `${missing}: …`)
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String)
      return notAmong(file, path, String(error.data), allowed)
    }
    case 'discriminator': {
      const tag = String(params.tag)
      const { oneOf } = error.parentSchema as { oneOf: { properties: Schemas }[] }
      const allowed = oneOf.map(({ properties }) => String(ownProperty(properties, tag)?.const))
      return notAmong(file, [...path, tag], String(params.tagValue), allowed)
    }
    case 'pattern': {
      const said = (error.parentSchema as { description?: string })?.description
      return problem(file.lineOf(path), `${where}${said ?? error.message ?? 'has the wrong form'}`)
    }
    default:
      return problem(file.lineOf(path), `${where}${error.message ?? 'is not valid'}`)
  }
}

type Schemas = Record<string, { const?: unknown } | undefined>

function notAmong(
  file: LoadedFile,
  path: string[],
  written: string,
  allowed: string[],
): FileProblem {
  const reason = `${path.join('.')}: must be one of ${allowed.join(', ')}`
  return problem(file.lineOf(path), reason, nearest(written, allowed))
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function distinct(problems: FileProblem[]): FileProblem[] {
  return [...new Map(problems.map((p) => [`${p.line} ${p.reason}`, p])).values()]
}
