import type { Ticket } from '@firstline/contract/tickets'
import { AlarmClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { SnoozeChoice } from './SnoozeChoice.tsx'
import { useSnooze } from './useSnooze.ts'

type SnoozeMenuProps = {
  ticket: Ticket
  /** What is being done and can be waited for. */
  runs: readonly { id: string; title: string }[]
}

/** Out of the way until a time, the end of an action, or the customer's next word. */
export function SnoozeMenu({ ticket, runs }: SnoozeMenuProps) {
  const { t } = useTranslation('conversation')
  const [isOpen, setOpen] = useState(false)
  const { snooze, bringBack } = useSnooze(ticket)
  useHotkeys([
    { keys: 's', label: t('snooze.snooze'), group: t('ticket'), run: () => setOpen(true) },
  ])
  return (
    <SnoozeChoice
      trigger={<IconButton icon={AlarmClock} label={t('snooze.snooze')} shortcut="s" />}
      isOpen={isOpen}
      onOpenChange={setOpen}
      runs={runs}
      onSnooze={snooze}
      {...(ticket.snoozed && { onBringBack: bringBack })}
    />
  )
}
