import type { EscalationDetail } from '@firstline/contract/escalations'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useEscalationWatching } from '#web/notifications/useWatching.ts'
import { WatchButton } from '#web/notifications/WatchButton.tsx'
import { useMay, useMe } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Badge } from '#web/ui/Status.tsx'
import { useTake, useTeamName } from './useEscalations.ts'

export function EscalationHeader({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const teamName = useTeamName()
  const watching = useEscalationWatching(escalation.id)
  const { ticket, state, to, escalatedBy, escalatedAt } = escalation
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <p className="text-sm">
          <Link to="/escalations" search={{ state }} className="text-muted hover:text-accent">
            {t('title')}
          </Link>
        </p>
        <h1 className="text-md font-semibold text-pretty">
          #{ticket.number} {ticket.subject}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <Badge meaning={state === 'closed' ? 'neutral' : 'escalated'}>
            {t(`state.${state}`)}
          </Badge>
          {t('from', { name: escalatedBy.name })} {t('to', { team: teamName(to) })} ·{' '}
          <RelativeTime at={escalatedAt} />
          <WatchButton watching={watching} group={t('title')} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 whitespace-nowrap">
        <Assignee escalation={escalation} />
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          className="inline-flex min-h-control items-center rounded-md px-2 font-medium text-accent hover:bg-hover"
        >
          {t('openTicket')}
        </Link>
      </div>
    </header>
  )
}

function Assignee({ escalation }: { escalation: EscalationDetail }) {
  const { t } = useTranslation('escalations')
  const me = useMe()
  const mayReturn = useMay('escalation:return')
  const { take, letGo, isPending } = useTake(escalation)
  const { assignee, state } = escalation
  if (state !== 'open') return null
  const isMine = assignee?.id === me.id
  return (
    <>
      <span className="text-sm text-muted">
        {assignee ? (isMine ? t('yours') : t('with', { name: assignee.name })) : t('owed.nobody')}
      </span>
      {mayReturn && (
        <Button isPending={isPending} onPress={isMine ? letGo : take}>
          {isMine ? t('letGo') : t('take')}
        </Button>
      )}
    </>
  )
}
