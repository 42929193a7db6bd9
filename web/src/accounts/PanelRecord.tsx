import type { PanelColumn } from '@firstline/contract/accounts'
import { rowField } from '@firstline/contract/row-field'
import { textOf } from '#web/ui/record-fields.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Badge } from '#web/ui/Status.tsx'
import { isWrong, PanelValue } from './PanelValue.tsx'

type PanelRecordProps = {
  columns: readonly PanelColumn[]
  row: Record<string, unknown>
}

/**
 * A row in two lines, as a table of seven columns does not fit beside a conversation: what it is
 * called and how it stands; then the rest, named.
 */
export function PanelRecord({ columns, row }: PanelRecordProps) {
  const [head, ...others] = columns.filter(({ field }) => !isEmpty(rowField(row, field)))
  if (!head) return null
  const when = others.findLast((column) => column.as === 'ago')
  const states = others.filter((column) => isState(column, rowField(row, column.field)))
  const rest = others.filter((column) => column !== when && !states.includes(column))
  return (
    <li className="border-b border-line px-4 py-1.5 last:border-b-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 truncate">
          <PanelValue column={head} value={rowField(row, head.field)} />
        </span>
        {states.map((column) => (
          <span key={column.field} title={column.title} className="shrink-0 text-sm text-muted">
            <StateWord column={column} value={rowField(row, column.field)} />
          </span>
        ))}
        {when && (
          <span className="ml-auto shrink-0 text-xs text-faint">
            <RelativeTime at={textOf(rowField(row, when.field))} form="short" />
          </span>
        )}
      </div>
      {rest.length > 0 && (
        <dl className="mt-0.5 flex flex-wrap gap-x-3 text-sm">
          {rest.map((column) => (
            <div key={column.field} className="flex min-w-0 items-baseline gap-1">
              <dt className="shrink-0 text-muted">{column.title}</dt>
              <dd className="min-w-0">
                <PanelValue column={column} value={rowField(row, column.field)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

function StateWord({ column, value }: { column: PanelColumn; value: unknown }) {
  // "Suppressed: yes" is said by its title alone.
  if (value === true) {
    return isWrong(column.title) ? (
      <Badge meaning="broken">{column.title}</Badge>
    ) : (
      <>{column.title}</>
    )
  }
  return <PanelValue column={column} value={value} />
}

/** Stands in the first line: words of state, and flags that are set. */
function isState(column: PanelColumn, value: unknown): boolean {
  if (column.as !== 'badge') return false
  return value !== false
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
