import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { Sheet } from '#web/ui/Dialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { useFailure } from '#web/failure.ts'
import { EscalateForm } from './EscalateForm.tsx'

type EscalateDialogProps = {
  ticket: Ticket
  /** The runbook run that says to escalate, or found no cause; null without one. */
  run: RunbookRun | null
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Hands the ticket to a team, with all that is known about it. */
export function EscalateDialog({ ticket, run, isOpen, onOpenChange }: EscalateDialogProps) {
  const { t } = useTranslation('escalate')
  const failureOf = useFailure()
  const escalate = useChange('escalate', {
    ticketId: ticket.id,
    onDone({ to }) {
      toast({ text: t('done', { number: ticket.number, to }), meaning: 'escalated' })
      onOpenChange(false)
    },
  })
  return (
    <Sheet title={t('title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <EscalateForm
        ticket={ticket}
        run={run}
        isPending={escalate.isPending}
        error={escalate.error}
        failure={escalate.error ? failureOf(escalate.error) : undefined}
        onCancel={() => onOpenChange(false)}
        onKeep={escalate.reset}
        onEscalate={(body, seen, onDone) =>
          escalate.mutate({ params: { ticketId: ticket.id }, body, seen }, { onSuccess: onDone })
        }
      />
    </Sheet>
  )
}
