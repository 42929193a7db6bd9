import type { Team } from '@firstline/contract/team'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'

type KeyButtonsProps = {
  of: Pick<Team['keys'][number], 'name' | 'state'>
  onHandOver: () => void
  onRevoke: () => void
  isRevoking: boolean
  /** What else can be done with it, before these. */
  children?: ReactNode
}

/** Of a key of a machine or an AI agent, as long as it can still open anything. */
export function KeyButtons({
  of: { name, state },
  onHandOver,
  onRevoke,
  isRevoking,
  children,
}: KeyButtonsProps) {
  const { t } = useTranslation('team')
  if (state === 'revoked' || state === 'expired') return null
  const handOver = t(state === 'asleep' ? 'wake' : 'handOver')
  return (
    <span className="inline-flex flex-wrap gap-1 sm:justify-end">
      {children}
      <Button size="small" aria-label={`${handOver}: ${name}`} onPress={onHandOver}>
        {handOver}
      </Button>
      <Button
        size="small"
        aria-label={`${t('revoke')}: ${name}`}
        isPending={isRevoking}
        onPress={onRevoke}
      >
        {t('revoke')}
      </Button>
    </span>
  )
}
