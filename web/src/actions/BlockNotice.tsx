import type { AvailableAction } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { apiQuery } from '#web/api.ts'
import { Status } from '#web/ui/Status.tsx'

/** Says at once, while somebody looks at a preview, that it was stopped, by whom and why. */
export function StopNotice({ ticketId, action }: { ticketId: string; action: string }) {
  const { data } = useQuery(apiQuery('listActions', { params: { ticketId } }))
  const blocked = data?.items.find(({ id }) => id === action)?.blocked
  if (blocked?.reason !== 'action.stopped') return null
  return <BlockNotice blocked={blocked} />
}

const nextSteps = {
  'action.stopped': 'blockedNext.stopped',
  'action.outcome-unknown': 'blockedNext.unknown',
  'action.locked': 'blockedNext.locked',
} as const

/** Why nothing can be run now, whatever the input, and what ends it. */
export function BlockNotice({ blocked }: { blocked: NonNullable<AvailableAction['blocked']> }) {
  const { t } = useTranslation('actions')
  const { reason, say, said } = blocked
  const isStopped = reason === 'action.stopped'
  const next = ownProperty(nextSteps, reason as keyof typeof nextSteps)
  return (
    <div
      role="alert"
      className={`rounded-md px-3 py-2 ${isStopped ? 'bg-broken-soft' : 'bg-pending-soft'}`}
    >
      <Status meaning={isStopped ? 'broken' : 'pending'}>{ownWordsFor(said, say)}</Status>
      {next && <p className="mt-0.5 text-sm text-muted">{t(next)}</p>}
    </div>
  )
}
