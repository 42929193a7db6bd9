import type { TicketPriority } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import { ListFilter, Tag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { useQueueSearch } from '../useQueue.ts'
import { ChooseTag } from './ChooseTag.tsx'
import { usePriorities } from './usePriorities.ts'

/** Of the view only those of one priority or tag; what was chosen stands below, to be removed. */
export function QueueFilter() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const { priority } = useQueueSearch()
  const priorities = usePriorities()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Menu
        label={t('filter.filter')}
        placement="bottom end"
        trigger={<IconButton icon={ListFilter} label={t('filter.filter')} />}
        groups={[
          {
            id: 'priority',
            title: t('filter.priority'),
            entries: priorities(priority, (option) =>
              choose(option === priority ? undefined : option),
            ),
          },
          {
            id: 'tag',
            entries: [
              { id: 'tag', label: t('filter.tag'), icon: Tag, onAction: () => setAsked(true) },
            ],
          },
        ]}
      />
      <ChooseTag isOpen={isAsked} onOpenChange={setAsked} />
    </>
  )

  function choose(chosen: TicketPriority | undefined) {
    void navigate({ to: '.', search: (search) => ({ ...search, priority: chosen }) })
  }
}
