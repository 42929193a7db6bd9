import type { TicketView } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** Where to go when a view is empty; an empty "open" is the end of the work. */
const nextView: Partial<Record<TicketView, TicketView>> = {
  mine: 'new',
  new: 'open',
  waiting: 'open',
  snoozed: 'open',
  resolved: 'open',
  unknown: 'new',
  void: 'open',
}

export function QueueEmpty({ view }: { view: TicketView }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const next = nextView[view]
  return (
    <EmptyState
      icon={Inbox}
      text={t(`empty.${view}`)}
      {...(next && {
        action: {
          label: t('goTo', { view: t(`view.${next}`) }),
          onPress: () => void navigate({ to: '/tickets', search: { view: next } }),
        },
      })}
    />
  )
}
