import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MailboxList } from '#web/mails/MailboxList.tsx'
import { MailList } from '#web/mails/MailList.tsx'
import { TaughtWords } from '#web/mails/TaughtWords.tsx'
import { isOfMails, mailStates, useMailCounts } from '#web/mails/useMails.ts'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'

const route = getRouteApi('/signed-in/mails')

/** Mail that became no message: nobody who wrote is lost without a person having seen it. */
export function MailsPage() {
  const { t } = useTranslation('mails')
  const { show = 'held' } = route.useSearch()
  const counts = useMailCounts()
  const links = [...mailStates, 'taught' as const, 'mailboxes' as const].map((state) => (
    <PartLink
      key={state}
      to="/mails"
      search={state === 'held' ? {} : { show: state }}
      isChosen={state === show}
      count={isOfMails(state) && counts[state] > 0 ? counts[state] : undefined}
    >
      {t(`state.${state}`)}
    </PartLink>
  ))
  return (
    <PageOfParts title={t('title')} lead={t(`lead.${show}`)} label={t('parts')} links={links}>
      {show === 'taught' && <TaughtWords />}
      {show === 'mailboxes' && <MailboxList />}
      {isOfMails(show) && <MailList key={show} state={show} />}
    </PageOfParts>
  )
}
