import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/team/useMe.ts'
import { Status } from '#web/ui/Status.tsx'
import { AssignAccount } from './AssignAccount.tsx'

/** Until the account is known nothing of it can be seen or done. */
export function UnknownAccount({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('accounts')
  const mayAssign = useMay('ticket:write')
  return (
    <section aria-label={t('unknown')} className="rounded-md border border-line px-4 py-3">
      <Status meaning="pending">{t('unknown')}</Status>
      <p className="mt-1 mb-3 text-muted">
        {t('unknownWhy', { email: ticket.contact?.email ?? t('thisSender') })}
      </p>
      {mayAssign && <AssignAccount ticket={ticket} />}
    </section>
  )
}
