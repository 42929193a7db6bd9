import type { Watchers } from '@firstline/contract/watching'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
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
  const input = { params: { ticketId } }
  const list = apiQuery('listTicketWatchers', input)
  const watchers = useQuery(list).data
  const { onBegin, onEnd } = useWatchNotice(ticketId, list.queryKey)
  const end = useChangeWithToast('unwatchTicket', { event: 'ticket.unwatched', ...onEnd })
  const begin = useChangeWithToast('watchTicket', {
    event: 'ticket.watched',
    ...onBegin(() => end.change(input)),
  })
  return watchingOf(watchers, input, begin, end)
}

export function useEscalationWatching(id: string): Watching | null {
  const input = { params: { id } }
  const list = apiQuery('listEscalationWatchers', input)
  const watchers = useQuery(list).data
  const { onBegin, onEnd } = useWatchNotice(id, list.queryKey)
  const end = useChangeWithToast('unwatchEscalation', {
    event: 'escalation.unwatched',
    ...onEnd,
  })
  const begin = useChangeWithToast('watchEscalation', {
    event: 'escalation.watched',
    ...onBegin(() => end.change(input)),
  })
  return watchingOf(watchers, input, begin, end)
}

/** Keeps who watches as it was answered; the notice says what that is good for, and takes it back. */
function useWatchNotice(id: string, list: QueryKey) {
  const { t } = useTranslation('notifications')
  const queryClient = useQueryClient()
  const about = `watching ${id}`
  const keep = (now: Watchers) => queryClient.setQueryData(list, now)
  return {
    onBegin: (undo: () => void) => ({
      onDone(now: Watchers) {
        keep(now)
        toast({ text: t('watch.begun'), meaning: 'held', about, undo })
      },
    }),
    onEnd: {
      onDone(now: Watchers) {
        keep(now)
        closeToast(about)
      },
    },
  }
}

type WatchChange<Input> = { isPending: boolean; change: (input: Input) => void }

function watchingOf<Input>(
  watchers: Watchers | undefined,
  input: Input,
  begin: WatchChange<Input>,
  end: WatchChange<Input>,
): Watching | null {
  if (!watchers) return null
  return {
    watchers,
    toggle: () => (watchers.isWatching ? end : begin).change(input),
    isPending: begin.isPending || end.isPending,
  }
}
