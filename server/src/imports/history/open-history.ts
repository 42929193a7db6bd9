import { createHash } from 'node:crypto'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { inspectFile } from '#server/imports/read/inspect-file.ts'
import type { FileShape, InspectLimits } from '#server/imports/read/inspect-file.ts'
import { fromParts, readerOfParts } from '#server/imports/vendors/parts-file.ts'
import { formats, readers } from '#server/imports/vendors/readers.ts'
import type { ReadingChoice } from '#server/imports/table/reading.ts'
import { recordsHistory } from './records-history.ts'
import { tableHistory } from './table-history.ts'
import type { OpenHistory } from './loaded-history.ts'

/**
 * Looks at the files and says what they are.
 * @throws Invalid when they are no history, or not of the format that is named
 */
export async function openHistory(
  paths: readonly string[],
  choice: ReadingChoice,
): Promise<OpenHistory> {
  return historyOf(await inspectFiles(paths, choice), choice)
}

export function inspectFiles(paths: readonly string[], look: InspectLimits): Promise<FileShape[]> {
  return Promise.all(paths.map((path) => inspectFile(path, look)))
}

/** The same of files that were looked at. */
export async function historyOf(
  files: readonly FileShape[],
  choice: ReadingChoice,
): Promise<OpenHistory> {
  const fetched = files[0] ? readerOfParts(files[0]) : null
  const format = fetched ?? choice.format ?? formatOf(files)
  const reader = readers.find(({ name }) => name === format)
  if (reader) {
    return recordsHistory(fetched ? fromParts(reader) : reader, files, hashOf(files), choice)
  }
  if (format !== 'servicenow' && format !== 'event-log') throw unknownFormat(format)
  const [file] = files
  if (files.length !== 1 || !file) {
    throw new Invalid('import.one-file', 'A table or an XES log is one file: import one at a time')
  }
  if (file.content === 'json') throw jsonIsNoTable(file)
  return tableHistory(file, { ...choice, format })
}

/** What the content itself shows, whatever the file is called. */
function formatOf(files: readonly FileShape[]): string {
  const samples = files.map(({ path, sample: text }) => ({ path, text }))
  const reader = readers.find(({ fits }) => samples.some(fits))
  if (reader) return reader.name
  const [file] = files
  if (file?.content === 'json') throw jsonIsNoTable(file)
  return isServicenow(file?.sample ?? '') ? 'servicenow' : 'event-log'
}

function isServicenow(sample: string): boolean {
  const [header = ''] = sample.split(/\r?\n/, 1)
  return ['number', 'sys_updated_', 'state'].every((name) => header.includes(name))
}

function jsonIsNoTable({ path }: FileShape): Invalid {
  return new Invalid(
    'import.json-unknown',
    sentence`${path} is JSON of no known desk. Known are: ${readers.map(({ title }) => title).join(', ')}; name it with --from`,
  )
}

function unknownFormat(format: string): Invalid {
  return new Invalid(
    'import.format-unknown',
    sentence`“${format}” is no known format: it is one of ${formats.join(', ')}`,
  )
}

function hashOf(files: readonly FileShape[]): string {
  const [file, ...more] = files
  if (file && more.length === 0) return file.sha256
  const hashes = files.map(({ sha256 }) => sha256).sort()
  return createHash('sha256').update(hashes.join('\n')).digest('hex')
}
