import type { InboundMail } from '@firstline/contract/channels'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { type MailState, useMails } from './useMails.ts'

/** What became no message, newest first, each with the click that makes it one. */
export function MailList({ state }: { state: MailState }) {
  const { t } = useTranslation('mails')
  const list = useMails(state)
  return (
    <section aria-label={t(`state.${state}`)} className="px-4 pb-8 sm:px-6">
      <Loaded query={list}>
        {({ pages }) => <Mails mails={pages.flatMap(({ items }) => items)} state={state} />}
      </Loaded>
      <MoreButton list={list} className="py-4">
        {t('more')}
      </MoreButton>
    </section>
  )
}

function Mails({ mails, state }: { mails: readonly InboundMail[]; state: MailState }) {
  const { t } = useTranslation('mails')
  const mayWrite = useMay('ticket:write')
  const unchecked = mails.filter(({ isChecked, ticketId }) => !isChecked && ticketId === null)
  if (mails.length === 0) return <EmptyState text={t(`none.${state}`)} />
  return (
    <>
      {mayWrite && unchecked.length > 1 && (
        <div className="flex justify-end py-2">
          <CheckButton mailIds={unchecked.slice(0, 200).map(({ id }) => id)}>
            {t('checkAll', { count: unchecked.length })}
          </CheckButton>
        </div>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} mayWrite={mayWrite} />
        ))}
      </ul>
    </>
  )
}

function MailLine({ mail, mayWrite }: { mail: InboundMail; mayWrite: boolean }) {
  const { t } = useTranslation('mails')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium wrap-anywhere">{mail.subject || t('noSubject')}</span>
          <span className="text-sm text-faint">
            <RelativeTime at={mail.receivedAt} />
          </span>
        </p>
        <p className="text-sm wrap-anywhere text-muted">{mail.sender ?? t('noSender')}</p>
        <p className="text-sm wrap-anywhere text-muted">{mail.outcome}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {mail.ticketId && (
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: mail.ticketId }}
            className="text-accent underline underline-offset-2"
          >
            {t('toTicket')}
          </Link>
        )}
        <a
          href={`/api/inbound-mails/${mail.id}/raw`}
          className="text-accent underline underline-offset-2"
        >
          {t('original')}
        </a>
        {mayWrite && <ReleaseButton mail={mail} />}
        {mayWrite && !mail.isChecked && !mail.ticketId && (
          <CheckButton mailIds={[mail.id]}>{t('check')}</CheckButton>
        )}
      </div>
    </li>
  )
}

function ReleaseButton({ mail }: { mail: InboundMail }) {
  const { t } = useTranslation('mails')
  const failureOf = useFailure()
  const change = useChange('releaseInboundMail', {
    event: 'mail.released',
    onDone: () => toast({ text: t('released') }),
  })
  return (
    <Button
      size="small"
      isPending={change.isPending}
      onPress={() =>
        change.mutate(
          { params: { mailId: mail.id } },
          { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
        )
      }
    >
      {t('release')}
    </Button>
  )
}

function CheckButton({ mailIds, children }: { mailIds: string[]; children: string }) {
  const failureOf = useFailure()
  const change = useChange('checkInboundMails', { event: 'mail.checked' })
  return (
    <Button
      size="small"
      variant="ghost"
      isPending={change.isPending}
      onPress={() =>
        change.mutate(
          { body: { mailIds } },
          { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
        )
      }
    >
      {children}
    </Button>
  )
}
