import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { SourcePanel } from './SourcePanel.tsx'

/** The account as the customer's own systems have it: one panel per source, each for itself. */
export function AccountPanels({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const list = useQuery(apiQuery('listPanels', { params: { ticketId } }))
  if (list.isPending) {
    return (
      <div className="p-4">
        <Skeleton lines={6} />
      </div>
    )
  }
  if (!list.data) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
  }
  if (!list.data.account) return <EmptyState text={t('noAccount')} />
  if (list.data.panels.length === 0) return <EmptyState text={t('noPanels')} />
  return list.data.panels.map((panel, index) => (
    <SourcePanel
      key={`${list.data.account?.id} ${panel.source}`}
      ticketId={ticketId}
      {...panel}
      isInitiallyOpen={index < 4}
    />
  ))
}
