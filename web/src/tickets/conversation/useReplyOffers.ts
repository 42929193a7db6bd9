import type { Ticket } from '@firstline/contract/tickets'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { BookOpenCheck, MessageSquareText } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import type { Command, PaletteGroup } from '#web/ui/usePaletteSearch.ts'
import { keepUsedReply } from './draft.ts'
import { insertText } from './insert-text.ts'
import { slashAt } from './slash.ts'
import { useOffered } from './useOffered.ts'

/** What is offered behind a `/` at the beginning of a line, and how one of them is put in. */
export function useReplyOffers(ticket: Ticket, input: RefObject<HTMLTextAreaElement | null>) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const queryClient = useQueryClient()
  const { sign: slash, isAsked, leave, offer } = useOffered(input, slashAt)
  const words = slash?.words.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const list = useQuery({
    ...apiQuery('offerSavedReplies', {
      params: { ticketId: ticket.id },
      query: { q: slash?.words ?? '' },
    }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const say = useSay(ticket.id, isAsked)
  const isMeant = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const saved = (list.data?.items ?? [])
    .filter(({ title, folder, text }) => isMeant(`${title} ${folder} ${text}`))
    .map((reply): Command => ({
      id: reply.id,
      label: reply.title,
      detail: [
        reply.isOffered && t('saved.byRule'),
        reply.folder,
        reply.text.replaceAll(/\s+/g, ' '),
      ]
        .filter(Boolean)
        .join(' · '),
      icon: MessageSquareText,
      run: () => void putIn(reply.id),
    }))
  const found = say
    .filter((text) => isMeant(`${t('saved.say')} ${text}`))
    .map((text): Command => ({
      id: 'say',
      label: t('saved.say'),
      detail: text.replaceAll(/\s+/g, ' '),
      icon: BookOpenCheck,
      run: () => put(text),
    }))
  const state = list.error ? 'failed' : list.isPending ? 'searching' : 'ready'
  const groups: PaletteGroup[] = [
    { id: 'runbook', title: t('saved.ofRunbook'), commands: found, state: 'ready' },
    { id: 'saved', title: t('saved.title'), commands: saved, state },
  ]
  return offer(groups, words.length === 0)

  async function putIn(savedReplyId: string) {
    try {
      const params = { ticketId: ticket.id, savedReplyId }
      const filled = await queryClient.fetchQuery(apiQuery('fillSavedReply', { params }))
      put(filled.text, savedReplyId)
    } catch (error) {
      toast({ text: failureOf(error).what, meaning: 'broken' })
    }
  }

  /** Where the `/` stands now: one may have gone on typing meanwhile. */
  function put(text: string, savedReplyId?: string) {
    const field = input.current
    const at = field && slashAt(field.value, field.selectionStart)
    if (!at) return
    if (savedReplyId !== undefined) keepUsedReply(ticket.id, savedReplyId, text)
    insertText(field, text, { from: at.from, to: field.selectionStart })
    leave()
  }
}

/** What the runbook says of the cause it found, if anything; whoever may write may look at it. */
function useSay(ticketId: string, isAsked: boolean): string[] {
  const { data } = useQuery({
    ...apiQuery('listRunbookRuns', { params: { ticketId } }),
    enabled: isAsked,
  })
  const run = data?.items.find(({ state }) => state !== 'abandoned')
  return run?.outcome?.say ? [run.outcome.say] : []
}
