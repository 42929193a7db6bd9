import { createHash } from 'node:crypto'
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { Sentence } from '@firstline/contract/sentence'
import { isSharedName } from '@firstline/contract/own-property'
import { splitText } from '@firstline/contract/formats/runbook-text'
import { messageOf } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
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
export type Path = readonly (string | number)[]

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
export type TextRange = { line: number; column: number; endColumn: number }

export type Parsed = { file: LoadedFile } | { problems: FileProblem[] } | { isForeign: true }

/** @param kinds for the nearest spelling of an unknown kind */
export function parseProjectFile(path: string, text: string, kinds: readonly string[]): Parsed {
  try {
    return parseHead(path, text, kinds)
  } catch (error) {
    // aliases that multiply, nesting beyond the stack
    return {
      problems: [problem(1, unreadable(messageOf(error)))],
    }
  }
}

function unreadable(why: string): Sentence {
  return sentence`The file cannot be read as YAML: ${yamlWords(why)}`
}

function parseHead(path: string, text: string, kinds: readonly string[]): Parsed {
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
  if ('openapi' in definition) return { file: openApiFile(path, text, definition) }
  const lineOf = (at: Path) => lineAt(offsetOf(document, at))
  const rangeOf = (at: Path): TextRange => {
    const [start, end] = spanOf(document, at)
    const { line, col } = lines.linePos(start)
    const [rest = ''] = parts.head.slice(start).split(/\r?\n/, 1)
    const length = Math.max(1, Math.min(end - start, rest.trimEnd().length))
    return { line: line + parts.headLine - 1, column: col, endColumn: col + length }
  }
  const problems = headProblems(path, definition, lineOf, kinds)
  if (problems.length > 0) return { problems }
  const { kind, id } = definition as { kind: string; id?: string }
  return {
    file: {
      path,
      kind,
      id: id ?? path,
      definition,
      body: parts.body,
      text,
      hash: sha256(text),
      lineOf,
      rangeOf,
    },
  }
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
function foreignProse(path: string): Parsed {
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

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

/** Of the value or, when that begins on a later line or is not there, of what stands for it. */
function spanOf(document: Document, path: Path): [number, number] {
  const start = offsetOf(document, path)
  const value = document.getIn(path, true)
  const key = keyOf(document, path)
  const shown = isScalar(value) || key === undefined ? value : key
  const [from = start, to = start + 1] = (isNode(shown) && shown.range) || []
  return [from, to]
}

function keyOf(document: Document, path: Path): unknown {
  const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined
  if (!isMap(parent)) return undefined
  const name = String(path.at(-1))
  return parent.items.find((item) => isScalar(item.key) && String(item.key.value) === name)?.key
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
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
