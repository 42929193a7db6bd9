import type { Ticket } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { carryDrafts } from '../conversation/draft.ts'

export type Side = Pick<Ticket, 'id' | 'number'>
type Merging = { seen: string | null; key?: string; onDone: () => void }

/** Both tickets are others then. */
const event = 'ticket.joined'

const aboutMerge = (ticketId: string) => `merge of ${ticketId}`

/** With what was begun on the one that goes, and a notice that takes all of it back. */
export function useMerge() {
  const { t } = useTranslation('conversation')
  const { isPending, error, reset, mutate } = useChange('mergeTicket', { event })
  const { unmerge } = useUnmerge()
  return { isPending, error, reset, merge }

  function merge(goes: Side, stays: Side, { seen, key, onDone }: Merging) {
    const call = { params: { ticketId: goes.id }, body: { into: stays.id } }
    mutate(
      { ...call, seen: seen ?? undefined, ...(key && { key }) },
      {
        onSuccess() {
          carryDrafts(goes.id, stays.id)
          toast({
            text: t('merge.done', { goes: goes.number, stays: stays.number }),
            about: aboutMerge(goes.id),
            undo: () => unmerge(goes.id, null),
          })
          onDone()
        },
      },
    )
  }
}

/** Opens the ticket that is its own again; the page that asked may be gone by then. */
export function useUnmerge() {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const navigate = useNavigate()
  const { isPending, mutate } = useChange('unmergeTicket', {
    event,
    onDone({ id, number }) {
      toast({ text: t('merge.undone', { number }), about: aboutMerge(id) })
      void navigate({ to: '/tickets/$ticketId', params: { ticketId: id }, search: (all) => all })
    },
    onRefused: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
  })
  return {
    isPending,
    unmerge: (ticketId: string, seen: string | null) =>
      mutate({ params: { ticketId }, seen: seen ?? undefined }),
  }
}
