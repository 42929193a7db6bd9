import type { PanelColumn } from '@firstline/contract/accounts'
import { rowField } from '@firstline/contract/row-field'
import { CodeText } from '#web/ui/CodeText.tsx'
import { FieldValue, RecordSummary } from '#web/ui/RecordValue.tsx'
import { isRecord, isSeconds, textOf } from '#web/ui/record-fields.ts'
import { PanelValue } from './PanelValue.tsx'
import { useSourceColumns } from './useSourceColumns.ts'

type SourceRecordProps = {
  /** Its id; null where nobody knows it any more. */
  source: string | null
  value: unknown
  /** At most so many fields. */
  fields: number
  without?: readonly string[]
}

/**
 * What a source answered in a few words, each field called as the source's file calls it: "Status failed ·
 * Attempts 3". Where it names none, the most telling fields stand there by their own names.
 */
export function SourceRecord({ source, value, fields, without = [] }: SourceRecordProps) {
  const columns = useSourceColumns(source)
  const row = isRecord(value) ? value : {}
  const told = columns.filter(
    ({ field }) => !without.includes(field) && isTold(rowField(row, field)),
  )
  if (told.length === 0) return <RecordSummary value={value} fields={fields} without={without} />
  return (
    <span className="min-w-0">
      {told.slice(0, fields).map((column, index) => (
        <span key={column.field}>
          {index > 0 && <span className="text-faint"> · </span>}
          <span className="text-muted">{column.title}</span>{' '}
          <ColumnValue column={column} value={rowField(row, column.field)} />
        </span>
      ))}
    </span>
  )
}

function ColumnValue({ column, value }: { column: PanelColumn; value: unknown }) {
  if (isSeconds(column.field, value)) return <FieldValue name={column.field} value={value} />
  // within a line there is nothing to press
  if (column.as === 'code') return <CodeText>{textOf(value)}</CodeText>
  return <PanelValue column={column} value={value} />
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
