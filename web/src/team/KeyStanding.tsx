import type { AiAgent } from '@firstline/contract/ai-agents'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useNow } from '#web/ui/useNow.ts'
import { isEnding } from './lifetimes.ts'

type KeyStandingProps = {
  children?: ReactNode
  of: Pick<AiAgent, 'state' | 'owner' | 'expiresAt' | 'lastUsedFrom'> & { lastAt: string | null }
}

/** Whether a key still opens anything, who answers for it, and where it was used last. */
export function KeyStanding({
  of: { state, owner, expiresAt, lastAt, lastUsedFrom },
  children,
}: KeyStandingProps) {
  const { t } = useTranslation('team')
  const isSoon = isEnding(expiresAt, useNow(60_000))
  return (
    <span className="flex flex-col items-start gap-1 py-1 text-sm">
      {state !== 'active' && (
        <Status meaning={state === 'asleep' ? 'pending' : 'neutral'}>{t(state)}</Status>
      )}
      {state === 'active' && isSoon && (
        <Status meaning="broken">
          {t('endsSoon')} <RelativeTime at={expiresAt} />
        </Status>
      )}
      <span className="text-muted">
        {owner ? t('answeredBy', { name: owner.name }) : t('answeredByNobody')}
        {state === 'active' && !isSoon && (
          <>
            {' · '}
            {t('until')} <RelativeTime at={expiresAt} />
          </>
        )}
      </span>
      <span className="text-muted">
        {t('lastUse')}: {lastAt ? <RelativeTime at={lastAt} /> : t('never')}
        {lastUsedFrom && ` · ${lastUsedFrom}`}
      </span>
      {children}
    </span>
  )
}
