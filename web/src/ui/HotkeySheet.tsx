import { useTranslation } from 'react-i18next'
import { Dialog } from './Dialog.tsx'
import { usePageHotkeys } from './Hotkeys.tsx'
import type { Hotkey } from './Hotkeys.tsx'
import { Kbd } from './Kbd.tsx'

type HotkeySheetProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** All keys that answer on this page, by group. */
export function HotkeySheet({ isOpen, onOpenChange }: HotkeySheetProps) {
  const { t } = useTranslation('ui')
  const groups = Object.entries(
    Object.groupBy(usePageHotkeys(), (key) => key.group ?? t('general')),
  )
  return (
    <Dialog title={t('shortcuts')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map(([group, hotkeys = []]) => (
          <section key={group}>
            <h3 className="mb-1 text-sm font-semibold">{group}</h3>
            <ul>
              {hotkeys.map((hotkey) => (
                <HotkeyLine key={hotkey.keys} hotkey={hotkey} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function HotkeyLine({ hotkey }: { hotkey: Hotkey }) {
  return (
    <li className="flex min-h-8 items-center justify-between gap-4 border-b border-line last:border-0">
      {hotkey.label}
      <Kbd keys={hotkey.keys} />
    </li>
  )
}
