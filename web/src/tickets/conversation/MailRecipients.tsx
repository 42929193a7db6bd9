import type { Mailbox } from '@firstline/contract/common'
import type { Message } from '@firstline/contract/tickets'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { MailboxText } from './MailboxText.tsx'

/** Who else was written to, where the answer was asked for, and whose words were passed on. */
export function MailRecipients({ message }: { message: Message }) {
  const { t } = useTranslation('conversation')
  const { to, cc, replyTo, forwarded } = message
  const lines = [
    { label: t(message.kind === 'reply' ? 'mail.to' : 'mail.alsoTo'), mailboxes: to },
    { label: t('mail.cc'), mailboxes: cc },
    { label: t('mail.replyTo'), mailboxes: replyTo ? [replyTo] : [] },
    { label: t('mail.forwarded'), mailboxes: forwarded ? [forwarded] : [] },
  ].filter(({ mailboxes }) => mailboxes.length > 0)
  if (lines.length === 0) return null
  return (
    <dl className="mb-1.5 flex flex-col gap-0.5 text-sm text-muted">
      {lines.map(({ label, mailboxes }) => (
        <div key={label} className="flex gap-x-2">
          <dt className="shrink-0">{label}</dt>
          <dd className="min-w-0">
            <MailboxList mailboxes={mailboxes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function MailboxList({ mailboxes }: { mailboxes: readonly Mailbox[] }) {
  return mailboxes.map((mailbox, index) => (
    <Fragment key={mailbox.email}>
      {index > 0 && ', '}
      <MailboxText mailbox={mailbox} />
    </Fragment>
  ))
}
