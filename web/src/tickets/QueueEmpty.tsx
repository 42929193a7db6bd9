import type { TicketView } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import { Inbox, ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSetup } from '#web/setup/useSetup.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FirstTicket } from './FirstTicket.tsx'
import { useQueueSearch } from './useQueue.ts'

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
  const { priority, tag } = useQueueSearch()
  const next = nextView[view]
  const { data: setup } = useSetup()
  if (priority || tag) {
    return (
      <EmptyState
        icon={ListFilter}
        text={t('filter.empty')}
        action={{
          label: t('filter.clear'),
          onPress: () =>
            void navigate({
              to: '.',
              search: (search) => ({ ...search, priority: undefined, tag: undefined }),
            }),
        }}
      />
    )
  }
  if (setup?.hasTickets === false && view !== 'void') return <FirstTicket />
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
