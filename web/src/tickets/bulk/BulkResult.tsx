import { Link } from '@tanstack/react-router'
import { RotateCw, Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { BulkOutcome } from './useBulk.ts'

type BulkResultProps = {
  outcome: BulkOutcome
  /** Where nothing else is in the bar that would end it. */
  onDismiss?: () => void
}

/** How many tickets were changed, which were not and why, with the way back. */
export function BulkResult({ outcome, onDismiss }: BulkResultProps) {
  const { t } = useTranslation('tickets')
  const { label, isUndo, changed, unchanged, refused, undo, again } = outcome
  useHotkeys([
    {
      keys: 'z',
      label: t('bulk.undo'),
      group: t('queue'),
      isDisabled: !undo,
      run: () => undo?.(),
    },
  ])
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-1 pl-1.5">
        <div role="status" className="min-w-0 flex-1 py-1 text-sm">
          <p className="font-medium wrap-anywhere">{label}</p>
          <p className="text-muted">
            {t(isUndo ? 'bulk.undone' : 'bulk.changed', { count: changed.length })}
          </p>
          {unchanged > 0 && (
            <p className="text-muted">{t('bulk.unchanged', { count: unchanged })}</p>
          )}
          {refused.length > 0 && (
            <p>
              <Status meaning="broken">{t('bulk.refused', { count: refused.length })}</Status>
            </p>
          )}
        </div>
        {undo && (
          <Button variant="ghost" size="small" icon={Undo2} shortcut="z" onPress={undo}>
            {t('bulk.undo')}
          </Button>
        )}
        {onDismiss && <IconButton icon={X} label={t('bulk.dismiss')} onPress={onDismiss} />}
      </div>
      {refused.length > 0 && (
        <ul className="max-h-32 overflow-y-auto px-1.5 text-sm">
          {refused.map(({ ticket, why }) => (
            <li key={ticket.id} className="py-0.5 wrap-anywhere">
              <Link
                to="/tickets/$ticketId"
                params={{ ticketId: ticket.id }}
                search={(search) => search}
                className="text-accent tabular-nums underline underline-offset-2"
              >
                #{ticket.number}
              </Link>{' '}
              {why}
            </li>
          ))}
        </ul>
      )}
      {again && (
        <div className="px-1.5 pb-1">
          <Button size="small" icon={RotateCw} onPress={again}>
            {t('bulk.again')}
          </Button>
        </div>
      )}
    </div>
  )
}
