import { ownProperty } from '@firstline/contract/own-property'
import { JSONParser } from '@streamparser/json'
import { Invalid, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readLines, readText } from '#server/imports/read/inspect-file.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Told } from './vendor.ts'

export type JsonRecord = {
  /** The list of the vendor's envelope it came from: `tickets`; null outside any. */
  list: string | null
  record: unknown
  /** Line of the file where each record has one, else its place from 1. */
  line: number
}

const maxRecordCharacters = 32 * 1024 * 1024

/**
 * The records of a JSON file, one at a time: one a line, an array, or the vendor's envelope with
 * lists in it, also several envelopes (pages) after each other.
 * @param lists paths of the lists an envelope may hold, such as `tickets` or `data.payload`
 * @throws Invalid when the file is no JSON or ends in the middle
 */
export async function* readRecords(
  shape: FileShape,
  lists: readonly string[],
  told: Told,
): AsyncGenerator<JsonRecord> {
  const { isByLine, first } = await detectShape(shape)
  if (isByLine) yield* readByLine(shape, lists, told)
  else yield* readDocument(shape, lists, first, told)
}

async function detectShape(shape: FileShape): Promise<{ isByLine: boolean; first: string }> {
  let head = ''
  for await (const text of readText(shape)) {
    head = (head + text).replace(/^[\uFEFF\s]+/, '')
    const [line = '', next, after] = linesOf(head)
    if (next !== undefined && (isJson(line) || after !== undefined)) {
      return { isByLine: isJson(line) || isBrokenLine(line, next), first: head[0] ?? '' }
    }
    if (head.length > 4 * 1024 * 1024) break
  }
  const [line = '', next = ''] = linesOf(head)
  return { isByLine: isBrokenLine(line, next), first: head[0] ?? '' }
}

/** With nothing blank around them and between them; the last may be blank, after a line that has ended. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line, index) => line !== '' || index === lines.length - 1)
}

/** A record that was cut off, before one that was not; in a document a line ends in what goes on. */
function isBrokenLine(line: string, next: string): boolean {
  return !/[[{,:]$/.test(line) && next.startsWith('{') && isJson(next)
}

async function* readByLine(
  shape: FileShape,
  lists: readonly string[],
  { refuse, onBytes }: Told,
): AsyncGenerator<JsonRecord> {
  for await (const { line, text } of readLines(shape, onBytes)) {
    const trimmed = text.replace(/^\uFEFF/, '').trim()
    if (trimmed === '') continue
    const record = parsed(trimmed)
    if (record instanceof SyntaxError) {
      refuse({ line, reason: 'no-json', detail: record.message, raw: trimmed.slice(0, 2_000) })
    } else yield* unwrapped(record, lists, line)
  }
}

/** A line may itself be a page of the API: the records of its lists are meant. */
function* unwrapped(value: unknown, lists: readonly string[], line: number): Generator<JsonRecord> {
  if (Array.isArray(value)) {
    for (const record of value) yield { list: null, record, line }
    return
  }
  let isEnvelope = false
  const hasId = valueAt(value, 'id') !== undefined // a record that has such a list of its own
  for (const list of hasId ? [] : lists) {
    const found = valueAt(value, list)
    if (!Array.isArray(found)) continue
    isEnvelope = true
    for (const record of found) yield { list, record, line }
  }
  if (!isEnvelope) yield { list: null, record: value, line }
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? ownProperty(at as Record<string, unknown>, key)
          : undefined,
      value,
    )
}

async function* readDocument(
  shape: FileShape,
  lists: readonly string[],
  first: string,
  { onBytes }: Told,
): AsyncGenerator<JsonRecord> {
  const paths = first === '[' ? ['$.*'] : lists.map((list) => `$.${list}.*`)
  const parser = new JSONParser({ paths, keepStack: false, separator: '' })
  let found: JsonRecord[] = []
  let line = 0
  parser.onValue = ({ value, stack }) => {
    const list = stack
      .slice(1)
      .map(({ key }) => key)
      .join('.')
    found.push({ list: first === '[' ? null : list, record: value, line: ++line })
  }
  for await (const text of readText(shape, onBytes)) {
    write(parser, text, shape)
    yield* found
    found = []
  }
  if (shape.readBytes !== undefined) return
  finish(parser, shape)
  if (line === 0 && first === '{') yield* loneRecord(shape, lists)
}

function write(parser: JSONParser, text: string, shape: FileShape): void {
  try {
    parser.write(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw broken(shape, messageOf(error))
  }
}

function finish(parser: JSONParser, shape: FileShape): void {
  try {
    if (!parser.isEnded) parser.end()
  } catch {
    throw broken(shape, 'it ends in the middle')
  }
}

/** A file that holds one record, written over several lines. */
async function* loneRecord(shape: FileShape, lists: readonly string[]): AsyncGenerator<JsonRecord> {
  let all = ''
  for await (const text of readText(shape)) {
    all += text
    if (all.length > maxRecordCharacters) return
  }
  const record = parsed(all.replace(/^\uFEFF/, ''))
  if (!(record instanceof SyntaxError)) yield* unwrapped(record, lists, 1)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

function isJson(line: string): boolean {
  return !(parsed(line.trim()) instanceof SyntaxError)
}

function broken(shape: FileShape, why: string): Invalid {
  return new Invalid('import.file-broken', sentence`${shape.path} is not readable as JSON: ${why}`)
}
