import type { ImapMailbox, MailboxState } from '@firstline/contract/channels'
import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Loaded } from '#web/Loaded.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'

/** The mailboxes that are fetched by IMAP, in the order of the project, and how each of them goes. */
export function MailboxList() {
  const { t } = useTranslation('mails')
  // what waits and the next try are no events
  const mailboxes = useQuery({ ...apiQuery('listMailboxes'), refetchInterval: 5_000 })
  return (
    <section aria-label={t('state.mailboxes')} className="px-4 pb-8 sm:px-6">
      <Loaded query={mailboxes}>
        {({ items }) =>
          items.length === 0 ? (
            <NoMailboxes />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {items.map((mailbox) => (
                <MailboxLine key={mailbox.name} mailbox={mailbox} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

const example = `mailboxes:
  - name: Support
    address: support@example.com
    imap:
      host: imap.example.com
      user: support@example.com
      password: env:SUPPORT_MAIL_PASSWORD`

/** Says how there would be one. */
function NoMailboxes() {
  const { t } = useTranslation('mails')
  return (
    <div className="mx-auto flex max-w-[60ch] flex-col gap-3 py-10 text-muted">
      <p className="text-pretty">
        <Trans t={t} i18nKey="none.mailboxes" components={{ file: <CodeText>{null}</CodeText> }} />
      </p>
      <CodeText isBlock>{example}</CodeText>
    </div>
  )
}

const meanings: Record<MailboxState, Meaning> = {
  waiting: 'pending',
  listening: 'held',
  fetching: 'pending',
  failing: 'broken',
  off: 'neutral',
}

function MailboxLine({ mailbox }: { mailbox: ImapMailbox }) {
  const { t } = useTranslation('mails')
  const { name, address, state, fault, nextTryAt, lastMailAt } = mailbox
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </h2>
        <p className="text-sm wrap-anywhere text-muted">
          <bdi>{address}</bdi>
        </p>
        <p className="text-sm wrap-anywhere text-faint">
          <Way mailbox={mailbox} />
        </p>
        <Left mailbox={mailbox} />
      </div>
      <div className="min-w-0 flex-1 basis-72 text-sm">
        <p>
          <Status meaning={meanings[state]}>
            {t(`mailbox.${state}`, { count: mailbox.waiting })}
          </Status>
        </p>
        {fault && (
          <>
            <p className="text-pretty wrap-anywhere text-muted">
              {t(`mailbox.fault.${fault.code}`)}
            </p>
            {fault.detail && (
              <p className="wrap-anywhere">
                <CodeText>{fault.detail}</CodeText>
              </p>
            )}
          </>
        )}
        {nextTryAt && (
          <p className="text-muted">
            {t('mailbox.nextTry')} <RelativeTime at={nextTryAt} />
          </p>
        )}
        {state === 'off' && <p className="text-pretty text-muted">{t('mailbox.offHint')}</p>}
        <p className="text-muted">
          {lastMailAt ? (
            <>
              {t('mailbox.lastMail')} <RelativeTime at={lastMailAt} />
            </>
          ) : (
            t('mailbox.noMail')
          )}
        </p>
      </div>
    </li>
  )
}

/** Where its mails come from and go to. */
function Way({ mailbox: { host, folder, movedTo } }: { mailbox: ImapMailbox }) {
  const { t } = useTranslation('mails')
  return movedTo === null
    ? t('mailbox.stays', { host, folder })
    : t('mailbox.moves', { host, folder, movedTo })
}

/** Mails that were not taken: they are where they were. */
function Left({ mailbox: { tooLarge, unreadable } }: { mailbox: ImapMailbox }) {
  const { t } = useTranslation('mails')
  return (
    <>
      {tooLarge > 0 && (
        <p className="text-sm text-pending">{t('mailbox.tooLarge', { count: tooLarge })}</p>
      )}
      {unreadable > 0 && (
        <p className="text-sm text-pending">{t('mailbox.unreadable', { count: unreadable })}</p>
      )}
    </>
  )
}
