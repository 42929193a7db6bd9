import type { Opportunity } from '@firstline/contract/opportunities'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'

/** Who decided what about it; what is started says what it waits for. */
export function Decision({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const { state, decided, thing } = opportunity
  if (state === 'open') return null
  const name = decided?.by.name ?? ''
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status meaning={meanings[state]}>{t(`state.${state}`)}</Status>
        {decided && (
          <span className="text-muted">
            {t(`by.${state === 'dismissed' ? 'dismissed' : 'started'}`, { name })}{' '}
            <RelativeTime at={decided.at} />
          </span>
        )}
        {decided?.link && (
          <a
            href={decided.link}
            target="_blank"
            rel="noreferrer"
            className="max-w-full truncate text-accent hover:underline"
          >
            {decided.link}
          </a>
        )}
      </p>
      {decided?.reason && <p className="text-pretty">{decided.reason}</p>}
      {thing && state !== 'dismissed' && (
        <p className="text-muted">
          {t(state === 'shipped' ? 'isThere' : 'waitsFor')} {t(`kind.${thing.kind}`)}{' '}
          <code className="font-mono text-xs text-ink">{thing.id}</code>
        </p>
      )}
      {!thing && state === 'started' && <p className="text-muted">{t('waitsForNothing')}</p>}
    </div>
  )
}

const meanings = { started: 'pending', shipped: 'held', dismissed: 'neutral' } as const
