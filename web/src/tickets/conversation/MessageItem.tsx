import type { Message, Ticket } from '@firstline/contract/tickets'
import { Link } from '@tanstack/react-router'
import { Lock, Paperclip, Reply } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keptWordsFor } from '#web/i18n/said.ts'
import { numberFormat } from '#web/ui/intl.ts'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { TooltipText } from '#web/ui/Tooltip.tsx'
import { HtmlFrame } from './HtmlFrame.tsx'
import { MailboxText } from './MailboxText.tsx'
import { MailRecipients } from './MailRecipients.tsx'
import { hasDeliveryTrouble } from './delivery-trouble.ts'
import { MessageDelivery } from './MessageDelivery.tsx'
import { MessageJudgement } from './MessageJudgement.tsx'
import { MessageText } from './MessageText.tsx'

/** Customer, reply and note differ by place and edge, not by colour. */
const shapes: Record<Message['kind'], string> = {
  customer: 'border-line bg-canvas sm:mr-10',
  reply: 'border-line bg-surface sm:ml-10',
  note: 'border-dashed border-control bg-surface sm:ml-10',
}

type MessageItemProps = {
  message: Message
  ticket: Pick<Ticket, 'id' | 'state'>
  /** It brought the ticket back. */
  hasReturned: boolean
}

export function MessageItem({ message, ticket, hasReturned }: MessageItemProps) {
  const { t } = useTranslation('conversation')
  const [isFormatted, setFormatted] = useState(false)
  return (
    <article
      aria-label={t(`by.${message.kind}`, { name: message.author.name })}
      className={cx('rounded-md border px-4 pt-2.5 pb-3', shapes[message.kind])}
    >
      <header className="mb-1.5 flex items-start gap-x-2 text-sm text-muted">
        <span className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-x-2">
          {message.kind === 'reply' && <Reply aria-hidden size={14} />}
          {message.kind === 'note' && <Lock aria-hidden size={14} />}
          <MailboxText mailbox={message.from ?? { name: message.author.name, email: null }} />
          {message.kind === 'note' && <span>{t('noteMark')}</span>}
          <RelativeTime at={message.at} />
          {message.joinedFrom && (
            <Link
              to="/tickets/$ticketId"
              params={{ ticketId: message.joinedFrom.id }}
              search={(search) => search}
              className="text-accent underline underline-offset-2"
            >
              {t('merge.from', { number: message.joinedFrom.number })}
            </Link>
          )}
          {message.sender && !message.sender.isVerified && (
            <TooltipText text={message.sender.proof}>
              <span>
                <Status meaning="pending">{t('notProven')}</Status>
              </span>
            </TooltipText>
          )}
        </span>
        <span className="flex shrink-0 items-center gap-2">
          {message.html && (
            <Button size="small" variant="ghost" onPress={() => setFormatted(!isFormatted)}>
              {isFormatted ? t('showText') : t('showFormatted')}
            </Button>
          )}
          {!hasDeliveryTrouble(message) && (
            <MessageDelivery message={message} ticketId={ticket.id} />
          )}
        </span>
      </header>
      <MailRecipients message={message} />
      {hasDeliveryTrouble(message) && (
        <div className="mb-2 text-sm">
          <MessageDelivery message={message} ticketId={ticket.id} />
        </div>
      )}
      {isFormatted && message.html ? (
        <HtmlFrame html={message.html} />
      ) : (
        <MessageText text={message.text} mentions={message.mentions} />
      )}
      {message.quotedText && <QuotedText text={message.quotedText} />}
      <Enclosed message={message} />
      <MessageJudgement message={message} ticket={ticket} hasReturned={hasReturned} />
    </article>
  )
}

function QuotedText({ text }: { text: string }) {
  const { t } = useTranslation('conversation')
  return (
    <details className="mt-2 text-muted">
      <summary className="w-fit cursor-default rounded-sm text-sm hover:text-ink">
        {t('quoted')}
      </summary>
      <div className="mt-1 border-l-2 border-line pl-3">
        <MessageText text={text} />
      </div>
    </details>
  )
}

function Enclosed({ message }: { message: Message }) {
  const { t, i18n } = useTranslation('conversation')
  const { warnings, attachments, mailId } = message
  if (warnings.length === 0 && attachments.length === 0) return null
  return (
    <footer className="mt-2 flex flex-col gap-1 text-sm text-muted">
      {warnings.map((warning) => (
        <Status key={warning} meaning="pending">
          {keptWordsFor(warning)}
        </Status>
      ))}
      {attachments.map(({ name, sizeBytes, type }, index) => (
        <span key={index} className="flex items-center gap-1.5">
          <Paperclip aria-hidden size={14} className="shrink-0" />
          <span className="min-w-0 truncate text-ink">{name}</span>
          <span className="shrink-0 tabular-nums">
            {type} · {sizeWords(sizeBytes, i18n.language)}
          </span>
        </span>
      ))}
      {mailId && (
        <a
          href={`/api/inbound-mails/${mailId}/raw`}
          className="w-fit text-accent underline underline-offset-2"
        >
          {t('originalMail')}
        </a>
      )}
    </footer>
  )
}

function sizeWords(bytes: number, language: string): string {
  const steps = ['byte', 'kilobyte', 'megabyte'] as const
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return numberFormat(language, {
    style: 'unit',
    unit: steps[step],
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1_000 ** step)
}
