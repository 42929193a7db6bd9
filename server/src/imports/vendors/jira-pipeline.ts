import { z } from 'zod'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { readRows } from '#server/imports/read/read-rows.ts'
import type { Told } from './vendor.ts'
import { itemStep } from '#server/imports/vendors/jira-records.ts'
import type { JiraFound } from '#server/imports/vendors/jira-records.ts'
import { translated } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import type { StepActor } from '#server/imports/vendors/step.ts'

/**
 * The CSV files of Jira Data Center's data pipeline: `issues` and `issue_history`.
 * @returns null when the file is none of them
 */
export async function readPipelineFile(
  file: FileShape,
  told: Told,
): Promise<AsyncGenerator<JiraFound> | null> {
  const header = await headerOf(file)
  const isHistory = header.includes('issue_id') && header.includes('field')
  const isIssues = header.includes('id') && header.includes('created_date')
  if (!isHistory && !isIssues) return null
  return rowsOf(file, header, told, isHistory ? historySteps : issueSteps)
}

async function headerOf(file: FileShape): Promise<string[]> {
  if (file.content !== 'table') return []
  let header: string[] = []
  const rows = readRows(
    file,
    (names) => (header = names),
    () => undefined,
  )
  for await (const row of rows) if (row) break
  return header
}

async function* rowsOf(
  file: FileShape,
  header: readonly string[],
  told: Told,
  translate: (record: unknown, reading: Reading) => JiraFound[],
): AsyncGenerator<JiraFound> {
  for await (const { line, fields } of readRows(file, () => undefined, told.refuse)) {
    const row = Object.fromEntries(header.map((name, index) => [name, fields[index] || null]))
    yield* translated(row, null, line, told, (record, _, reading) => translate(record, reading))
  }
}

const HistoryRow = z.object({
  issue_id: Id,
  created_date: Moment,
  author_key: Id.nullish(),
  field: Name,
  from: Word,
  from_string: Word,
  to: Word,
  to_string: Word,
})

function historySteps(record: unknown, { times }: Reading): JiraFound[] {
  const row = shapeOf(HistoryRow, record)
  const by: StepActor = row.author_key ? { id: row.author_key } : { kind: 'system' }
  const { field, from, to, from_string: fromString, to_string: toText } = row
  const body = itemStep({ field, from, to, fromString, toString: toText }, by)
  return body
    ? [{ ticket: row.issue_id, at: times.at(row.created_date, 'created_date'), body }]
    : []
}

const IssueRow = z.object({
  id: Id,
  created_date: Moment,
  updated_date: Moment.nullish(),
  resolution_date: Moment.nullish(),
  issue_type: Word,
  status: Word,
  resolution: Word,
  project_name: Word,
  reporter_key: Id.nullish(),
})

function issueSteps(record: unknown, { times }: Reading): JiraFound[] {
  const row = shapeOf(IssueRow, record)
  const at = times.at(row.created_date, 'created_date')
  const resolvedAt = times.maybe(row.resolution_date, 'resolution_date')
  const { id: ticket, issue_type: type, reporter_key: contact = null } = row
  return [
    { ticket, at, body: { kind: 'received', type, channel: null, product: null, contact } },
    {
      ticket,
      at: times.maybe(row.updated_date, 'updated_date') ?? at,
      body: {
        kind: 'jira-now',
        status: { id: null, name: row.status },
        resolution: row.resolution,
        resolvedAt,
        team: row.project_name,
      },
    },
  ]
}
