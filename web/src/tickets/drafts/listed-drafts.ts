import type { Draft, DraftKind, DraftSummary } from '@firstline/contract/drafts'
import { useQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'

const wordsLength = 200

/** Mine of one ticket, for its row in a list; a reply before a note. */
export function useListedDraft(ticketId: string): DraftSummary | undefined {
  const { data } = useQuery({
    ...apiQuery('listDrafts'),
    staleTime: 60_000,
    select: ({ items }) => {
      const ofTicket = items.filter((draft) => draft.ticketId === ticketId)
      return ofTicket.find(({ kind }) => kind === 'reply') ?? ofTicket[0]
    },
  })
  return data
}

/** What was kept just now need not be asked for. */
export function listDraft(client: QueryClient | null, ticketId: string, draft: Draft): void {
  const { kind, editedAt, text, choices } = draft
  const line = (text.trim() || choices.summary).replaceAll(/\s+/g, ' ').trim()
  const words = line.slice(0, wordsLength)
  change(client, (items) => [
    { ticketId, kind, words, editedAt },
    ...without(items, ticketId, kind),
  ])
}

export function unlistDraft(client: QueryClient | null, ticketId: string, kind: DraftKind): void {
  change(client, (items) => without(items, ticketId, kind))
}

function without(items: readonly DraftSummary[], ticketId: string, kind: DraftKind) {
  return items.filter((draft) => draft.ticketId !== ticketId || draft.kind !== kind)
}

function change(
  client: QueryClient | null,
  next: (items: readonly DraftSummary[]) => DraftSummary[],
): void {
  client?.setQueryData(
    apiQuery('listDrafts').queryKey,
    (list) => list && { items: next(list.items) },
  )
}
