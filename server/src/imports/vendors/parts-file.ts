import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readLines } from '#server/imports/read/inspect-file.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import type { Found, HistoryReader, Named, Part, Told } from './vendor.ts'

/** What was fetched from an interface, a line each: the desk's own scratch, no format for others. */
const headerOf = /^\{"firstlineParts":1,"reader":"([\w-]+)"\}/

export function partsHeader(reader: string): string {
  return `${JSON.stringify({ firstlineParts: 1, reader })}\n`
}

export function partsLine(found: Found<unknown>): string {
  return `${JSON.stringify(found)}\n`
}

type Aside = { refusal?: Refusal; remark?: Refusal }

/** What could not be used, and why: said again whenever the file is imported. */
export function aside(said: Aside): string {
  return `${JSON.stringify(said)}\n`
}

/** The reader whose parts a file holds, or null when it holds none. */
export function readerOfParts(shape: FileShape): string | null {
  return headerOf.exec(shape.sample)?.[1] ?? null
}

/** The same reader, for parts it has read before. */
export function fromParts(reader: HistoryReader): HistoryReader {
  const { name, title, fits, tell } = reader
  return { name, title, fits, readFiles: readParts, tell: tell.bind(reader) }
}

async function* readParts(files: readonly FileShape[], told: Told): AsyncGenerator<Found<unknown>> {
  for (const file of files) {
    for await (const { line, text } of readLines(file, told.onBytes)) {
      if (line === 1 || text === '') continue
      const one = parsed(file, line, text)
      if ('ticket' in one || 'kind' in one) yield one
      else if (one.refusal) told.refuse(one.refusal)
      else if (one.remark) told.remark(one.remark)
    }
  }
}

function parsed({ path }: FileShape, line: number, text: string): Part | Named | Aside {
  try {
    return JSON.parse(text) as Part | Named | Aside
  } catch {
    throw new Invalid('import.file-broken', sentence`${path} is broken in line ${line}`)
  }
}
