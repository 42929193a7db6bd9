import type { RecordEntry } from '@firstline/contract/audit'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Status } from '#web/ui/Status.tsx'

/** What an entry was about, and the proof that it stands in the record. */
export function EntryTools({ entry }: { entry: RecordEntry }) {
  const { t } = useTranslation('audit')
  const { ticket, account, isSealed, id } = entry
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {ticket && (
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          className="text-accent hover:underline"
        >
          {t('ticket')} #{ticket.number}
        </Link>
      )}
      {account && (
        <Link
          to="/record"
          search={{ accountId: account.id }}
          className="text-accent hover:underline"
        >
          {account.name}
        </Link>
      )}
      {isSealed ? (
        <a
          href={`/api/record/events/${id}/proof`}
          download
          className="text-muted hover:text-accent hover:underline"
        >
          {t('proof', { id })}
        </a>
      ) : (
        <Status meaning="pending">{t('notSealed')}</Status>
      )}
    </p>
  )
}
