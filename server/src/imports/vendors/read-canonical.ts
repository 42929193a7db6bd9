import { HistoryHeader, HistoryLine } from '@firstline/contract/formats/history'
import { present } from '@firstline/contract/present'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readLines } from '#server/imports/read/inspect-file.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { defineReader } from './vendor.ts'
import type { About, HistoryRecord, Part, Told } from './vendor.ts'

type Body = Omit<HistoryRecord, 'at'>

const shownCharacters = 2_000

/** The desk's own format: docs/history-format.md. */
export const canonicalReader = defineReader<Body>({
  name: 'firstline',
  title: 'Firstline history',
  fits: ({ text }) => /^\s*\{[^\n]*"format"\s*:\s*"firstline\.history"/.test(text),
  async about([file]): Promise<About> {
    const header = headerOf(present(file))
    return {
      lines: header.lines,
      timeZone: header.timeZone ?? undefined,
      assumed: header.assumed?.map((rule) => sentence`${header.source}: ${rule}`),
    }
  },
  async *readFiles(files, told) {
    for (const file of files) {
      headerOf(file)
      yield* readFile(file, told)
    }
  },
  tell: (_ticket, parts) => parts.map(({ at, body }) => ({ at, ...body }) as HistoryRecord),
})

/** @throws Invalid when the first line is none of this format and version */
function headerOf({ path, sample }: FileShape): HistoryHeader {
  const [first = ''] = sample.trimStart().split('\n', 1)
  const header = HistoryHeader.safeParse(parsed(first))
  if (header.success) return header.data
  const [issue] = header.error.issues
  throw new Invalid(
    'import.header-invalid',
    sentence`The first line of ${path} is no header of a Firstline history: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

async function* readFile(file: FileShape, told: Told): AsyncGenerator<Part<Body>> {
  let isHeader = true
  for await (const { line, text } of readLines(file, told.onBytes)) {
    if (text.trim() === '') continue
    if (isHeader) {
      isHeader = false
      continue
    }
    const part = partOf(line, text)
    if ('reason' in part) told.refuse(part)
    else yield part
  }
}

function partOf(line: number, text: string): Part<Body> | Refusal {
  const raw = text.slice(0, shownCharacters)
  const json = parsed(text)
  if (json === undefined) return { line, reason: 'not-json', detail: text.slice(0, 60), raw }
  const record = HistoryLine.safeParse(json)
  if (!record.success) {
    const [issue] = record.error.issues
    const detail = `${issue?.path.join('.') || 'record'}: ${issue?.message}`
    return { line, reason: 'not-a-record', detail, raw }
  }
  const { ticket, at, ...body } = record.data
  return { ticket, at: Date.parse(at), body: body as Body }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
