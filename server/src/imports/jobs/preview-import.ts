import { PreviewImport } from '@firstline/contract/imports'
import type { ImportPreview, ImportedTicket } from '@firstline/contract/imports'
import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { Invalid, Refusal } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { guessChanges, guessColumns } from '#server/imports/read/columns.ts'
import type { Columns } from '#server/imports/read/columns.ts'
import { filesOfImport } from './job-files.ts'
import { columnsOfFile, previewHistory } from '#server/imports/record/preview-history.ts'
import type { HistoryPreview, PreviewTicket } from '#server/imports/record/preview-history.ts'
import { readUploads, readingChoiceOf } from './uploads.ts'

type PreviewDesk = QueryContext & { url: string }
type Understood = NonNullable<ImportPreview['understood']>

/** What cannot be understood yet is no refusal here: the answer shows what there is to choose from. */
export const previewImport = defineQuery({
  permission: 'history:import',
  input: PreviewImport,
  async run(desk: PreviewDesk, { choice, ...source }): Promise<ImportPreview> {
    const paths = await pathsOf(desk, source)
    try {
      const preview = await previewHistory(desk.url, paths, readingChoiceOf(choice))
      const { format, columns } = preview
      const understood = readingOf(preview)
      return { format, columns, guess: understood.columns, problem: null, understood }
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      const said = error.said ?? { words: error.message, values: [] }
      const problem = {
        reason: error.reason,
        message: withoutPaths(error.message, paths),
        said: saidWithoutPaths(said, paths),
      }
      const [path = ''] = paths
      const columns = await columnsOfFile(path).catch(() => [])
      const guess = guessOf(columns)
      return { format: choice.format ?? null, columns, guess, problem, understood: null }
    }
  },
})

type Source = { uploads?: string[] | undefined; importId?: string | undefined }

async function pathsOf(desk: PreviewDesk, { uploads, importId }: Source): Promise<string[]> {
  if (uploads && !importId) return (await readUploads(desk.db, uploads)).map(({ path }) => path)
  if (importId && !uploads) return (await filesOfImport(desk, importId)).paths
  throw new Invalid('import.source-missing', 'Name either files or an import')
}

function guessOf(columns: ImportPreview['columns']): ImportPreview['guess'] {
  const header = columns.map(({ name }) => name)
  const changes = guessChanges(header, {})
  return fromOne({ ...guessColumns(header, changes).columns, ...changes }, header.length)
}

/** People count columns from one; those that are not in the file itself are not theirs to choose. */
function fromOne(columns: Columns, width: number): ImportPreview['guess'] {
  const counted = Object.entries(columns)
    .filter(([, column]) => column < width)
    .map(([role, column]) => [role, column + 1])
  return Object.fromEntries(counted) as ImportPreview['guess']
}

function readingOf(preview: HistoryPreview): Understood {
  const { reading, assumed, said, rows, refusals, isPartial, teams, statuses, fields, tickets } =
    preview
  return {
    columns: fromOne(reading.columns, preview.columns.length),
    fields: [...fields],
    timeZone: reading.timeZone,
    lines: reading.lines.kind,
    teams,
    statuses: statuses.map((status) => ({ ...status, meaning: status.meaning ?? 'closing' })),
    assumed: assumed.map(withoutOptions),
    said: said.map(saidWithoutOption),
    rows,
    refusals,
    isPartial,
    tickets: tickets.map(ticketOf),
  }
}

const shownEvents = 30

function ticketOf({ key, events, facts }: PreviewTicket): ImportedTicket {
  const solved = facts?.ticket.standingAt === null ? 'unsolved' : 'solved'
  return {
    key,
    state: facts?.ticket.isVoid ? 'void' : solved,
    escalated: facts?.ticket.escalated ?? false,
    events: events.slice(0, shownEvents).map(({ at, name, data }) => ({
      at: new Date(at).toISOString(),
      name,
      line: 'line' in data && data.line ? data.line : null,
      detail: detailOf(data),
    })),
  }
}

/** Ids are made by the import and tell nothing. */
function detailOf(data: object): string {
  const told = Object.entries(data).filter(
    ([name, value]) => typeof value === 'string' && !['resolution', 'line', 'of'].includes(name),
  )
  return told
    .map(([, value]) => String(value))
    .join(' · ')
    .slice(0, 200)
}

/** The same as a sentence; the page leaves the options out of it. */
function saidWithoutPaths({ words, values }: Sentence, paths: readonly string[]): Sentence {
  const without = (text: string) =>
    paths.reduce((all, path) => all.replaceAll(path, 'The file'), text)
  return {
    words: without(words),
    values: values.map((value) => {
      if (typeof value === 'object') return saidWithoutPaths(value, paths)
      if (typeof value === 'number') return value
      return paths.includes(value) ? sentence`The file` : without(value)
    }),
  }
}

/** Where uploads lie is nobody's business. */
function withoutPaths(message: string, paths: readonly string[]): string {
  return withoutOptions(paths.reduce((text, path) => text.replaceAll(path, 'The file'), message))
}

/** What can be said otherwise by an option stands in a sentence of its own, before that. */
function saidWithoutOption(said: Sentence): Sentence {
  const [before] = said.values
  return /^\{0\}\W+(?:see )?--/.test(said.words) && typeof before === 'object' ? before : said
}

/** Options of the command line mean nothing on a page. */
function withoutOptions(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return first
    .replaceAll(/ ?\(--[^()]*\)/g, '')
    .replaceAll(
      /[:;,]? (?:name (?:it|what is missing|the column)|say which|choose|map one) with --.*$/g,
      '',
    )
    .replaceAll(/: see --[\w-]+/g, '')
}
