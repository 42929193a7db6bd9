import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Puts a tag on a ticket or takes it off, with the way back. */
export function useTags({ id, number }: Ticket) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const params = { ticketId: id }
  const change = useChange('tagTicket', { ticketId: id, event: 'ticket.tagged' })
  const onError = (error: Error) => toast({ text: failureOf(error).what, meaning: 'broken' })
  return {
    add: (tag: string) =>
      send(
        tag,
        { add: [tag], remove: [] },
        { add: [], remove: [tag] },
        t('tag.done', { number, tag }),
      ),
    remove: (tag: string) =>
      send(
        tag,
        { add: [], remove: [tag] },
        { add: [tag], remove: [] },
        t('tag.gone', { number, tag }),
      ),
  }

  function send(tag: string, body: Tagging, back: Tagging, text: string) {
    const about = `tag ${tag} of ${id}`
    const undo = () => change.mutate({ params, body: back }, { onError })
    change.mutate({ params, body }, { onSuccess: () => toast({ text, about, undo }), onError })
  }
}

type Tagging = { add: string[]; remove: string[] }
