import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useMe } from '#web/team/useMe.ts'
import type { MenuEntry, MenuGroup } from '#web/ui/Menu.tsx'

type Choice = {
  /** Null: nobody; undefined: one here, another there. */
  current: string | null | undefined
  /** Gives it to oneself without the menu. */
  keyOfMine?: string
  onChoose: (chosen: { id: string | null; name: string }) => void
}

/** Whose it can be: oneself, nobody, the others. */
export function useAssignees({ current, keyOfMine, onChoose }: Choice): MenuGroup[] {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const { data: people } = useQuery({ ...apiQuery('listPeople'), staleTime: 600_000 })
  const entry = (id: string | null, name: string): MenuEntry => ({
    id: id ?? 'nobody',
    label: name,
    isChosen: id === current,
    onAction: () => onChoose({ id, name }),
  })
  const mine: MenuEntry = {
    ...entry(me.id, me.name),
    label: t('me', { name: me.name }),
    ...(keyOfMine && { shortcut: keyOfMine }),
  }
  const others = (people?.items ?? [])
    .filter(({ id }) => id !== me.id)
    .map(({ id, name }) => entry(id, name))
  return [
    { id: 'me', entries: [mine, entry(null, t('nobody'))] },
    { id: 'people', title: t('people'), entries: others },
  ]
}
