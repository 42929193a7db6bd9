import type { Watchers } from '@firstline/contract/watching'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'

export type Watching = {
  watchers: Watchers
  toggle: () => void
  isPending: boolean
}

/** Null until it is known. */
export function useTicketWatching(ticketId: string): Watching | null {
  const queryClient = useQueryClient()
  const input = { params: { ticketId } }
  const list = apiQuery('listTicketWatchers', input)
  const { data } = useQuery(list)
  const { say, unsay } = useSay(ticketId)
  const keep = (watchers: Watchers) => queryClient.setQueryData(list.queryKey, watchers)
  const end = useChangeWithToast('unwatchTicket', {
    event: 'ticket.unwatched',
    onDone(watchers) {
      keep(watchers)
      unsay()
    },
  })
  const begin = useChangeWithToast('watchTicket', {
    event: 'ticket.watched',
    onDone(watchers) {
      keep(watchers)
      say(() => end.change(input))
    },
  })
  return watchingOf(
    data,
    () => begin.change(input),
    () => end.change(input),
    begin,
    end,
  )
}

export function useEscalationWatching(id: string): Watching | null {
  const queryClient = useQueryClient()
  const input = { params: { id } }
  const list = apiQuery('listEscalationWatchers', input)
  const { data } = useQuery(list)
  const { say, unsay } = useSay(id)
  const keep = (watchers: Watchers) => queryClient.setQueryData(list.queryKey, watchers)
  const end = useChangeWithToast('unwatchEscalation', {
    event: 'escalation.unwatched',
    onDone(watchers) {
      keep(watchers)
      unsay()
    },
  })
  const begin = useChangeWithToast('watchEscalation', {
    event: 'escalation.watched',
    onDone(watchers) {
      keep(watchers)
      say(() => end.change(input))
    },
  })
  return watchingOf(
    data,
    () => begin.change(input),
    () => end.change(input),
    begin,
    end,
  )
}

/** What it is good for; the notice takes it back. */
function useSay(id: string) {
  const { t } = useTranslation('notifications')
  const about = `watching ${id}`
  return {
    say: (undo: () => void) => toast({ text: t('watch.begun'), meaning: 'held', about, undo }),
    unsay: () => closeToast(about),
  }
}

function watchingOf(
  watchers: Watchers | undefined,
  begin: () => void,
  end: () => void,
  ...changes: { isPending: boolean }[]
): Watching | null {
  if (!watchers) return null
  return {
    watchers,
    toggle: watchers.isWatching ? end : begin,
    isPending: changes.some(({ isPending }) => isPending),
  }
}
