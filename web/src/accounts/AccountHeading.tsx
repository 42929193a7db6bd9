import type { Ticket } from '@firstline/contract/tickets'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Status } from '#web/ui/Status.tsx'

/** Whose ticket it is: the account and the person who wrote. */
export function AccountHeading({ ticket, tools }: { ticket: Ticket; tools: ReactNode }) {
  const { t } = useTranslation('accounts')
  const { account, contact } = ticket
  return (
    <div className="flex items-start gap-2 px-4 pt-2.5 pb-1">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-center gap-2 truncate font-semibold">
          {account ? account.name : <Status meaning="pending">{t('unknown')}</Status>}
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {contact && (
            <span className="min-w-0 truncate">
              {contact.name ? `${contact.name} · ${contact.email}` : contact.email}
            </span>
          )}
          {account && <CopyableId value={account.externalId} />}
        </p>
      </div>
      {tools}
    </div>
  )
}
