import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ToggleButton } from 'react-aria-components'
import { listFormat } from '#web/ui/intl.ts'
import { useMe } from '#web/team/useMe.ts'
import { cx } from '#web/ui/cx.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { ariaKeys } from '#web/ui/keys.ts'
import { Tooltip } from '#web/ui/Tooltip.tsx'
import type { Watching } from './useWatching.ts'

type WatchButtonProps = {
  watching: Watching | null
  /** Of the page, among the keyboard shortcuts. */
  group: string
}

/** So many names a line has room for. */
const mostNamed = 3

/** Whether one is told when it moves, and who else is. */
export function WatchButton({ watching, group }: WatchButtonProps) {
  const { t, i18n } = useTranslation('notifications')
  const me = useMe()
  const isWatching = watching?.watchers.isWatching ?? false
  const label = isWatching ? t('watch.end') : t('watch.begin')
  const isDisabled = !watching || watching.isPending
  useHotkeys([{ keys: 'w', label, group, isDisabled, run: () => watching?.toggle() }])
  if (!watching) return null
  const people = watching.watchers.items.map(({ id, name }) => (id === me.id ? t('you') : name))
  const named = listFormat(i18n.language, { type: 'conjunction' })
  const rest = people.length - mostNamed
  const shown =
    rest > 0 ? [...people.slice(0, mostNamed), t('watch.more', { count: rest })] : people
  return (
    <Tooltip text={label} shortcut="w">
      <ToggleButton
        isSelected={isWatching}
        isDisabled={isDisabled}
        onChange={watching.toggle}
        aria-keyshortcuts={ariaKeys('w')}
        className={cx(
          '-mx-1 inline-flex min-h-6 max-w-[min(20rem,100%)] cursor-default items-center gap-1 rounded-sm px-1 text-sm transition-colors hover:bg-hover hover:text-ink pointer-coarse:min-h-9',
          isWatching ? 'text-accent' : 'text-muted',
        )}
      >
        <Eye aria-hidden size={14} className="shrink-0" />
        <span className="min-w-0 truncate">
          {people.length === 0 ? t('watch.begin') : t('watch.by', { names: named.format(shown) })}
        </span>
      </ToggleButton>
    </Tooltip>
  )
}
