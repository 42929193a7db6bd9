import type { RunbookSummary } from '@firstline/contract/runbooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { OpenedInList } from './health/OpenedInList.tsx'
import { RunbookState } from './RunbookState.tsx'

export function RunbookTable({ runbooks }: { runbooks: readonly RunbookSummary[] }) {
  const { t } = useTranslation('runbooks')
  const columns: TableColumn<RunbookSummary>[] = [
    { id: 'title', title: t('column.title'), cell: titleCell },
    { id: 'type', title: t('column.type'), isSecondary: true, cell: typeCell },
    { id: 'owner', title: t('column.owner'), isSecondary: true, cell: ({ owner }) => owner },
    { id: 'state', title: t('column.state'), cell: stateCell },
    { id: 'opened', title: t('column.opened'), align: 'end', isSecondary: true, cell: openedCell },
    { id: 'runs', title: t('column.runs'), align: 'end', isSecondary: true, cell: runsCell },
    { id: 'found', title: t('column.found'), align: 'end', isSecondary: true, cell: foundCell },
    { id: 'updated', title: t('column.updated'), align: 'end', isSecondary: true, cell: ageCell },
  ]
  return <Table label={t('title')} columns={columns} rows={runbooks} rowKey={({ id }) => id} />
}

const titleCell = ({ id, title }: RunbookSummary) => (
  <Link
    to="/runbooks/$runbookId"
    params={{ runbookId: id }}
    className="block py-1 font-medium hover:text-accent hover:underline"
  >
    {title}
    <span className="block font-mono text-xs font-normal text-faint">{id}</span>
  </Link>
)
const typeCell = ({ type }: RunbookSummary) => <TypeTitle type={type} />
const stateCell = (runbook: RunbookSummary) => <RunbookState runbook={runbook} />
const openedCell = ({ id }: RunbookSummary) => <OpenedInList runbookId={id} />
const runsCell = ({ usage }: RunbookSummary) => <Runs usage={usage} />
const foundCell = ({ usage }: RunbookSummary) => <Found usage={usage} />
const ageCell = ({ updatedAt }: RunbookSummary) => (
  <span className="text-muted">
    <RelativeTime at={updatedAt} />
  </span>
)

function TypeTitle({ type }: { type: string }) {
  return <span className="text-muted">{useTitles().type(type)}</span>
}

function Runs({ usage }: Pick<RunbookSummary, 'usage'>) {
  const { t, i18n } = useTranslation('runbooks')
  if (usage.runs === 0) return <span className="text-faint">{t('unused')}</span>
  return numberFormat(i18n.language).format(usage.runs)
}

/** Of the finished ones; a share of few says nothing, so it is counts. */
function Found({ usage }: Pick<RunbookSummary, 'usage'>) {
  const finished = usage.causesFound + usage.unclassified
  return finished === 0 ? null : `${usage.causesFound} / ${finished}`
}
