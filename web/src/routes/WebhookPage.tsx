import { DeliveryState } from '@firstline/contract/webhooks'
import type { Webhook } from '@firstline/contract/webhooks'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { useMay } from '#web/team/useMe.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { DeliveryList } from '#web/webhooks/DeliveryList.tsx'
import { ResendFailed } from '#web/webhooks/ResendFailed.tsx'
import { HowItGoes } from '#web/webhooks/WebhookState.tsx'
import { WebhookMenu } from '#web/webhooks/WebhookMenu.tsx'
import { useWebhooks } from '#web/webhooks/useWebhooks.ts'

const route = getRouteApi('/signed-in/webhooks/$webhookId')

/** One endpoint, and what it was told. */
export function WebhookPage() {
  const { t } = useTranslation('webhooks')
  const { webhookId } = route.useParams()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('page')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <Link
          to="/webhooks"
          className="px-4 pt-5 text-sm text-muted underline-offset-2 hover:underline sm:px-6"
        >
          {t('page')}
        </Link>
        <Loaded query={useWebhooks()}>
          {({ items }) => {
            const webhook = items.find(({ id }) => id === webhookId)
            return webhook ? <OfWebhook webhook={webhook} /> : <EmptyState text={t('notFound')} />
          }}
        </Loaded>
      </div>
    </div>
  )
}

function OfWebhook({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const { state } = route.useSearch()
  const mayManage = useMay('webhook:manage')
  const { id, address, description } = webhook
  return (
    <>
      <header className="flex items-start gap-4 px-4 pb-4 sm:px-6">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold wrap-anywhere">{description || address}</h1>
          {description && <p className="text-sm wrap-anywhere text-muted">{address}</p>}
          <HowItGoes webhook={webhook} />
        </div>
        {mayManage && <WebhookMenu webhook={webhook} />}
      </header>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-3 sm:px-6">
        <nav aria-label={t('deliveries')} className="-mx-2 flex flex-wrap gap-x-1">
          {[undefined, ...DeliveryState.options].map((each) => (
            <PartLink
              key={each ?? 'all'}
              to="/webhooks/$webhookId"
              params={{ webhookId: id }}
              search={each === undefined ? {} : { state: each }}
              isChosen={each === state}
            >
              {each === undefined ? t('allDeliveries') : t(`delivery.${each}`)}
            </PartLink>
          ))}
        </nav>
        {mayManage && <ResendFailed webhook={webhook} />}
      </div>
      <DeliveryList webhookId={id} state={state} />
    </>
  )
}
