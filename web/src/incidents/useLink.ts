import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Says that a ticket is part of an incident, and takes it back, each with the way back. */
export function useLink({ id: ticketId, number }: Pick<Ticket, 'id' | 'number'>) {
  const { t } = useTranslation('incidents')
  const params = { ticketId }
  const options = { ticketId, event: 'ticket.incident_linked' }
  const failureOf = useFailure()
  const linking = useChange('linkIncident', options)
  const unlinking = useChange('unlinkIncident', options)
  const onError = (error: Error) => toast({ text: failureOf(error).what, meaning: 'broken' })
  const about = `incident of ${ticketId}`
  const unlink = () => {
    closeToast(about)
    unlinking.mutate({ params }, { onError })
  }
  return {
    isPending: linking.isPending || unlinking.isPending,
    unlink,
    link({ id: incidentId, title }: { id: string; title: string }) {
      linking.mutate(
        { params, body: { incidentId } },
        {
          onSuccess: () => toast({ text: t('linked', { number, title }), about, undo: unlink }),
          onError,
        },
      )
    },
  }
}
