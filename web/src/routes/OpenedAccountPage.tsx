import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OpenedPanel } from '#web/accounts/OpenedPanel.tsx'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/accounts/$openingId')

/** An account read without a ticket, by the lead who gave the reason, until the time is over. */
export function OpenedAccountPage() {
  const { t } = useTranslation('accounts')
  const { openingId } = route.useParams()
  const failureOf = useFailure()
  const opening = useQuery(apiQuery('getAccountOpening', { params: { openingId } }))
  if (opening.isPending) return <Skeleton lines={6} />
  if (!opening.data || opening.error) return <ErrorState failure={failureOf(opening.error)} />
  const { account, reason, expiresAt, panels } = opening.data
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${account.name} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-5 sm:px-6">
        <header className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-lg font-semibold">{account.name}</h1>
          <CopyableId value={account.externalId} />
        </header>
        <p
          role="status"
          className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md border border-line bg-hover px-4 py-2.5"
        >
          <span className="flex min-w-0 flex-1 basis-64 gap-2">
            <Eye aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
            {t('open.banner', { reason })}
          </span>
          <span className="text-sm text-muted">
            {t('open.left')} <Countdown until={expiresAt} onEnd={() => void opening.refetch()} />
          </span>
        </p>
        {panels.length === 0 && <EmptyState text={t('noPanels')} />}
        <div className="rounded-md border border-line">
          {panels.map((panel) => (
            <OpenedPanel key={panel.source} openingId={openingId} {...panel} />
          ))}
        </div>
      </div>
    </div>
  )
}
