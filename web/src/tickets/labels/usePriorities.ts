import { TicketPriority } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import type { MenuEntry } from '#web/ui/Menu.tsx'
import { prioritySigns } from './priority-signs.ts'

/** The priorities, to be chosen from. */
export function usePriorities() {
  const { t } = useTranslation('tickets')
  return (
    current: TicketPriority | undefined,
    onChoose: (priority: TicketPriority) => void,
  ): MenuEntry[] =>
    TicketPriority.options.map((option) => ({
      id: option,
      label: t(`priority.${option}`),
      icon: prioritySigns[option],
      isChosen: option === current,
      onAction: () => onChoose(option),
    }))
}
