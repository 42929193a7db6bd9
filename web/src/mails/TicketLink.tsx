import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function TicketLink({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('mails')
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId }}
      className="text-accent underline underline-offset-2"
    >
      {t('toTicket')}
    </Link>
  )
}
