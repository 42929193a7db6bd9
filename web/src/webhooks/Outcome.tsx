import type { WebhookDelivery } from '@firstline/contract/webhooks'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<WebhookDelivery['state'], Meaning> = {
  waiting: 'pending',
  delivered: 'held',
  failed: 'broken',
}

/** What became of a delivery, why, and when it is tried again. */
export function Outcome({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation('webhooks')
  const { state, status, fault, attempts, nextAttemptAt } = delivery
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Status meaning={meanings[state]}>{t(`delivery.${state}`)}</Status>
      {fault !== null && (
        <span className="text-muted">
          {fault === 'status' && status !== null ? t('answered', { status }) : t(`fault.${fault}`)}
        </span>
      )}
      {state === 'waiting' && attempts > 0 && nextAttemptAt !== null && (
        <span className="text-muted">
          {t('again')} <RelativeTime at={nextAttemptAt} />
        </span>
      )}
    </span>
  )
}
