import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { HeaderButton } from '../conversation/HeaderButton.tsx'
import { prioritySigns } from './priority-signs.ts'
import { usePriorities } from './usePriorities.ts'
import { usePriority } from './usePriority.ts'
import { useMayChange } from '../useMayChange.ts'

/** How soon the ticket is to be taken up: a word only where that is not as usual. P opens it. */
export function PriorityMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['conversation', 'tickets'])
  const mayChange = useMayChange(ticket)
  const [isOpen, setOpen] = useState(false)
  const set = usePriority(ticket)
  const priorities = usePriorities()
  useHotkeys([
    {
      keys: 'p',
      label: t('priority'),
      group: t('ticket'),
      isDisabled: !mayChange,
      run: () => setOpen(true),
    },
  ])
  const { priority } = ticket
  const Sign = prioritySigns[priority]
  const isMarked = priority !== 'normal'
  const word = t(`tickets:priority.${priority}`)
  const said = (
    <span className="inline-flex items-center gap-1">
      <Sign aria-hidden size={14} className={isMarked ? 'text-ink' : 'text-faint'} />
      {isMarked && <span className="font-medium text-ink">{word}</span>}
    </span>
  )
  if (!mayChange) return isMarked ? said : null
  return (
    <Menu
      label={t('priority')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<HeaderButton label={t('priorityIs', { priority: word })}>{said}</HeaderButton>}
      groups={[
        {
          id: 'priorities',
          entries: priorities(priority, set),
        },
      ]}
    />
  )
}
