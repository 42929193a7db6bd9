import type { Mailbox } from '@firstline/contract/common'
import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { MailboxList } from './MailRecipients.tsx'
import { MailboxText } from './MailboxText.tsx'
import type { Recipients } from './useRecipients.ts'

type RecipientChoiceProps = {
  ticket: Ticket
  recipients: Recipients
  /** It was to be sent, to nobody. */
  isMissing: boolean
}

/** Who gets this reply: the address of each, and a mark to leave one out or let one in. */
export function RecipientChoice({ ticket, recipients, isMissing }: RecipientChoiceProps) {
  const { t } = useTranslation('conversation')
  const { offered } = ticket.recipients
  const [isOpen, setOpen] = useState(false)
  const { to, cc } = recipients
  return (
    <div className="mb-1.5 flex flex-col gap-1 text-sm text-muted">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1">
          {t('replyTo')} <MailboxList mailboxes={to} />
          {cc.length > 0 && (
            <>
              {' · '}
              {t('mail.cc')} <MailboxList mailboxes={cc} />
            </>
          )}
        </p>
        <Button
          size="small"
          variant="ghost"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t('recipients.change')}
        </Button>
      </div>
      {isMissing && (
        <p role="alert" className="text-broken">
          {t('recipients.nobody')}
        </p>
      )}
      {(isOpen || isMissing) && (
        <Choices title={t('recipients.in')} all={recipients.usual} {...recipients} />
      )}
      {offered.length > 0 && (
        <Choices title={t('recipients.offered')} all={offered} {...recipients} />
      )}
    </div>
  )
}

type ChoicesProps = {
  title: string
  all: readonly Mailbox[]
} & Pick<Recipients, 'isChosen' | 'choose'>

function Choices({ title, all, isChosen, choose }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map((mailbox) => (
        <Checkbox
          key={mailbox.email}
          isSelected={isChosen(mailbox)}
          onChange={(isIn) => choose(mailbox, isIn)}
        >
          <MailboxText mailbox={mailbox} />
        </Checkbox>
      ))}
    </fieldset>
  )
}
