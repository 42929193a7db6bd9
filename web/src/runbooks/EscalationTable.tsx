import type { RunbookEscalation } from '@firstline/contract/runbooks'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'

export function EscalationTable({ escalations }: { escalations: readonly RunbookEscalation[] }) {
  const { t } = useTranslation('runbooks')
  const columns: TableColumn<RunbookEscalation>[] = [
    { id: 'because', title: t('when'), cell: becauseCell },
    { id: 'to', title: t('to'), cell: ({ to }) => to },
    { id: 'send', title: t('send'), cell: sendCell },
  ]
  return (
    <div className="-mx-4">
      <Table
        label={t('escalations')}
        columns={columns}
        rows={escalations}
        rowKey={({ name }) => name}
      />
    </div>
  )
}

const becauseCell = ({ name, because }: RunbookEscalation) => (
  <span>
    {because} <span className="block font-mono text-xs text-faint">{name}</span>
  </span>
)
const sendCell = ({ send }: RunbookEscalation) => (
  <span className="flex flex-wrap gap-1 text-sm">
    {send.map((path) => (
      <CodeText key={path}>{path}</CodeText>
    ))}
  </span>
)
