import type { Webhook, WebhookState } from '@firstline/contract/webhooks'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<WebhookState, Meaning> = { on: 'held', failing: 'broken', off: 'neutral' }

type HowItGoesProps = {
  webhook: Pick<Webhook, 'state' | 'offBecause' | 'failingSince' | 'lastDeliveredAt'>
}

/** How an endpoint goes, and since when. */
export function HowItGoes({ webhook }: HowItGoesProps) {
  const { t } = useTranslation('webhooks')
  const { state, offBecause, failingSince, lastDeliveredAt } = webhook
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <Status meaning={meanings[state]}>
        {offBecause === null ? t(`state.${state}`) : t(`off.${offBecause}`)}
      </Status>
      {state === 'failing' && failingSince !== null && (
        <span>
          {t('failingSince')} <RelativeTime at={failingSince} />
        </span>
      )}
      <span>
        {lastDeliveredAt === null ? (
          t('neverDelivered')
        ) : (
          <>
            {t('lastDelivered')} <RelativeTime at={lastDeliveredAt} />
          </>
        )}
      </span>
    </p>
  )
}
