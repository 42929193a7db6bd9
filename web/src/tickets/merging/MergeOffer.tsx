import type { Ticket } from '@firstline/contract/tickets'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { carryDrafts } from '../conversation/draft.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useMerge, useUnmerge } from './useMerge.ts'

/** Where a merged ticket goes on, with the way back; or that its first mail answers another ticket. */
export function MergeOffer({ ticket }: { ticket: Ticket }) {
  const { joinedTo, mayContinue, state } = ticket
  if (joinedTo) return <Merged ticket={ticket} to={joinedTo} />
  if (!mayContinue || state === 'void') return null
  return <Offer ticket={ticket} to={mayContinue} />
}

type Other = NonNullable<Ticket['joinedTo']>

function Offer({ ticket, to }: { ticket: Ticket; to: Other }) {
  const { t } = useTranslation('conversation')
  const navigate = useNavigate()
  const failureOf = useFailure()
  const { isPending, error, merge } = useMerge()
  const goOn = () =>
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: to.id }, search: (all) => all })
  return (
    <Line text={t('merge.offer')} to={to}>
      {useMay('ticket:write') && (
        <Button
          size="small"
          isPending={isPending}
          onPress={() => merge(ticket, to, { seen: ticket.lastEvent, onDone: goOn })}
        >
          {t('merge.into', { number: to.number })}
        </Button>
      )}
      {error && <ErrorState isCompact failure={failureOf(error)} />}
    </Line>
  )
}

function Merged({ ticket, to }: { ticket: Ticket; to: Other }) {
  const { t } = useTranslation('conversation')
  const { isPending, unmerge } = useUnmerge()
  // what was begun here, by whoever was not the one to merge it, is written on there
  useEffect(() => carryDrafts(ticket.id, to.id), [ticket.id, to.id])
  return (
    <Line text={t('merge.merged')} to={to}>
      {useMay('ticket:write') && (
        <Button
          size="small"
          isPending={isPending}
          onPress={() => unmerge(ticket.id, ticket.lastEvent)}
        >
          {t('merge.undo')}
        </Button>
      )}
    </Line>
  )
}

function Line({ text, to, children }: { text: string; to: Other; children: ReactNode }) {
  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2 text-sm"
    >
      <p className="min-w-0 flex-1 basis-60 text-pretty wrap-anywhere">
        {text}{' '}
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: to.id }}
          search={(search) => search}
          className="text-accent underline underline-offset-2"
        >
          #{to.number} <bdi>{to.subject}</bdi>
        </Link>
      </p>
      {children}
    </div>
  )
}
