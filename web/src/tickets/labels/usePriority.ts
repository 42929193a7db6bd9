import type { Ticket, TicketPriority } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Sets how soon a ticket is to be taken up, with the way back. */
export function usePriority({ id, number, priority: before }: Ticket) {
  const { t } = useTranslation(['conversation', 'tickets'])
  const failureOf = useFailure()
  const params = { ticketId: id }
  const change = useChange('setTicketPriority', params)
  const onError = (error: Error) => toast({ text: failureOf(error).what, meaning: 'broken' })
  return (priority: TicketPriority) => {
    if (priority === before) return
    const text = t('prioritySet', { number, priority: t(`tickets:priority.${priority}`) })
    const undo = () => change.mutate({ params, body: { priority: before } }, { onError })
    change.mutate(
      { params, body: { priority } },
      { onSuccess: () => toast({ text, about: `priority of ${id}`, undo }), onError },
    )
  }
}
