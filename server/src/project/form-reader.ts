import { fileForm } from '@firstline/contract/formats/form'
import type { FileForm, JsonSchema } from '@firstline/contract/formats/form'
import { ownProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { formWords } from './form-words.ts'
import type { FormError } from './form-words.ts'
import { judgeSchema } from './judge-schema.ts'
import { mostProblems, problem } from './project-document.ts'
import type { FileProblem, LoadedFile } from './project-document.ts'
import { nearest } from '#server/core/spelling.ts'

export type Read<T> = { says: T } | { problems: FileProblem[] }

/** Reads files of one form: what a file says or, each with its line and a suggestion, why it is none. */
export function formReader<T>(form: FileForm<T>): (file: LoadedFile) => Read<T> {
  let validate: ValidateFunction<T> | null = null
  const known = new WeakMap<LoadedFile, Read<T>>()
  return (file) => {
    // not before there is a file: most commands read none
    validate ??= compile<T>(form.loaded())
    const read = known.get(file) ?? readFile(file, validate)
    known.set(file, read)
    return read
  }
}

function readFile<T>(file: LoadedFile, validate: ValidateFunction<T>): Read<T> {
  const says: unknown = file.definition
  if (validate(says)) return { says }
  // “if” only repeats that its “then” or “else” failed
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if')
  return {
    problems: distinct(errors.slice(0, mostProblems).map((error) => problemOf(file, error))),
  }
}

/** Of a file that has passed already. @throws Error for one that would not */
export function whatIsSaid<T>(read: Read<T>): T {
  if ('says' in read) return read.says
  throw new Error(read.problems.map(({ reason }) => reason).join('; '))
}

/** Reads one section of firstline.yaml, for those who stand below what puts the sections together. */
export function sectionReader<Zod extends z.ZodType>(name: string, section: Zod) {
  const read = formReader(fileForm(z.object({ [name]: section.exactOptional() })))
  return (file: LoadedFile | undefined): z.infer<Zod> | undefined =>
    file && ownProperty(whatIsSaid(read(file)), name)
}

function compile<T>(schema: JsonSchema): ValidateFunction<T> {
  judgeSchema(schema)
  const options = { allErrors: true, verbose: true, strict: false, discriminator: true }
  return new Ajv2020({ ...options, validateSchema: false }).compile<T>(schema)
}

function problemOf(file: LoadedFile, error: FormError): FileProblem {
  const path = stepsOf(error.instancePath)
  const at = (what: Sentence) => (path.length > 0 ? sentence`${path.join('.')}: ${what}` : what)
  const { params } = error
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(params.additionalProperty)
      const known = Object.keys((error.parentSchema as { properties?: object })?.properties ?? {})
      const meant = nearest(unknown, known)
      const line = file.lineOf([...path, unknown])
      return problem(line, at(sentence`“${unknown}” is not known here`), meant ?? known.join(' | '))
    }
    case 'required': {
      const missing = String(params.missingProperty)
      return problem(file.lineOf(path), at(sentence`“${missing}” is missing`), `${missing}: …`)
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
      const form = said === undefined ? formWords(error) : { words: said, values: [] }
      return problem(file.lineOf(path), at(form))
    }
    default:
      return problem(file.lineOf(path), at(formWords(error)))
  }
}

type Schemas = Record<string, { const?: unknown } | undefined>

function notAmong(
  file: LoadedFile,
  path: string[],
  written: string,
  allowed: string[],
): FileProblem {
  const reason = sentence`${path.join('.')}: must be one of ${allowed.join(', ')}`
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
