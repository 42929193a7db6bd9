import type { InboundMail } from '@firstline/contract/channels'
import { keptWordsFor } from '#web/i18n/said.ts'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { DecisionLine } from './DecisionLine.tsx'
import { TicketLink } from './TicketLink.tsx'
import { useMails } from './useMails.ts'
import type { MailState } from './useMails.ts'

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
  const { id, ticketId, isChecked } = mail
  const tools = (
    <>
      {ticketId && <TicketLink ticketId={ticketId} />}
      <a href={`/api/inbound-mails/${id}/raw`} className="text-accent underline underline-offset-2">
        {t('original')}
      </a>
      {mayWrite && <ReleaseButton mailId={id} />}
      {mayWrite && !isChecked && !ticketId && (
        <CheckButton mailIds={[id]}>{t('check')}</CheckButton>
      )}
    </>
  )
  return (
    <DecisionLine tools={tools}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium wrap-anywhere">{mail.subject || t('noSubject')}</bdi>
        <span className="text-sm text-faint">
          <RelativeTime at={mail.receivedAt} />
        </span>
      </p>
      <p dir="auto" className="text-sm wrap-anywhere text-muted">
        {mail.sender ?? t('noSender')}
      </p>
      <p className="text-sm wrap-anywhere text-muted">
        {mail.outcome && keptWordsFor(mail.outcome)}
      </p>
    </DecisionLine>
  )
}

function ReleaseButton({ mailId }: { mailId: string }) {
  const { t } = useTranslation('mails')
  const { isPending, change } = useChangeWithToast('releaseInboundMail', {
    event: 'mail.released',
    onDone: () => toast({ text: t('released') }),
  })
  return (
    <Button size="small" isPending={isPending} onPress={() => change({ params: { mailId } })}>
      {t('release')}
    </Button>
  )
}

function CheckButton({ mailIds, children }: { mailIds: string[]; children: string }) {
  const { isPending, change } = useChangeWithToast('checkInboundMails', { event: 'mail.checked' })
  return (
    <Button
      size="small"
      variant="ghost"
      isPending={isPending}
      onPress={() => change({ body: { mailIds } })}
    >
      {children}
    </Button>
  )
}
