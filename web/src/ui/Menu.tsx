import { Check } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import type { MenuTriggerProps, PopoverProps } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export type MenuEntry = {
  id: string
  label: string
  /** A second, quiet line. */
  detail?: string
  icon?: LucideIcon
  shortcut?: string
  isDisabled?: boolean
  /** A choice among its section: the chosen one carries a tick. */
  isChosen?: boolean
  onAction: () => void
}

export type MenuGroup = {
  id: string
  title?: string
  entries: MenuEntry[]
}

type MenuProps = {
  trigger: ReactElement
  label: string
  groups: MenuGroup[]
} & Pick<PopoverProps, 'placement'> &
  Pick<MenuTriggerProps, 'isOpen' | 'onOpenChange'>

export function Menu({
  trigger,
  label,
  groups,
  placement = 'bottom start',
  ...opening
}: MenuProps) {
  const chosen = groups.flatMap(({ entries }) => entries).find(({ isChosen }) => isChosen)
  // one that a key opens knows of no press: it would wait for an arrow before an entry has the focus
  const isByKey = opening.isOpen !== undefined
  return (
    <MenuTrigger {...opening}>
      {trigger}
      <Popover
        placement={placement}
        offset={4}
        className="floating fade max-w-[min(24rem,calc(100vw-1rem))] min-w-52"
      >
        <AriaMenu
          aria-label={label}
          {...(isByKey && { autoFocus: chosen ? false : 'first' })}
          className="p-1 outline-none"
        >
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              {...(!group.title && { 'aria-label': label })}
              className="not-last:mb-1 not-last:border-b not-last:border-line not-last:pb-1"
            >
              {group.title && (
                <Header className="px-2 py-1 text-xs font-medium text-faint">{group.title}</Header>
              )}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} isFocused={isByKey && entry === chosen} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ entry, isFocused }: { entry: MenuEntry; isFocused: boolean }) {
  const { t } = useTranslation('ui')
  const { id, label, detail, icon: Icon, shortcut, isDisabled, isChosen, onAction } = entry
  return (
    <AriaMenuItem
      {...(isFocused && { ref: focus })}
      id={id}
      textValue={label}
      onAction={onAction}
      {...(isDisabled && { isDisabled })}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none focus:bg-selected disabled:opacity-50 pointer-coarse:min-h-11"
    >
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />}
      <span className="min-w-0 flex-1">
        <span className="block leading-5 wrap-anywhere">{label}</span>
        {detail && <span className="block max-w-72 truncate text-xs text-muted">{detail}</span>}
      </span>
      {isChosen && <Check size={14} className="text-accent" aria-label={t('chosen')} />}
      {shortcut && <Kbd keys={shortcut} />}
    </AriaMenuItem>
  )
}

/** Always the same function: it is called when the entry appears, not each time it is drawn. */
function focus(entry: HTMLElement | null) {
  entry?.focus({ preventScroll: true })
}
