import type { Runbook } from '@firstline/contract/runbooks'
import { BadgeCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useRunbookChange } from './useRunbook.ts'

/** What the published version names has changed since somebody vouched for it. */
export function StaleNotice({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const mayPublish = useMay('runbook:publish')
  const verify = useRunbookChange('verifyRunbook', () =>
    toast({ text: t('verified'), meaning: 'held' }),
  )
  const { id, stale, publishedVersion } = runbook
  if (stale.length === 0 || publishedVersion === null) return null
  return (
    <section aria-label={t('stale')} className="flex flex-col gap-2 rounded-md bg-pending-soft p-4">
      <h2 className="font-semibold text-pending">{t('stale')}</h2>
      <ul className="text-sm">
        {stale.map(({ kind, name, reason, at }) => (
          <li key={`${kind} ${name}`}>
            {t(`staleKind.${kind}`)} <code>{name}</code>: {reason} {at && <RelativeTime at={at} />}
          </li>
        ))}
      </ul>
      {verify.error && <ErrorState isCompact failure={failureOf(verify.error)} />}
      {mayPublish && (
        <div>
          <Button
            size="small"
            icon={BadgeCheck}
            isPending={verify.isPending}
            onPress={() => verify.mutate({ params: { id }, body: { version: publishedVersion } })}
          >
            {t('verify')}
          </Button>
        </div>
      )}
    </section>
  )
}
