import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { Check, Plus, Tag } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { CommandPalette } from '#web/ui/CommandPalette.tsx'
import type { Command, CommandGroup } from '#web/ui/CommandPalette.tsx'
import { isSameTag } from './same-tag.ts'

type TagPaletteProps = {
  tags: Ticket['tags']
  /** Of several tickets: those that only some of them have. */
  some?: readonly string[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
}

/** The desk's tags, completed as one types; one that is new is made by typing it. */
export function TagPalette(props: TagPaletteProps) {
  const { tags, some = none, isOpen, onOpenChange, onAdd, onRemove } = props
  const { t } = useTranslation('conversation')
  const { data } = useQuery({ ...apiQuery('listTags'), enabled: isOpen })
  const groups = useMemo((): CommandGroup[] => {
    const known = (data?.items ?? []).map(({ name }) => name)
    const adding = (name: string): Command => ({
      id: name,
      label: name,
      icon: Tag,
      run: () => onAdd(name),
    })
    const removing = (name: string): Command => ({
      id: `off ${name}`,
      label: name,
      icon: Check,
      detail: t('tag.remove'),
      run: () => onRemove(name),
    })
    const commands = known.flatMap((name) => {
      if (tags.includes(name)) return removing(name)
      return some.includes(name) ? [adding(name), removing(name)] : adding(name)
    })
    const made = (text: string): Command[] =>
      known.some((name) => isSameTag(name, text))
        ? []
        : [
            {
              id: `new ${text}`,
              label: t('tag.make', { tag: text }),
              icon: Plus,
              run: () => onAdd(text),
            },
          ]
    return [
      { id: 'tags', title: t('tag.tags'), commands },
      { id: 'new', title: t('tag.new'), offer: made },
    ]
    // oxlint-disable-next-line react/exhaustive-deps -- what is done is the same, whoever does it
  }, [data, tags, some, t])
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      groups={groups}
      placeholder={t('tag.placeholder')}
    />
  )
}

const none: readonly string[] = []
