import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type TableColumn<Row> = {
  id: string
  title: string
  /** Numbers stand at the end, in tabular figures. */
  align?: 'start' | 'end'
  cell: (row: Row) => ReactNode
  /** Names the row for screen readers; the first column unless told. */
  isRowHeader?: boolean
  /** Dropped below 640 px. */
  isSecondary?: boolean
  /** Its head is a button that calls `onSort`; the rows come sorted. */
  isSortable?: boolean
}

export type TableSort = {
  column: string
  direction: 'ascending' | 'descending'
}

type TableProps<Row> = {
  /** Read aloud; not shown. */
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Instead of the body when there are no rows. */
  empty?: ReactNode
  sort?: TableSort
  onSort?: (sort: TableSort) => void
}

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, empty, sort, onSort } = props
  const hasRowHeader = columns.some((column) => column.isRowHeader)
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="relative max-h-full overflow-auto"
    >
      <table className="w-full border-collapse text-base">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(cellClass(column), headClass)}
                {...(sort?.column === column.id && { 'aria-sort': sort.direction })}
              >
                {column.isSortable && onSort ? (
                  <SortButton column={column} sort={sort} onSort={onSort} />
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-hover">
              {columns.map((column, index) => (
                <BodyCell
                  key={column.id}
                  column={column}
                  isRowHeader={column.isRowHeader ?? (!hasRowHeader && index === 0)}
                >
                  {column.cell(row)}
                </BodyCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SortButtonProps<Row> = {
  column: TableColumn<Row>
  sort: TableSort | undefined
  onSort: (sort: TableSort) => void
}

/** The first press puts numbers largest first and words in order; the next turns it round. */
function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const isSorted = sort?.column === column.id
  const first = column.align === 'end' ? 'descending' : 'ascending'
  const direction = isSorted ? sort.direction : first
  const Sign = direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      onClick={() => onSort({ column: column.id, direction: isSorted ? turned(direction) : first })}
      className={cx(
        'group inline-flex min-h-6 cursor-default items-center gap-1 rounded-sm hover:text-ink',
        column.align === 'end' && 'flex-row-reverse',
        isSorted && 'text-ink',
      )}
    >
      {column.title}
      <Sign
        aria-hidden
        size={12}
        className={
          isSorted ? '' : 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100'
        }
      />
    </button>
  )
}

function turned(direction: TableSort['direction']): TableSort['direction'] {
  return direction === 'ascending' ? 'descending' : 'ascending'
}

type BodyCellProps<Row> = {
  column: TableColumn<Row>
  isRowHeader: boolean
  children: ReactNode
}

function BodyCell<Row>({ column, isRowHeader, children }: BodyCellProps<Row>) {
  const className = cx(cellClass(column), 'h-row border-b border-line font-normal')
  if (!isRowHeader) return <td className={className}>{children}</td>
  return (
    <th scope="row" className={className}>
      {children}
    </th>
  )
}

// A sticky head loses a collapsed border, so its hairline is a shadow.
const headClass =
  'h-8 text-xs font-medium whitespace-nowrap text-muted shadow-[inset_0_-1px_var(--color-line)]'

function cellClass<Row>(column: TableColumn<Row>): string {
  return cx(
    'px-2 py-1 first:pl-4 last:pr-4 sm:px-3',
    column.align === 'end' ? 'text-right whitespace-nowrap' : 'text-left',
    column.isSecondary && 'max-sm:hidden',
  )
}
