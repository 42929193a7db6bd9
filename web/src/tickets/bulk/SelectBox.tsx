import type { TicketSummary } from '@firstline/contract/tickets'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'

type SelectBoxProps = {
  ticket: TicketSummary
  isSelected: boolean
  /** Also where nobody points at the row. */
  isShown: boolean
  /** @param isRange all from where one is to here */
  onToggle: (isRange: boolean) => void
}

/** In the row's margin, as tall as the row; the keys of the list do the same. */
export function SelectBox({ ticket, isSelected, isShown, onToggle }: SelectBoxProps) {
  const { t } = useTranslation('tickets')
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={t('bulk.selectOne', { number: ticket.number, subject: ticket.subject })}
      tabIndex={-1}
      onClick={(event) => onToggle(event.shiftKey)}
      className={cx(
        'absolute inset-y-0 left-0 z-10 flex w-6 cursor-default justify-center pt-3.5 -outline-offset-2 group-hover:opacity-100 group-focus-within:opacity-100 focus:opacity-100',
        isShown ? 'pointer-coarse:w-11' : 'opacity-0 pointer-coarse:hidden',
      )}
    >
      <span
        aria-hidden
        className={cx(
          'flex size-3.5 items-center justify-center rounded-sm border text-on-accent transition-colors',
          isSelected ? 'border-transparent bg-accent-fill' : 'border-control bg-surface',
        )}
      >
        {isSelected && <Check size={11} strokeWidth={3} />}
      </span>
    </button>
  )
}
