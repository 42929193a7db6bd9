import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { Kbd } from './Kbd.tsx'
import type { Command, PaletteGroup } from './usePaletteSearch.ts'

type CommandListProps = {
  id: string
  groups: readonly PaletteGroup[]
  /** Index over all groups; -1 for none. */
  current: number
  onHover: (index: number) => void
  onRun: (index: number) => void
}

export function CommandList({ id, groups, current, onHover, onRun }: CommandListProps) {
  const { t } = useTranslation('ui')
  const shown = groups.filter((group) => group.commands.length > 0 || group.state !== 'ready')
  const all = groups.flatMap((group) => group.commands)
  return (
    <>
      <div
        role="listbox"
        id={id}
        aria-label={t('results')}
        className="max-h-[50vh] overflow-y-auto not-empty:p-1"
      >
        {shown.map((group) => (
          <div key={group.id} role="group" aria-label={group.title}>
            <p aria-hidden className="px-3 pt-2 pb-1 text-xs font-medium text-faint">
              {group.title}
              {group.state === 'searching' && ` · ${t('searching')}`}
              {group.state === 'failed' && ` · ${t('searchFailed')}`}
            </p>
            {group.commands.map((command) => {
              const index = all.indexOf(command)
              return (
                <CommandOption
                  key={command.id}
                  id={`${id}-${index}`}
                  command={command}
                  isCurrent={index === current}
                  onHover={() => onHover(index)}
                  onRun={() => onRun(index)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className={cx('px-3 text-muted', shown.length > 0 ? 'sr-only' : 'py-4')}>
        {shown.length === 0 ? t('noMatch') : t('resultCount', { count: all.length })}
      </p>
    </>
  )
}

type CommandOptionProps = {
  id: string
  command: Command
  isCurrent: boolean
  onHover: () => void
  onRun: () => void
}

function CommandOption({ id, command, isCurrent, onHover, onRun }: CommandOptionProps) {
  const { label, detail, icon: Icon, shortcut } = command
  return (
    // The field keeps the focus and has the keys, as the combobox pattern wants it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={id}
      aria-selected={isCurrent}
      onPointerMove={onHover}
      onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
      onClick={onRun}
      className={cx(
        'flex min-h-row cursor-default items-center gap-3 rounded-sm px-3',
        isCurrent && 'bg-selected',
      )}
    >
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate">
        {label}
        {detail && <span className="ml-2 text-sm text-muted">{detail}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
    </div>
  )
}
