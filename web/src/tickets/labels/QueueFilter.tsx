import { TicketPriority } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { useQueueSearch } from '../useQueue.ts'
import { prioritySigns } from './priority-signs.ts'

/** Of the view only those of one priority; what was chosen stands beside it, to be removed. */
export function QueueFilter() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const { priority } = useQueueSearch()
  return (
    <Menu
      label={t('filter.filter')}
      placement="bottom end"
      trigger={<IconButton icon={ListFilter} label={t('filter.filter')} />}
      groups={[
        {
          id: 'priority',
          title: t('filter.priority'),
          entries: TicketPriority.options.map((option) => ({
            id: option,
            label: t(`priority.${option}`),
            icon: prioritySigns[option],
            isChosen: option === priority,
            onAction: () => choose(option === priority ? undefined : option),
          })),
        },
      ]}
    />
  )

  function choose(chosen: TicketPriority | undefined) {
    void navigate({ to: '.', search: (search) => ({ ...search, priority: chosen }) })
  }
}
