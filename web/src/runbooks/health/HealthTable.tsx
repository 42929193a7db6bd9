import type { RunbookHealth } from '@firstline/contract/runbook-health'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Rate } from '#web/scorecard/Rate.tsx'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { OpenCourse } from './OpenCourse.tsx'
import { RotBadges } from './RotBadges.tsx'

type HealthTableProps = {
  label: string
  runbooks: readonly RunbookHealth[]
}

const rates = ['causeFound', 'resolved', 'held'] as const

export function HealthTable({ label, runbooks }: HealthTableProps) {
  const { t } = useTranslation('health')
  const columns: TableColumn<RunbookHealth>[] = [
    { id: 'title', title: t('runbook'), cell: titleCell },
    { id: 'opened', title: t('figure.opened'), align: 'end', cell: openedCell },
    ...rates.map((figure): TableColumn<RunbookHealth> => {
      const isSecondary = figure !== 'held'
      const cell = (health: RunbookHealth) => <Rate value={health[figure]} />
      return { id: figure, title: t(`figure.${figure}`), align: 'end', isSecondary, cell }
    }),
    {
      id: 'verified',
      title: t('verified'),
      align: 'end',
      isSecondary: true,
      cell: verifiedCell,
    },
  ]
  return (
    <div className="sm:px-2">
      <Table label={label} columns={columns} rows={runbooks} rowKey={({ id }) => id} />
    </div>
  )
}

const titleCell = (health: RunbookHealth) => <RunbookName health={health} />
const verifiedCell = (health: RunbookHealth) => <VerifiedAt health={health} />
const openedCell = (health: RunbookHealth) => (
  <span className="flex flex-col items-end">
    <Rate value={health.opened} />
    <OpenCourse health={health} />
  </span>
)

function RunbookName({ health: { id, title, type, owner, rot } }: { health: RunbookHealth }) {
  const titles = useTitles()
  return (
    <span className="flex flex-col items-start gap-1 py-1">
      <Link
        to="/runbooks/$runbookId"
        params={{ runbookId: id }}
        className="font-medium hover:text-accent hover:underline"
      >
        {title}
      </Link>
      <span className="text-xs text-faint">
        {titles.type(type)} · {owner}
      </span>
      <RotBadges rot={rot} />
    </span>
  )
}

function VerifiedAt({ health: { verifiedAt } }: { health: RunbookHealth }) {
  const { t } = useTranslation('health')
  return (
    <span className="text-muted">{verifiedAt ? <RelativeTime at={verifiedAt} /> : t('never')}</span>
  )
}
