import type { Message, Ticket, TimelineItem } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { isQuiet } from './event-words.ts'
import { EventLine } from './EventLine.tsx'
import type { TimelineEvent } from './timeline-event.ts'
import { MessageItem } from './MessageItem.tsx'
import { useTitles } from './useTitles.ts'

/** Something another part of the product puts into the stream, at its time. */
type TimelineInsert = {
  id: string
  at: string
  node: ReactNode
}

type TimelineProps = {
  ticket: Ticket
  inserts: readonly TimelineInsert[]
  /** Events an insert already tells. */
  isToldElsewhere: (eventName: string) => boolean
  /** What stands below an event's line. */
  detailOf: (event: TimelineEvent) => ReactNode
  /** What was said is read elsewhere: here stands only what has not arrived there. */
  isWithoutWords?: boolean
}

/** Messages and events in one stream, oldest first. */
export function Timeline(props: TimelineProps) {
  const { ticket, inserts, isToldElsewhere, detailOf, isWithoutWords = false } = props
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const timeline = useQuery(apiQuery('getTimeline', { params: { ticketId: ticket.id } }))
  const [isAllShown, setAllShown] = useState(false)
  if (timeline.isPending) return <Skeleton lines={6} />
  if (!timeline.data) {
    return (
      <ErrorState failure={failureOf(timeline.error)} onRetry={() => void timeline.refetch()} />
    )
  }
  const told = timeline.data.items.filter((item) =>
    item.kind === 'message'
      ? !isWithoutWords || isOnItsWay(item.message)
      : !isToldElsewhere(item.name),
  )
  const loud = told.filter((item) => item.kind === 'message' || !isQuiet(item))
  const quietCount = told.length - loud.length
  return (
    <>
      {timeline.data.truncated && <p className="text-sm text-muted">{t('truncated')}</p>}
      {quietCount > 0 && (
        <AriaButton
          onPress={() => setAllShown(!isAllShown)}
          className="w-fit cursor-default rounded-sm px-1 text-xs text-faint hover:text-ink pointer-coarse:min-h-11"
        >
          {isAllShown ? t('hideQuiet') : t('showQuiet', { count: quietCount })}
        </AriaButton>
      )}
      <Entries
        ticket={ticket}
        items={isAllShown ? told : loud}
        returned={returnedBy(timeline.data.items)}
        inserts={inserts}
        detailOf={detailOf}
      />
    </>
  )
}

function isOnItsWay({ delivery }: Message): boolean {
  return delivery === 'queued' || delivery === 'failed'
}

type EntriesProps = {
  items: readonly TimelineItem[]
  returned: string | null
} & Pick<TimelineProps, 'ticket' | 'inserts' | 'detailOf'>

/** The message that brought the ticket back last. */
function returnedBy(items: readonly TimelineItem[]): string | null {
  const last = items.findLast(
    (item) =>
      item.kind === 'event' && (item.name === 'ticket.reopened' || item.name === 'ticket.answered'),
  )
  return last?.kind === 'event' && typeof last.data.message === 'string' ? last.data.message : null
}

function Entries({ ticket, items, returned, inserts, detailOf }: EntriesProps) {
  const { t } = useTranslation('conversation')
  const titles = useTitles()
  const own = items.map((item) => ({
    id: item.id,
    at: item.at,
    node:
      item.kind === 'message' ? (
        <MessageItem
          message={item.message}
          ticket={ticket}
          hasReturned={returned === item.message.id}
        />
      ) : (
        <EventLine
          event={item}
          titles={titles}
          resolutions={ticket.resolutions}
          detail={detailOf(item)}
        />
      ),
  }))
  const entries = [...own, ...inserts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <ol aria-label={t('conversation')} className="flex flex-col gap-3">
      {entries.map(({ id, node }) => (
        <li key={id}>{node}</li>
      ))}
    </ol>
  )
}
