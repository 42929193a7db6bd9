import type { TicketPriority } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { prioritySigns } from './priority-signs.ts'

/** A sign without colour: nothing has gone wrong. What is normal has none. */
export function PriorityMark({ priority }: { priority: TicketPriority }) {
  const { t } = useTranslation('tickets')
  if (priority === 'normal') return null
  const Sign = prioritySigns[priority]
  const label = t(`priority.${priority}`)
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={cx('shrink-0 self-center', priority === 'urgent' ? 'text-ink' : 'text-muted')}
    >
      <Sign aria-hidden size={14} strokeWidth={priority === 'urgent' ? 3 : 2} />
    </span>
  )
}
