import { Search } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { CommandList } from './CommandList.tsx'
import { HotkeyLayer } from './Hotkeys.tsx'
import { usePaletteSearch } from './usePaletteSearch.ts'
import type { CommandGroup } from './usePaletteSearch.ts'

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

export type { Command, CommandGroup } from './usePaletteSearch.ts'

type CommandPaletteProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Keep this array stable between renders: a new one asks the sources again. */
  groups: readonly CommandGroup[]
  placeholder?: string
}

/** One field for everything: arrows choose, Enter runs, Escape closes. */
export function CommandPalette({ isOpen, onOpenChange, groups, placeholder }: CommandPaletteProps) {
  const { t } = useTranslation('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fade fixed inset-0 z-40 flex items-start justify-center bg-scrim p-4 pt-[10vh]"
    >
      <Modal className="floating w-full max-w-xl overflow-hidden">
        <Dialog aria-label={t('palette')} className="outline-none">
          <HotkeyLayer>
            <PaletteBody
              groups={groups}
              placeholder={placeholder ?? t('palette')}
              onDone={() => onOpenChange(false)}
            />
          </HotkeyLayer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type PaletteBodyProps = {
  groups: readonly CommandGroup[]
  placeholder: string
  onDone: () => void
}

function PaletteBody({ groups, placeholder, onDone }: PaletteBodyProps) {
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = usePaletteSearch(groups, text)
  const commands = found.flatMap((group) => group.commands)
  const current = commands.length === 0 ? -1 : Math.min(chosen, commands.length - 1)
  const currentId = current < 0 ? undefined : `${listId}-${current}`
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView?.({ block: 'nearest' })
  }, [currentId])
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search aria-hidden size={16} className="shrink-0 text-faint" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={currentId}
          aria-autocomplete="list"
          aria-label={placeholder}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={move}
          className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <CommandList id={listId} groups={found} current={current} onHover={setChosen} onRun={run} />
    </>
  )

  function move(event: KeyboardEvent) {
    const step = steps.get(event.key)
    if (event.nativeEvent.isComposing || (!step && event.key !== 'Enter')) return
    event.preventDefault()
    if (step) setChosen((current + step + commands.length) % Math.max(1, commands.length))
    else run(current)
  }

  function run(index: number) {
    const command = commands[index]
    if (!command) return
    onDone()
    command.run()
  }
}
