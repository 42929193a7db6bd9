import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AtSign } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import type { Command } from '#web/ui/usePaletteSearch.ts'
import { keepNamed, namedIn } from './draft.ts'
import { insertText } from './insert-text.ts'
import { mentionAt, mentionsIn } from './mention.ts'
import { useOffered } from './useOffered.ts'

const mostOffered = 8

/** The team behind an `@` in a note, and who is named in what was written. */
export function useMentionOffers(
  ticketId: string,
  input: RefObject<HTMLTextAreaElement | null>,
  isNote: boolean,
) {
  const { t } = useTranslation(['conversation', 'app'])
  const list = useQuery({ ...apiQuery('listPeople'), staleTime: 600_000, enabled: isNote })
  // who they are does not change while they write
  const me = useQueryClient().getQueryData(apiQuery('getMe').queryKey)
  const people = list.data?.items ?? []
  const { sign, leave, offer } = useOffered(input, mentionAt)
  const words = sign?.words.toLowerCase() ?? ''
  const commands = people
    .filter(({ id, name }) => id !== me?.id && name.toLowerCase().includes(words))
    .slice(0, mostOffered)
    .map(({ id, name, role }): Command => ({
      id,
      label: name,
      detail: t(`app:role.${role}`),
      icon: AtSign,
      run: () => put({ id, name }),
    }))
  const state = list.error ? 'failed' : list.isPending ? 'searching' : 'ready'
  return {
    offers: offer([{ id: 'people', title: t('people'), commands, state }], words === ''),
    mentionsOf(text: string) {
      const chosen = new Set(namedIn(ticketId))
      const meant = people.toSorted(
        (one, other) => Number(chosen.has(other.id)) - Number(chosen.has(one.id)),
      )
      return mentionsIn(text, meant)
    },
  }

  /** Where the `@` stands now: one may have gone on typing meanwhile. */
  function put({ id, name }: { id: string; name: string }) {
    const field = input.current
    const at = field && mentionAt(field.value, field.selectionStart)
    if (!at) return
    keepNamed(ticketId, id)
    insertText(field, `@${name} `, { from: at.from, to: field.selectionStart })
    leave()
  }
}
