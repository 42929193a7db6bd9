import type { TicketPriority, TicketSummary } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { AlarmClock, Ban, ChevronsUp, Shapes, Tag, UserRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { apiQuery } from '#web/api.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { SnoozeChoice } from '../conversation/SnoozeChoice.tsx'
import type { SnoozeWish } from '../conversation/useSnooze.ts'
import { useAssignees } from '../conversation/useAssignees.ts'
import { useTimeWords } from '../conversation/useTimeWords.ts'
import { TagPalette } from '../labels/TagPalette.tsx'
import { usePriorities } from '../labels/usePriorities.ts'
import {
  assigning,
  prioritising,
  snoozing,
  tagging,
  typing,
  voiding,
  waking,
} from './bulk-change.ts'
import type { BulkChange, VoidReason } from './bulk-change.ts'
import type { Bulk } from './useBulk.ts'
import type { Selection } from './useSelection.ts'

type BulkVerbsProps = {
  selection: Selection
  bulk: Bulk
}

type Choice = 'assign' | 'priority' | 'tags' | 'type' | 'snooze' | 'void'

/** What can be done to all that are chosen: by the keys of one ticket, which then mean these. */
export function BulkVerbs({ selection, bulk }: BulkVerbsProps) {
  const { t } = useTranslation(['tickets', 'conversation'])
  const timeWords = useTimeWords()
  const priorities = usePriorities()
  const [open, setOpen] = useState<Choice | null>(null)
  const { chosen } = selection
  const tickets = chosen.map(({ ticket }) => ticket)
  const { data: types } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const assignees = useAssignees({
    current: common(tickets.map(({ assignee }) => assignee?.id ?? null)),
    onChoose: ({ id, name }) => run(assigning(id, t('bulk.assigned', { name }))),
  })
  const type = common(tickets.map(({ type }) => type))
  const group = t('bulk.title')
  const key = (keys: string, label: string, choice: Choice) => ({
    keys,
    label,
    group,
    isFirst: true,
    run: () => setOpen(choice),
  })
  useHotkeys([
    key('a', t('conversation:assign'), 'assign'),
    key('p', t('conversation:priority'), 'priority'),
    key('t', t('conversation:tag.change'), 'tags'),
    key('s', t('conversation:snooze.snooze'), 'snooze'),
  ])
  const opening = (choice: Choice) => ({
    isOpen: open === choice,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? choice : null),
  })
  return (
    <Toolbar aria-label={t('bulk.verbs')} className="flex items-center gap-1">
      <Menu
        label={t('conversation:assign')}
        placement="top start"
        {...opening('assign')}
        trigger={<IconButton icon={UserRound} label={t('conversation:assign')} shortcut="a" />}
        groups={assignees}
      />
      <Menu
        label={t('conversation:priority')}
        placement="top start"
        {...opening('priority')}
        trigger={<IconButton icon={ChevronsUp} label={t('conversation:priority')} shortcut="p" />}
        groups={[
          {
            id: 'priorities',
            entries: priorities(common(tickets.map(({ priority }) => priority)), prioritise),
          },
        ]}
      />
      <IconButton
        icon={Tag}
        label={t('conversation:tag.change')}
        shortcut="t"
        onPress={() => setOpen('tags')}
      />
      <Menu
        label={t('conversation:type')}
        placement="top start"
        {...opening('type')}
        trigger={<IconButton icon={Shapes} label={t('conversation:type')} />}
        groups={[
          {
            id: 'types',
            entries: (types?.items ?? []).map(({ id, title }) => ({
              id,
              label: title,
              isChosen: id === type,
              onAction: () => run(typing(id, t('conversation:typeIs', { type: title }))),
            })),
          },
        ]}
      />
      <SnoozeChoice
        trigger={
          <IconButton icon={AlarmClock} label={t('conversation:snooze.snooze')} shortcut="s" />
        }
        {...opening('snooze')}
        onSnooze={snooze}
        {...(tickets.some(({ snoozed }) => snoozed) && {
          onBringBack: () => run(waking(t('bulk.woken'))),
        })}
      />
      <Menu
        label={t('bulk.void')}
        placement="top end"
        {...opening('void')}
        trigger={<IconButton icon={Ban} label={t('bulk.void')} />}
        groups={[
          {
            id: 'void',
            title: t('conversation:void.title'),
            entries: (['spam', 'duplicate', 'withdrawn'] as const).map((reason) => ({
              id: reason,
              label: t(`conversation:void.${reason}`),
              icon: Ban,
              onAction: () => setAside(reason),
            })),
          },
        ]}
      />
      {open === 'tags' && (
        <BulkTags
          tickets={tickets}
          onClose={() => setOpen(null)}
          onAdd={(tag) => run(tagging({ add: [tag], remove: [] }, t('bulk.tagged', { tag })))}
          onRemove={(tag) => run(tagging({ add: [], remove: [tag] }, t('bulk.untagged', { tag })))}
        />
      )}
    </Toolbar>
  )

  function run(change: BulkChange) {
    bulk.run(change, chosen)
  }

  function prioritise(priority: TicketPriority) {
    const label = t('conversation:priorityIs', { priority: t(`priority.${priority}`) })
    run(prioritising(priority, label))
  }

  function snooze({ until }: SnoozeWish) {
    const label = until ? t('bulk.snoozedUntil', { at: timeWords(until) }) : t('bulk.snoozed')
    run(snoozing(until ?? null, label))
  }

  function setAside(reason: VoidReason) {
    const label = t('bulk.voided', { reason: t(`conversation:void.${reason}`) })
    run(voiding(reason, label, t('bulk.voidUndone')))
  }
}

type BulkTagsProps = {
  tickets: readonly TicketSummary[]
  onClose: () => void
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
}

function BulkTags({ tickets, onClose, onAdd, onRemove }: BulkTagsProps) {
  // the same list as long as it says the same: a new one is asked for anew
  const had = JSON.stringify(tickets.map(({ tags }) => tags))
  const { all, some } = useMemo(() => {
    const each = JSON.parse(had) as string[][]
    const names = [...new Set(each.flat())]
    const isOnAll = (tag: string) => each.every((tags) => tags.includes(tag))
    return { all: names.filter(isOnAll), some: names.filter((tag) => !isOnAll(tag)) }
  }, [had])
  return (
    <TagPalette
      tags={all}
      some={some}
      isOpen
      onOpenChange={onClose}
      onAdd={onAdd}
      onRemove={onRemove}
    />
  )
}

/** What all of them have; undefined where they differ. */
function common<Value>(values: readonly Value[]): Value | undefined {
  const [first, ...others] = values
  return others.every((value) => value === first) ? first : undefined
}
