import type { DeliveryState, WebhookDelivery } from '@firstline/contract/webhooks'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { DeliverySheet } from './DeliverySheet.tsx'
import { Outcome } from './Outcome.tsx'
import { useDeliveries } from './useWebhooks.ts'

type DeliveryListProps = { webhookId: string; state: DeliveryState | undefined }

/** What an endpoint was told, the newest first. */
export function DeliveryList({ webhookId, state }: DeliveryListProps) {
  const { t } = useTranslation('webhooks')
  const list = useDeliveries(webhookId, state)
  const [open, setOpen] = useState<string | null>(null)
  useRowKeys(
    list.deliveries.map(({ id }) => id),
    { group: t('log'), next: t('nextDelivery'), previous: t('previousDelivery') },
  )
  return (
    <Loaded query={list}>
      {() =>
        list.deliveries.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            text={state === undefined ? t('noDeliveries') : t('noneLikeThis')}
          />
        ) : (
          <>
            <ul aria-label={t('log')} className="border-t border-line">
              {list.deliveries.map((delivery) => (
                <li key={delivery.id} className="border-b border-line">
                  <DeliveryRow delivery={delivery} onOpen={() => setOpen(delivery.id)} />
                </li>
              ))}
            </ul>
            <MoreButton list={list} className="p-4">
              {t('more')}
            </MoreButton>
            <DeliverySheet deliveryId={open} onClose={() => setOpen(null)} />
          </>
        )
      }
    </Loaded>
  )
}

type RowProps = { delivery: WebhookDelivery; onOpen: () => void }

function DeliveryRow({ delivery, onOpen }: RowProps) {
  const { t } = useTranslation('webhooks')
  const { id, type, createdAt, attempts } = delivery
  return (
    <Button
      data-row={id}
      onPress={onOpen}
      className="flex w-full flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2 text-left hover:bg-hover pointer-coarse:min-h-11 sm:px-6"
    >
      <code className="min-w-0 flex-1 basis-60 wrap-anywhere max-sm:basis-full">{type}</code>
      <span className="min-w-0 text-sm max-sm:flex-1 sm:basis-72">
        <Outcome delivery={delivery} />
      </span>
      <span className="text-sm text-muted tabular-nums sm:w-24">
        {t('attempts', { count: attempts })}
      </span>
      <span className="text-right text-sm text-muted sm:w-24">
        <RelativeTime at={createdAt} />
      </span>
    </Button>
  )
}
