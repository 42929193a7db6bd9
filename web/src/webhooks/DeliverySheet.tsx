import type { ResponseOf } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Loaded } from '#web/Loaded.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { Outcome } from './Outcome.tsx'

type DeliverySheetProps = {
  /** Null: none is looked at. */
  deliveryId: string | null
  onClose: () => void
}

/** One delivery: what was sent, what was answered, and the way to send it again. */
export function DeliverySheet({ deliveryId, onClose }: DeliverySheetProps) {
  const { t } = useTranslation('webhooks')
  return (
    <Sheet
      size="wide"
      title={t('deliveryTitle')}
      isOpen={deliveryId !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {deliveryId !== null && <DeliveryView deliveryId={deliveryId} />}
    </Sheet>
  )
}

function DeliveryView({ deliveryId }: { deliveryId: string }) {
  const query = useQuery({
    ...apiQuery('getWebhookDelivery', { params: { deliveryId } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' ? 2_000 : false),
  })
  return <Loaded query={query}>{(delivery) => <DeliveryFacts delivery={delivery} />}</Loaded>
}

function DeliveryFacts({ delivery }: { delivery: ResponseOf<'getWebhookDelivery'> }) {
  const { t } = useTranslation('webhooks')
  const mayManage = useMay('webhook:manage')
  const { id, messageId, type, createdAt, attempts, durationMs, answer, detail, body } = delivery
  const resend = useChangeWithToast('resendWebhookDelivery', {
    event: 'webhook.resent',
    onDone: () => toast({ text: t('resent'), about: `delivery ${id}` }),
  })
  return (
    <div className="flex flex-col gap-4">
      <DefinitionList
        items={[
          { term: t('type'), detail: <code>{type}</code> },
          { term: t('outcome'), detail: <Outcome delivery={delivery} /> },
          { term: t('tries'), detail: t('attempts', { count: attempts }) },
          { term: t('happened'), detail: <RelativeTime at={createdAt} /> },
          ...(durationMs === null
            ? []
            : [{ term: t('took'), detail: t('milliseconds', { count: durationMs }) }]),
          ...(detail === null ? [] : [{ term: t('detail'), detail }]),
          { term: 'webhook-id', detail: <CopyableId value={messageId} /> },
        ]}
      />
      {mayManage && delivery.state !== 'waiting' && (
        <div>
          <Button
            icon={Send}
            isPending={resend.isPending}
            onPress={() => resend.change({ params: { deliveryId: id } })}
          >
            {t('resend')}
          </Button>
        </div>
      )}
      <section aria-label={t('body')}>
        <h3 className="mb-1 font-medium">{t('body')}</h3>
        <CodeText isBlock>{JSON.stringify(JSON.parse(body), null, 2)}</CodeText>
      </section>
      {answer && (
        <section aria-label={t('answer')}>
          <h3 className="mb-1 font-medium">{t('answer')}</h3>
          <CodeText isBlock>{answer}</CodeText>
        </section>
      )}
    </div>
  )
}
