import type { PanelAnswer, PanelColumn } from '@firstline/contract/accounts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Table } from '#web/ui/Table.tsx'
import { PanelValue } from './PanelValue.tsx'

const firstRows = 5

/** One record as names and values, several as a table that begins short. */
export function PanelRows({ answer }: { answer: PanelAnswer }) {
  const { t } = useTranslation('accounts')
  const [isAll, setAll] = useState(false)
  const { rows, columns, title, isTruncated } = answer
  const [first] = rows
  if (answer.isSingle && first) {
    return (
      <DefinitionList
        items={columns.map((column) => ({
          term: column.title,
          detail: <PanelValue column={column} value={first[column.field]} />,
        }))}
      />
    )
  }
  const shown = isAll ? rows : rows.slice(0, firstRows)
  return (
    <>
      <div className="-mx-4 text-sm">
        <Table
          label={title}
          columns={columns.map((column) => ({
            id: column.field,
            title: column.title,
            align: isNumeric(column) ? ('end' as const) : ('start' as const),
            cell: ({ row }: { row: Record<string, unknown> }) => (
              <PanelValue column={column} value={row[column.field]} />
            ),
          }))}
          rows={shown.map((row, index) => ({ row, index }))}
          rowKey={({ index }) => String(index)}
        />
      </div>
      {rows.length > firstRows && (
        <Button size="small" variant="ghost" onPress={() => setAll(!isAll)}>
          {isAll ? t('showFewer') : t('showAll', { count: rows.length })}
        </Button>
      )}
      {isTruncated && (
        <p className="text-sm text-pending">{t('truncated', { count: rows.length })}</p>
      )}
    </>
  )
}

function isNumeric({ as }: PanelColumn): boolean {
  return as === 'number' || as === 'bytes'
}
