import type { PanelAnswer } from '@firstline/contract/accounts'
import { rowField } from '@firstline/contract/row-field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { MetricPanel } from './MetricPanel.tsx'
import { PanelRecord } from './PanelRecord.tsx'
import { PanelValue } from './PanelValue.tsx'

const firstRows = 5

/** One record as names and values, several as a list that begins short. */
export function PanelRows({ answer }: { answer: PanelAnswer }) {
  const { t } = useTranslation('accounts')
  const [isAll, setAll] = useState(false)
  const { rows, columns, title, isTruncated } = answer
  const [first] = rows
  if (answer.chart) {
    return <MetricPanel title={title} chart={answer.chart} isPartial={isTruncated} />
  }
  if (answer.isSingle && first) {
    return (
      <DefinitionList
        items={columns.map((column) => ({
          term: column.title,
          detail: <PanelValue column={column} value={rowField(first, column.field)} />,
        }))}
      />
    )
  }
  const shown = isAll ? rows : rows.slice(0, firstRows)
  return (
    <>
      <ul aria-label={title} className="-mx-4 border-t border-line">
        {shown.map((row, index) => (
          <PanelRecord key={index} columns={columns} row={row} />
        ))}
      </ul>
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
