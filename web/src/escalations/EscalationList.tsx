import type { Escalation, EscalationState } from '@firstline/contract/escalations'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { useEscalations, useTake, useTeamName } from './useEscalations.ts'

/** The escalations of one state, each with what is owed next. */
export function EscalationList({ state }: { state: EscalationState }) {
  const { t } = useTranslation('escalations')
  const failureOf = useFailure()
  const list = useEscalations(state)
  const words = { group: t('title'), next: t('next'), previous: t('previous') }
  useRowKeys(
    list.escalations.map(({ id }) => id),
    words,
  )
  if (list.isPending) return <Skeleton lines={6} />
  if (!list.data) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
  }
  if (list.escalations.length === 0) return <EmptyState text={t(`empty.${state}`)} />
  return (
    <>
      <ul aria-label={t(`state.${state}`)} className="border-t border-line">
        {list.escalations.map((escalation) => (
          <li key={escalation.id} className="border-b border-line">
            <EscalationRow escalation={escalation} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} className="py-3">
        {t('more')}
      </MoreButton>
    </>
  )
}

function EscalationRow({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation('escalations')
  const teamName = useTeamName()
  const { id, ticket, account, because, escalatedBy, escalatedAt, to } = escalation
  return (
    <div className="relative flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3 hover:bg-hover sm:px-6">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="truncate">
          <Link
            to="/escalations/$escalationId"
            params={{ escalationId: id }}
            data-row={id}
            // The whole row is the way in; buttons lie above it.
            className="font-semibold after:absolute after:inset-0"
          >
            #{ticket.number} {ticket.subject}
          </Link>
        </h2>
        <p className="truncate text-sm text-muted">{because}</p>
        <p className="truncate text-sm text-faint">
          {[account?.name, t('from', { name: escalatedBy.name }), t('to', { team: teamName(to) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex shrink-0 flex-col items-start gap-1 text-sm sm:w-72 sm:items-end sm:text-right">
        <span className="text-muted">
          <RelativeTime at={escalatedAt} />
        </span>
        <Owed escalation={escalation} />
      </div>
    </div>
  )
}

/** What has to happen next, and for the free ones the button that begins it. */
function Owed({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation('escalations')
  const mayReturn = useMay('escalation:return')
  const { take, isPending } = useTake(escalation)
  const { state, assignee, draft, closed } = escalation
  if (state === 'open') {
    if (assignee)
      return <span className="text-muted">{t('owed.open', { name: assignee.name })}</span>
    if (!mayReturn) return <span className="text-muted">{t('owed.nobody')}</span>
    return (
      <span className="relative">
        <Button size="small" isPending={isPending} onPress={take}>
          {t('take')}
        </Button>
      </span>
    )
  }
  if (state === 'draft' && draft) {
    return (
      <span className="text-escalated">
        {t('owed.draft', { title: draft.title, version: draft.version })}
      </span>
    )
  }
  if (state === 'returned') return <span className="text-escalated">{t('owed.returned')}</span>
  return (
    <span className="line-clamp-2 text-muted">
      {closed?.how === 'waived'
        ? t('closed.waived', { reason: closed.reason ?? '' })
        : t('closed.published', { version: closed?.version ?? '' })}
    </span>
  )
}
