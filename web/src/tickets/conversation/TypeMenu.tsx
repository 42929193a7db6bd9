import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { HeaderButton } from './HeaderButton.tsx'
import { useTitles } from './useTitles.ts'

export function TypeMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['conversation', 'tickets'])
  const failureOf = useFailure()
  const titles = useTitles()
  const mayChange = useMay('ticket:write')
  const { data } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const change = useChange('setTicketType', { ticketId: ticket.id })
  const title = ticket.type ? titles.type(ticket.type) : t('tickets:noType')
  if (!mayChange) return <span>{title}</span>
  return (
    <Menu
      label={t('type')}
      trigger={<HeaderButton label={t('typeIs', { type: title })}>{title}</HeaderButton>}
      groups={[
        {
          id: 'types',
          entries: (data?.items ?? []).map((type) => ({
            id: type.id,
            label: type.title,
            isChosen: type.id === ticket.type,
            onAction: () => choose(type.id),
          })),
        },
      ]}
    />
  )

  function choose(type: string) {
    change.mutate(
      { params: { ticketId: ticket.id }, body: { type } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  }
}
