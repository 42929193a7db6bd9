import type { TicketSummary } from '@firstline/contract/tickets'
import { Link } from '@tanstack/react-router'
import { BookOpenCheck } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/team/useMe.ts'
import { initialsOf } from '#web/ui/initials.ts'
import { cx } from '#web/ui/cx.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { DraftMark } from './drafts/DraftMark.tsx'
import { PriorityMark } from './labels/PriorityMark.tsx'
import { TagList } from './labels/TagList.tsx'
import { TicketStanding } from './TicketStanding.tsx'
import type { QueueTicket } from './useQueue.ts'

type QueueRowProps = {
  ticket: QueueTicket
  isChosen: boolean
  isSelected: boolean
  /** The one row that Tab stops at. */
  isStop: boolean
  /** While rows are chosen by touch, a press chooses instead of opening. */
  onPress?: (() => void) | undefined
  /** Room for the box that chooses it, where a finger needs more. */
  hasWideMargin: boolean
  onFocus: () => void
}

/** What it is and how long it waits / whose it is / what was said last, and by whom. */
export function QueueRow(props: QueueRowProps) {
  const { ticket, isChosen, isSelected, isStop, onPress, hasWideMargin, onFocus } = props
  const { t } = useTranslation('tickets')
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      search={(search) => search}
      data-ticket={ticket.id}
      onFocus={onFocus}
      {...(onPress && {
        onClick(event: MouseEvent) {
          event.preventDefault()
          onPress()
        },
      })}
      tabIndex={isStop ? 0 : -1}
      aria-current={isChosen ? 'true' : undefined}
      className={cx(
        'flex h-full flex-col justify-center gap-0.5 border-b border-l-2 border-b-line pr-4 pl-5.5 -outline-offset-2',
        hasWideMargin && 'pointer-coarse:pl-10.5',
        isChosen ? 'border-l-accent' : 'border-l-transparent',
        isChosen || isSelected ? 'bg-selected' : 'group-hover:bg-hover',
      )}
    >
      <span className="flex items-baseline gap-2">
        {isCustomerWaiting(ticket) && (
          <span className="size-1.5 shrink-0 self-center rounded-full bg-accent">
            <span className="sr-only">{t('customerWaits')}</span>
          </span>
        )}
        <PriorityMark priority={ticket.priority} />
        <bdi className="min-w-0 flex-1 truncate font-medium">{ticket.subject}</bdi>
        <span className="shrink-0 text-xs text-muted">
          <RelativeTime at={ticket.spoke.since} form="short" />
        </span>
      </span>
      <span className="flex items-center gap-2 text-sm text-muted">
        <span className="min-w-0 flex-1 truncate">
          <Whose ticket={ticket} />
        </span>
        <DraftMark ticketId={ticket.id} />
        {ticket.tags.length > 0 && <TagList tags={ticket.tags} most={2} />}
        {ticket.assignee && <Initials name={ticket.assignee.name} />}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 text-sm">
        {ticket.excerpt ? <Excerpt parts={ticket.excerpt.parts} /> : <LastWords ticket={ticket} />}
      </span>
    </Link>
  )
}

function isCustomerWaiting({ state, spoke }: TicketSummary): boolean {
  return state === 'open' && spoke.last === 'customer'
}

function Whose({ ticket: { contact, account } }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  if (!contact && !account) return t('noSender')
  return (
    <>
      {contact && <bdi>{contact.name ?? contact.email}</bdi>}
      {contact && ' · '}
      {account ? <bdi>{account.name}</bdi> : t('unknownAccount')}
    </>
  )
}

function Initials({ name }: { name: string }) {
  const { t } = useTranslation('tickets')
  const label = t('assignedTo', { name })
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="shrink-0 rounded-sm border border-line px-1 text-xs leading-4 text-muted"
    >
      {initialsOf(name)}
    </span>
  )
}

/** Where what was looked for was said. */
function Excerpt({ parts }: { parts: readonly string[] }) {
  return (
    <span className="truncate text-muted">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
          <mark key={index} className="bg-transparent font-semibold text-ink">
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </span>
  )
}

/** How it stands where that is not plain, the runbook that fits as a small sign, and the last words. */
function LastWords({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  const isPlainOpen =
    ticket.state === 'open' &&
    !ticket.escalatedAt &&
    !ticket.snoozed &&
    !ticket.woken &&
    ticket.reopenCount === 0
  return (
    <>
      {!isPlainOpen && <TicketStanding ticket={ticket} isShort />}
      {isPlainOpen && ticket.runbook && (
        <span title={ticket.runbook.title} className="shrink-0 text-accent">
          <BookOpenCheck aria-hidden size={14} />
          <span className="sr-only">
            {t('runbook')} {ticket.runbook.title}
          </span>
        </span>
      )}
      <span className="min-w-0 flex-1 truncate text-faint">
        <Speaker ticket={ticket} />
        <bdi>{ticket.preview}</bdi>
      </span>
    </>
  )
}

/** Not where it is the customer whom the line above names. */
function Speaker({ ticket: { spoke, contact } }: { ticket: TicketSummary }) {
  const { t } = useTranslation('tickets')
  const me = useMe()
  if (spoke.last === 'customer' || (spoke.by && !spoke.personId)) {
    const isNamed = !spoke.by || spoke.by === (contact?.name ?? contact?.email)
    return isNamed ? null : <bdi>{spoke.by}: </bdi>
  }
  return <bdi>{me.id === spoke.personId ? t('you') : (spoke.by ?? t('someone'))}: </bdi>
}
