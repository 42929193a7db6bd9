import type { Scorecard, ScorecardWeek } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { CountButton } from './CountButton.tsx'
import { Rate } from './Rate.tsx'
import { few } from './few.ts'
import { useFigures } from '#web/useFigures.ts'

/** The charts as a table, newest week first. */
export function WeekTable({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const columns: TableColumn<ScorecardWeek>[] = [
    { id: 'week', title: t('table.week'), cell: ({ week }) => figures.week(week) },
    { id: 'resolved', title: t('types.resolved'), align: 'end', cell: resolvedCell },
    { id: 'l1', title: t('l1.title'), align: 'end', cell: l1Cell },
    { id: 'reopen', title: t('reopen.title'), align: 'end', cell: reopenCell },
    { id: 'held', title: t('held.title'), align: 'end', isSecondary: true, cell: heldCell },
  ]
  return (
    <div className="mt-2 max-h-96 overflow-auto border-y border-line">
      <Table
        label={t('table.label')}
        columns={columns}
        rows={card.weeks.toReversed()}
        rowKey={({ week }) => week}
      />
    </div>
  )
}

const resolvedCell = (week: ScorecardWeek) => <ResolvedInWeek week={week} />
const l1Cell = ({ l1 }: ScorecardWeek) => <Rate value={l1} />
const reopenCell = (week: ScorecardWeek) => <ReopenOfWeek week={week} />
const heldCell = ({ heldL1 }: ScorecardWeek) => <Rate value={heldL1} />

function ResolvedInWeek({ week: { week, l1, reopen } }: { week: ScorecardWeek }) {
  const figures = useFigures()
  return (
    <CountButton behind={{ figure: 'resolved', week }}>
      {figures.count(l1?.of ?? reopen.of)}
    </CountButton>
  )
}

function ReopenOfWeek({ week }: { week: ScorecardWeek }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const { immature, reopen, reopenEstimate, reopenAtRisk } = week
  if (immature === 0) return <Rate value={reopen} />
  if (reopenEstimate === null || (reopenAtRisk ?? 0) < few) {
    return <span className="text-sm text-estimate">{t('table.notYet')}</span>
  }
  return (
    <Status meaning="estimate">
      {t('table.estimate', { rate: figures.percent(reopenEstimate) })}
    </Status>
  )
}
