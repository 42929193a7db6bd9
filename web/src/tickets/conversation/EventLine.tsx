import type { Resolution } from '@firstline/contract/tickets'
import {
  ArrowUpRight,
  BookOpenCheck,
  Building2,
  Circle,
  CircleCheck,
  Mail,
  ShieldAlert,
  ThumbsUp,
  Undo2,
  UserRound,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { eventWords } from './event-words.ts'
import type { TimelineEvent } from './timeline-event.ts'
import type { Titles } from './useTitles.ts'
import { ResolutionMark } from './ResolutionMark.tsx'

type EventLineProps = {
  event: TimelineEvent
  titles: Titles
  resolutions: readonly Resolution[]
  detail: ReactNode
}

/** One thing that happened, in one quiet line. */
export function EventLine({ event, titles, resolutions, detail }: EventLineProps) {
  const { t, i18n } = useTranslation('conversation')
  const resolution =
    event.name === 'ticket.resolved' && resolutions.find(({ id }) => id === event.data.resolution)
  return (
    <div className="flex items-start gap-2 px-1 text-sm text-muted">
      <EventIcon name={event.name} />
      <div className="min-w-0 flex-1">
        <span className="wrap-anywhere">{eventWords(event, { t, i18n, titles })}</span>{' '}
        {event.actor.kind === 'ai_agent' && (
          <span className="rounded-sm border border-line px-1 text-xs">{t('aiAgent')}</span>
        )}{' '}
        <span className="text-faint">
          <RelativeTime at={event.at} />
        </span>
        {resolution && <ResolutionMark resolution={resolution} titles={titles} />}
        {detail}
      </div>
    </div>
  )
}

const icons: readonly [prefix: string, LucideIcon][] = [
  ['ticket.resolved', CircleCheck],
  ['ticket.reopen', Undo2],
  ['ticket.escalated', ArrowUpRight],
  ['ticket.assigned', UserRound],
  ['escalation.', ArrowUpRight],
  ['runbook.', BookOpenCheck],
  ['account.', Building2],
  ['rating.', ThumbsUp],
  ['message.', Mail],
  ['mail.', Mail],
  ['security.', ShieldAlert],
]

function EventIcon({ name }: { name: string }) {
  return createElement(icons.find(([prefix]) => name.startsWith(prefix))?.[1] ?? Circle, {
    'aria-hidden': true,
    size: 14,
    strokeWidth: 1.75,
    className: 'mt-0.5 shrink-0 text-faint',
  })
}
