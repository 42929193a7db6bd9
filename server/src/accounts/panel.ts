import type { PanelAnswer, PanelColumn } from '@firstline/contract/accounts'
import { areOneField, isRow } from '@firstline/contract/row-field'
import { titleOf } from './load-sources.ts'
import type { Column, Source } from './load-sources.ts'
import { maskRows } from './mask.ts'
import type { SourceAnswer } from './read-source.ts'

/** An answer as the account picture shows it. */
export function panelOf(
  source: Source,
  answer: SourceAnswer,
  { isMasked }: { isMasked: boolean },
): PanelAnswer {
  const rows = isMasked ? maskRows(source, answer.rows) : answer.rows
  return {
    source: source.id,
    title: source.title,
    isSingle: answer.isSingle,
    columns: columnsOf(source, rows, isMasked),
    rows,
    isTruncated: answer.isTruncated,
    emptyText: source.emptyText,
    fetchedAt: answer.fetchedAt.toISOString(),
    durationMs: answer.durationMs,
    ...(answer.chart ? { chart: answer.chart } : {}),
  }
}

/** Without declared columns: all fields and those within them, but not the account's own id, which every row repeats. */
function columnsOf(
  source: Source,
  rows: readonly Record<string, unknown>[],
  isMasked: boolean,
): PanelColumn[] {
  const hidden = source.kind === 'builtin' ? null : source.accountColumn
  const fields = Object.entries(rows[0] ?? {})
    .flatMap(([name, value]) =>
      isRow(value) ? Object.keys(value).map((within) => `${name}.${within}`) : [name],
    )
    .filter((field) => field !== hidden)
  const columns =
    source.columns.length > 0
      ? source.columns
      : fields.map((field) => ({ field, title: titleOf(field), as: 'text' as const }))
  return columns.map((column) => maskedOf(source, column, isMasked))
}

function maskedOf(source: Source, column: Column, isMasked: boolean): PanelColumn {
  return { ...column, isMasked: isMasked && isCovered(source, column.field) }
}

/** How the file of a source says that its fields are called and shown. */
export function declaredColumns(source: Source): PanelColumn[] {
  return source.columns.map((column) => maskedOf(source, column, true))
}

function isCovered({ mask }: Source, field: string): boolean {
  return Object.keys(mask).some((masked) => areOneField(masked, field))
}
