import { createHash } from 'node:crypto'
import { LineCounter, isScalar, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { Sentence } from '@firstline/contract/sentence'
import { isSharedName } from '@firstline/contract/own-property'
import { splitText } from '@firstline/contract/formats/runbook-text'
import { messageOf } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { placesOf, startOf, whereIn } from './places.ts'
import type { Path, Places, TextRange } from './places.ts'
import { tooManyEntries } from './too-many-entries.ts'
import { yamlWords } from './yaml-words.ts'

const apiVersion = 'firstline/v1'
/** Of one file; who has so many mends the first ones first. */
export const mostProblems = 200

/** Why a file does not load. `file` is relative to the project folder, `line` counts from 1. */
export type ProjectProblem = {
  file: string
  line: number
  reason: string
  /** The same for who reads it in another language. */
  said: Sentence
  suggestion: string | null
}
export type FileProblem = Omit<ProjectProblem, 'file'>

/** One file of the project folder, read and understood as YAML or as Markdown with a YAML head. */
export type LoadedFile = {
  /** Relative to the project folder, with `/`. */
  path: string
  kind: string
  id: string
  definition: Record<string, unknown>
  /** Of a description of an API that is kept in part: all its operations. */
  operationIds?: readonly string[]
  /** The text after the head of a Markdown file, and the line it begins on. */
  body: { text: string; line: number } | null
  text: string
  /** SHA-256 of the text, in hex: another hash is another definition. */
  hash: string
  /** The line of a value or, when it is not there, of the nearest thing around it. */
  lineOf(path: Path): number
  /** Where a value is written, as far as its first line; columns count from 1, the end is exclusive. */
  rangeOf(path: Path): TextRange
}

export type Parsed = { file: LoadedFile } | { problems: FileProblem[] } | { isForeign: true }

/** What a file says, and where: all of it may go from one process to another. */
export type ReadFile =
  | { problems: FileProblem[] }
  | { isForeign: true }
  | { definition: Record<string, unknown>; body: LoadedFile['body']; places: Places }

/** @param kinds for the nearest spelling of an unknown kind */
export function parseProjectFile(path: string, text: string, kinds: readonly string[]): Parsed {
  return loadFile(path, text, readProjectFile(path, text), kinds)
}

/** Takes as long as the text is large. */
export function readProjectFile(path: string, text: string): ReadFile {
  try {
    return readHead(path, text)
  } catch (error) {
    // aliases that multiply, nesting beyond the stack
    return {
      problems: [problem(1, unreadable(messageOf(error)))],
    }
  }
}

/** What was read, where its head is one of a definition. */
export function loadFile(
  path: string,
  text: string,
  read: ReadFile,
  kinds: readonly string[],
): Parsed {
  if (!('definition' in read)) return read
  const { definition, body, places } = read
  if ('openapi' in definition) return { file: openApiFile(path, text, definition) }
  const where = whereIn(places)
  const problems = headProblems(path, definition, where.lineOf, kinds)
  if (problems.length > 0) return { problems }
  const { kind, id } = definition as { kind: string; id?: string }
  const hash = sha256(text)
  return { file: { path, kind, id: id ?? path, definition, body, text, hash, ...where } }
}

function unreadable(why: string): Sentence {
  return sentence`The file cannot be read as YAML: ${yamlWords(why)}`
}

function readHead(path: string, text: string): ReadFile {
  const parts = path.endsWith('.md') ? splitHead(text) : { head: text, headLine: 1, body: null }
  if (!parts) return foreignProse(path)
  const excess = tooManyEntries(parts.head)
  if (excess !== null) return { problems: [problem(1, excess)] }
  const lines = new LineCounter()
  const document = parseDocument(parts.head, {
    lineCounter: lines,
    prettyErrors: false,
    // compared with each other by the library: below, in one pass
    uniqueKeys: false,
  })
  const lineAt = (offset: number) => lines.linePos(offset).line + parts.headLine - 1
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) =>
      problem(lineAt(pos[0]), unreadable(message)),
    )
    return { problems }
  }
  const refused = refusedKeys(document)
  if (refused.length > 0) {
    return { problems: refused.map(({ offset, reason }) => problem(lineAt(offset), reason)) }
  }
  const definition: unknown = document.toJS({ maxAliasCount: 50 })
  if (!isRecord(definition))
    return { problems: [problem(1, sentence`The file is not a YAML mapping`)] }
  const { head, headLine, body } = parts
  return { definition, body, places: placesOf(document, { head, headLine }) }
}

/** Keys name what the author declares: once each, and nothing like what all objects share. */
function refusedKeys(document: Document): { offset: number; reason: Sentence }[] {
  const refused: { offset: number; reason: Sentence }[] = []
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>()
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key
        const reason = refusalOfKey(String(name), names.has(name))
        if (reason !== null) refused.push({ offset: startOf(key) ?? 0, reason })
        names.add(name)
      }
    },
  })
  return refused.slice(0, mostProblems)
}

function refusalOfKey(name: string, isThere: boolean): Sentence | null {
  if (isSharedName(name)) return sentence`“${name}” cannot be a name in a file of the project`
  return isThere ? sentence`Map keys must be unique` : null
}

/** A read-me beside the definitions is welcome; below a folder every Markdown file is a definition. */
function foreignProse(path: string): { isForeign: true } | { problems: FileProblem[] } {
  if (!path.includes('/')) return { isForeign: true }
  return {
    problems: [
      problem(
        1,
        sentence`A definition in Markdown begins with a YAML head between two lines “---”`,
      ),
    ],
  }
}

function splitHead(text: string) {
  const parts = splitText(text)
  if (!parts) return null
  const { before, head, after, body } = parts
  const line = (before + head + after).split('\n').length
  return { head, headLine: 2, body: { text: body, line } }
}

/** The description of an HTTP API, which sources and actions name operations of. */
export function openApiFile(
  path: string,
  text: string,
  definition: Record<string, unknown>,
): LoadedFile {
  const hash = sha256(text)
  const start = { line: 1, column: 1, endColumn: 2 }
  const where = { lineOf: () => 1, rangeOf: () => start }
  return { path, kind: 'OpenAPI', id: path, definition, body: null, text, hash, ...where }
}

function headProblems(
  path: string,
  definition: Record<string, unknown>,
  lineOf: (path: Path) => number,
  kinds: readonly string[],
): FileProblem[] {
  const { apiVersion: version, kind, id } = definition
  if (version !== apiVersion) {
    return [
      problem(
        lineOf(['apiVersion']),
        sentence`apiVersion must be ${apiVersion}`,
        `apiVersion: ${apiVersion}`,
      ),
    ]
  }
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    const reason = sentence`kind must be one of ${kinds.join(', ')}`
    return [problem(lineOf(['kind']), reason, nearest(String(kind), kinds))]
  }
  if (kind === 'Project') {
    return path === 'firstline.yaml'
      ? []
      : [problem(1, sentence`The project is declared in firstline.yaml only`)]
  }
  if (typeof id === 'string' && id.split('.').some(isSharedName)) {
    return [problem(lineOf(['id']), sentence`“${id}” cannot be a name in a file of the project`)]
  }
  if (typeof id === 'string' && /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/.test(id) && id.length <= 80)
    return []
  return [
    problem(lineOf(['id']), sentence`id must be lower-case words joined by “.”, “-” or “_”`, null),
  ]
}

export function problem(
  line: number,
  reason: Sentence,
  suggestion: string | null = null,
): FileProblem {
  return { line, reason: textOf(reason), said: reason, suggestion }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
