import type { Webhook } from '@firstline/contract/webhooks'
import { Link } from '@tanstack/react-router'
import { Webhook as WebhookIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { useMay } from '#web/team/useMe.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { HowItGoes } from './WebhookState.tsx'
import { WebhookMenu } from './WebhookMenu.tsx'
import { useWebhooks } from './useWebhooks.ts'

/** The newest first. */
export function WebhookList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('webhooks')
  const mayManage = useMay('webhook:manage')
  const query = useWebhooks()
  useRowKeys(query.data?.items.map(({ id }) => id) ?? [], {
    group: t('page'),
    next: t('next'),
    previous: t('previous'),
  })
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            icon={WebhookIcon}
            text={t('empty')}
            {...(mayManage && { action: { label: t('new'), onPress: onNew } })}
          />
        ) : (
          <ul aria-label={t('page')} className="border-t border-line">
            {items.map((webhook) => (
              <li key={webhook.id} className="border-b border-line">
                <WebhookRow webhook={webhook} mayManage={mayManage} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function WebhookRow({ webhook, mayManage }: { webhook: Webhook; mayManage: boolean }) {
  const { t } = useTranslation('webhooks')
  const { id, address, description, events, isWithWords, waiting, failed } = webhook
  return (
    <article
      data-row={id}
      tabIndex={-1}
      aria-label={description || address}
      className="flex items-start gap-x-4 px-4 py-3 sm:px-6"
    >
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="font-semibold wrap-anywhere">
            <Link
              to="/webhooks/$webhookId"
              params={{ webhookId: id }}
              className="underline-offset-2 hover:underline"
            >
              {description || address}
            </Link>
          </h2>
          {description && <p className="text-sm wrap-anywhere text-muted">{address}</p>}
          <HowItGoes webhook={webhook} />
        </div>
        <div className="flex flex-wrap gap-x-4 text-sm tabular-nums sm:w-44 sm:flex-col sm:items-end">
          <span className="text-muted" title={events.join(', ')}>
            {t('eventCount', { count: events.length })}
          </span>
          {isWithWords && <span className="text-muted">{t('withWords')}</span>}
          {waiting > 0 && <Status meaning="pending">{t('waiting', { count: waiting })}</Status>}
          {failed > 0 && <Status meaning="broken">{t('failed', { count: failed })}</Status>}
        </div>
      </div>
      {mayManage && <WebhookMenu webhook={webhook} />}
    </article>
  )
}
