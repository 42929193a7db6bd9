import { useState } from 'react'
import type { RefObject } from 'react'
import type { Command, PaletteGroup } from '#web/ui/usePaletteSearch.ts'

/** A sign that was typed, and the words behind it. */
type Sign = { from: number; words: string }

/** What stands above the field, and who has its keys. */
export type Offers = {
  isOpen: boolean
  groups: PaletteGroup[]
  current: number
  choose: (index: number) => void
  look: () => void
  leave: () => void
  /** Of a key in the field. @returns whether it was meant for the offers */
  answerKey: (key: string) => boolean
  run: (index: number) => void
}

/** Where a sign is typed, something is offered; arrows choose, Enter puts in, Escape leaves. */
export function useOffered(
  input: RefObject<HTMLTextAreaElement | null>,
  signAt: (text: string, caret: number) => Sign | null,
) {
  const [sign, setSign] = useState<Sign | null>(null)
  const [isDismissed, setDismissed] = useState(false)
  const [chosen, setChosen] = useState(0)
  const isAsked = sign !== null && !isDismissed
  return { sign, isAsked, leave: () => setSign(null), offer }

  function offer(groups: PaletteGroup[], isEmptyShown: boolean): Offers {
    const commands = groups.flatMap((group): readonly Command[] => group.commands)
    const isSearching = groups.some(({ state }) => state === 'searching')
    const isReady = groups.every(({ state }) => state === 'ready')
    const current = commands.length === 0 ? -1 : Math.min(chosen, commands.length - 1)
    return {
      isOpen: isAsked && (commands.length > 0 || !isReady || isEmptyShown),
      groups,
      current,
      choose: setChosen,
      look,
      leave: () => setSign(null),
      answerKey(key) {
        if (key === 'Escape') setDismissed(true)
        else if (key === 'ArrowDown' || key === 'ArrowUp') {
          const by = key === 'ArrowDown' ? 1 : -1
          setChosen((current + by + commands.length) % Math.max(1, commands.length))
        } else if (key === 'Enter' && commands.length > 0) commands[current]?.run()
        else return key === 'Enter' && isSearching
        return true
      },
      run: (index) => commands[index]?.run(),
    }
  }

  /** Call it whenever the text or the place in it is another. */
  function look() {
    const field = input.current
    const next =
      field && field.selectionStart === field.selectionEnd
        ? signAt(field.value, field.selectionStart)
        : null
    if (next?.from === sign?.from && next?.words === sign?.words) return
    setSign(next)
    setChosen(0)
    if (next?.from !== sign?.from) setDismissed(false)
  }
}
