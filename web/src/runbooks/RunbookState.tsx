import type { RunbookSummary } from '@firstline/contract/runbooks'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

const meanings: Record<RunbookSummary['state'], Meaning> = {
  published: 'held',
  draft: 'pending',
  retired: 'neutral',
}

/** Published and with what version, and whether a draft waits. */
export function RunbookState({ runbook }: { runbook: RunbookSummary }) {
  const { t } = useTranslation('runbooks')
  const { state, publishedVersion, draftVersion, stale } = runbook
  return (
    <span className="flex flex-wrap gap-1.5">
      {state !== 'draft' && (
        <Badge meaning={meanings[state]}>
          {t(`state.${state}`)} {publishedVersion && t('versionOf', { version: publishedVersion })}
        </Badge>
      )}
      {stale.length > 0 && <Badge meaning="pending">{t('staleBadge')}</Badge>}
      {draftVersion && (
        <Badge meaning="pending">{t('draftWaits', { version: draftVersion })}</Badge>
      )}
    </span>
  )
}
