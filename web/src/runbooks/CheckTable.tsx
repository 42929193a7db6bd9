import type { RunbookCheck } from '@firstline/contract/runbooks'
import { CircleHelp, Database } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'

export function CheckTable({ checks }: { checks: readonly RunbookCheck[] }) {
  const { t } = useTranslation('runbooks')
  const columns: TableColumn<RunbookCheck>[] = [
    { id: 'name', title: t('check.name'), cell: nameCell },
    { id: 'what', title: t('check.what'), cell: whatCell },
    { id: 'how', title: t('check.how'), cell: howCell, isSecondary: true },
  ]
  return (
    <div className="-mx-4">
      <Table label={t('checks')} columns={columns} rows={checks} rowKey={({ name }) => name} />
    </div>
  )
}

const nameCell = ({ name }: RunbookCheck) => <code className="font-medium">{name}</code>
const whatCell = (check: RunbookCheck) => <What check={check} />
const howCell = (check: RunbookCheck) => <How check={check} />

function What({ check }: { check: RunbookCheck }) {
  const { t } = useTranslation('runbooks')
  const Sign = check.kind === 'source' ? Database : CircleHelp
  return (
    <span className="inline-flex items-start gap-1.5">
      <Sign
        aria-label={t(check.kind === 'source' ? 'check.source' : 'check.question')}
        size={14}
        className="mt-0.75 shrink-0 text-faint"
      />
      {check.kind === 'source' ? <code>{check.source}</code> : check.question}
    </span>
  )
}

function How({ check }: { check: RunbookCheck }) {
  const { t } = useTranslation('runbooks')
  if (check.kind === 'ask') {
    return check.when ? (
      <span className="text-sm text-muted">
        {t('check.onlyWhen')} <CodeText>{check.when}</CodeText>
      </span>
    ) : null
  }
  const given = Object.entries(check.with)
  if (given.length === 0) return null
  return (
    <span className="flex flex-wrap gap-1 text-sm">
      {given.map(([name, value]) => (
        <CodeText key={name}>
          {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
        </CodeText>
      ))}
    </span>
  )
}
