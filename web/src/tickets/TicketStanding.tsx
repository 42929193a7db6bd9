import type { TicketSummary } from '@firstline/contract/tickets'
import { AlarmClock, CircleCheck, CircleSlash, Inbox, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'

type TicketStandingProps = {
  ticket: TicketSummary
  /** Where something else stands in the same line. */
  isShort?: boolean
}

/** How a ticket stands, most telling first: escalated, reopened, then its state. */
export function TicketStanding({ ticket, isShort = false }: TicketStandingProps) {
  return isShort ? (
    <span className="inline-flex max-w-24 shrink-0 truncate">
      <Standing ticket={ticket} />
    </span>
  ) : (
    <Standing ticket={ticket} />
  )
}

function Standing({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  if (ticket.snoozed) return <Snoozed until={ticket.snoozed.until} />
  if (ticket.woken) {
    return (
      <Status meaning="pending" icon={AlarmClock}>
        {t(`woken.${ticket.woken}`)}
      </Status>
    )
  }
  if (ticket.escalatedAt) return <Status meaning="escalated">{t('standing.escalated')}</Status>
  if (ticket.state === 'resolved') {
    // Not green: whether it holds shows only when the window has passed.
    return (
      <Status meaning="neutral" icon={CircleCheck}>
        {t('standing.resolved')}
      </Status>
    )
  }
  if (ticket.state === 'waiting') return <Status meaning="pending">{t('standing.waiting')}</Status>
  if (ticket.state === 'void') {
    return (
      <Status meaning="neutral" icon={CircleSlash}>
        {t('standing.void')}
      </Status>
    )
  }
  if (ticket.reopenCount > 0) {
    return (
      <Status meaning="broken" icon={Undo2}>
        {t('standing.reopened', { count: ticket.reopenCount })}
      </Status>
    )
  }
  return (
    <Status meaning="neutral" icon={Inbox}>
      {t('standing.open')}
    </Status>
  )
}

function Snoozed({ until }: { until: string | null }) {
  const { t } = useTranslation('tickets')
  return (
    <Status meaning="neutral" icon={AlarmClock}>
      {until ? (
        <>
          {t('standing.snoozed')} <RelativeTime at={until} />
        </>
      ) : (
        t('standing.snoozedOpen')
      )}
    </Status>
  )
}
