import type { Ticket } from '@firstline/contract/tickets'
import { Tag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { HeaderButton } from '../conversation/HeaderButton.tsx'
import { TagPalette } from './TagPalette.tsx'
import { TagList } from './TagList.tsx'
import { useTags } from './useTags.ts'
import { useMayChange } from '../useMayChange.ts'

/** The tags of a ticket; a press, or T, puts them on and takes them off. */
export function TicketTags({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('conversation')
  const mayChange = useMayChange(ticket)
  const [isOpen, setOpen] = useState(false)
  const { add, remove } = useTags(ticket)
  const { tags } = ticket
  useHotkeys([
    {
      keys: 't',
      label: t('tag.change'),
      group: t('ticket'),
      isDisabled: !mayChange,
      run: () => setOpen(true),
    },
  ])
  if (!mayChange) return tags.length > 0 ? <TagList tags={tags} /> : null
  return (
    <>
      <HeaderButton
        label={tags.length > 0 ? t('tag.are', { tags: tags.join(', ') }) : t('tag.change')}
        onPress={() => setOpen(true)}
      >
        {tags.length > 0 ? (
          <TagList tags={tags} />
        ) : (
          <Tag aria-hidden size={14} className="text-faint" />
        )}
      </HeaderButton>
      <TagPalette
        tags={tags}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onAdd={add}
        onRemove={remove}
      />
    </>
  )
}
