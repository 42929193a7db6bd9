import type { Ticket } from '@firstline/contract/tickets'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'

/** Its first mail answers another ticket: one click lets it go on there, another takes it back. */
export function JoinOffer({ ticket }: { ticket: Ticket }) {
  const { joinedTo, mayContinue, state } = ticket
  if (joinedTo) return <Joined ticketId={ticket.id} to={joinedTo} />
  if (!mayContinue || state === 'void') return null
  return <Offer ticketId={ticket.id} to={mayContinue} />
}

type To = NonNullable<Ticket['mayContinue']>

function Offer({ ticketId, to }: { ticketId: string; to: To }) {
  const { t } = useTranslation('conversation')
  const navigate = useNavigate()
  const { isPending, mutate } = useJoining('joinTicket', ticketId, () => {
    toast({ text: t('join.done', { number: to.number }) })
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: to.id }, search: (all) => all })
  })
  return (
    <Line text={t('join.offer')} to={to}>
      {useMay('ticket:write') && (
        <Button size="small" isPending={isPending} onPress={mutate}>
          {t('join.join', { number: to.number })}
        </Button>
      )}
    </Line>
  )
}

function Joined({ ticketId, to }: { ticketId: string; to: To }) {
  const { t } = useTranslation('conversation')
  const { isPending, mutate } = useJoining('partTicket', ticketId)
  return (
    <Line text={t('join.joined')} to={to}>
      {useMay('ticket:write') && (
        <Button size="small" isPending={isPending} onPress={mutate}>
          {t('join.part')}
        </Button>
      )}
    </Line>
  )
}

function Line({ text, to, children }: { text: string; to: To; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2 text-sm">
      <p className="min-w-0 flex-1 basis-60 text-pretty wrap-anywhere">
        {text}{' '}
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: to.id }}
          search={(search) => search}
          className="text-accent underline underline-offset-2"
        >
          #{to.number} {to.subject}
        </Link>
      </p>
      {children}
    </div>
  )
}

function useJoining(name: 'joinTicket' | 'partTicket', ticketId: string, onDone?: () => void) {
  // both tickets are others now
  const told = useChangeWithToast(name, { event: 'ticket.joined', ...(onDone && { onDone }) })
  return { isPending: told.isPending, mutate: () => told.change({ params: { ticketId } }) }
}
