import type { Scorecard, ScorecardTicket } from '@firstline/contract/scorecard'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Status } from '#web/ui/Status.tsx'
import { BehindContext } from './behind-context.ts'
import type { Wanted } from './behind-context.ts'
import { MoreButton } from '#web/MoreButton.tsx'
import { useFigures } from '#web/useFigures.ts'
import { dayAfter, exportAddress, useScorecardSearch, useTicketsBehind } from './useScorecard.ts'
import type { Behind } from './useScorecard.ts'
import { useTypeName } from './useTypeName.ts'

/** Holds the drawer that any figure below opens. */
export function BehindFigures({ card, children }: { card: Scorecard; children: ReactNode }) {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const titleOf = useWantedTitle()
  return (
    <BehindContext value={setWanted}>
      {children}
      <Sheet
        title={wanted ? titleOf(wanted) : ''}
        size="wide"
        isOpen={wanted !== null}
        onOpenChange={() => setWanted(null)}
      >
        {wanted && <TicketsBehind behind={behindOf(card, wanted)} />}
      </Sheet>
    </BehindContext>
  )
}

function useWantedTitle() {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const nameOf = useTypeName()
  return ({ figure, signal, type, week }: Wanted): string => {
    const name = figure ? t(`figure.${figure}`) : t(`integrity.name.${signal}`)
    if (week !== undefined) return t('behind.ofWeek', { figure: name, week: figures.week(week) })
    return type === undefined ? name : t('behind.ofType', { figure: name, type: nameOf(type) })
  }
}

function behindOf(card: Scorecard, { type, week, ...counted }: Wanted): Behind {
  const ofType = type === undefined ? {} : { type: type ?? '' }
  return { ...counted, ...boundsOf(card, week), ...ofType }
}

/** The whole period, or that part of a week which lies in it. */
function boundsOf({ from, to, weeks }: Scorecard, week: string | undefined) {
  if (week === undefined) return { from, to }
  return {
    from: week === weeks[0]?.week ? from : week,
    to: week === weeks.at(-1)?.week ? to : dayAfter(week, 7),
  }
}

function TicketsBehind({ behind }: { behind: Behind }) {
  const { t } = useTranslation('scorecard')
  const failureOf = useFailure()
  const { search } = useScorecardSearch()
  const list = useTicketsBehind(behind)
  const tickets = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isPending) return <Skeleton lines={8} />
  if (!list.data) {
    return (
      <ErrorState
        isCompact
        failure={failureOf(list.error)}
        onRetry={() => void list.refetch()}
        isRetrying={list.isRefetching}
      />
    )
  }
  if (tickets.length === 0) return <EmptyState isCompact text={t('behind.none')} />
  return (
    <div className="flex flex-col gap-3">
      <ul className="-mx-4 -mt-4">
        {tickets.map((ticket) => (
          <li
            key={ticket.resolutionId ?? ticket.ticketId}
            className="flex items-start gap-3 border-b border-line px-4 py-2.5"
          >
            <TicketLine ticket={ticket} />
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{t('behind.more', { count: tickets.length })}</MoreButton>
      {!list.hasNextPage && (
        <p className="text-sm text-muted">{t('behind.all', { count: tickets.length })}</p>
      )}
      {behind.figure && (
        <a
          href={exportAddress(search, { table: 'tickets', ...behind })}
          download
          className="self-start text-sm text-accent hover:underline"
        >
          {t('behind.csv')}
        </a>
      )}
    </div>
  )
}

function TicketLine({ ticket }: { ticket: ScorecardTicket }) {
  const { t } = useTranslation('scorecard')
  const type = useTypeName()(ticket.type)
  const isHere = ticket.number !== null
  return (
    <>
      <span className="min-w-0 flex-1">
        {isHere ? (
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: ticket.ticketId }}
            className="font-medium text-accent hover:underline"
          >
            #{ticket.number} {ticket.subject}
          </Link>
        ) : (
          <span>{type}</span>
        )}
        <span className="flex flex-wrap gap-x-1.5 text-sm text-muted">
          {[isHere && type, ticket.channel, originWords(ticket.origin)].filter(Boolean).join(' · ')}
          {!isHere && <CopyableId value={ticket.ticketId} label={ticket.ticketId.slice(0, 8)} />}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5 text-sm">
        <span className="text-muted">
          <RelativeTime at={ticket.at} />
        </span>
        <span className="flex flex-wrap items-center justify-end gap-x-3">
          {ticket.rating && <span className="text-muted">{t(`behind.${ticket.rating}`)}</span>}
          {ticket.escalated && <Status meaning="escalated">{t('behind.escalated')}</Status>}
          {ticket.brokenAt && <Status meaning="broken">{t('behind.broken')}</Status>}
        </span>
      </span>
    </>
  )

  function originWords(origin: string): string | null {
    if (origin === 'live') return null
    return origin === 'generated' ? t('origin.generated') : origin
  }
}
