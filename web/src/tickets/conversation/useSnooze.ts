import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { useTimeWords } from './useTimeWords.ts'

/** Neither: until the customer writes. */
export type SnoozeWish = { until?: Date; run?: string }

/** Takes a ticket out of the way and brings it back, each with the way back. */
export function useSnooze(ticket: Ticket) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const timeWords = useTimeWords()
  const params = { ticketId: ticket.id }
  const snooze = useChange('snoozeTicket', params)
  const wake = useChange('wakeTicket', params)
  const onError = (error: Error) => toast({ text: failureOf(error).what, meaning: 'broken' })
  const about = `snooze of ${ticket.id}`
  const bringBack = () => {
    closeToast(about)
    wake.mutate({ params }, { onError })
  }
  return {
    bringBack,
    snooze({ until, run }: SnoozeWish) {
      const body = { until: until?.toISOString() ?? null, run: run ?? null }
      const { number } = ticket
      const text = until
        ? t('snooze.doneUntil', { number, at: timeWords(until) })
        : t('snooze.done', { number })
      snooze.mutate(
        { params, body },
        { onSuccess: () => toast({ text, about, undo: bringBack }), onError },
      )
    },
  }
}
