import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Command } from './CommandPalette.tsx'

/** Named by words alone: what is registered has to be comparable. */
type PageCommand = Pick<Command, 'id' | 'label' | 'detail' | 'run'>

let registered: readonly (readonly PageCommand[])[] = []
let all: readonly PageCommand[] = []
const listeners = new Set<() => void>()

/** Offers what this part of the page can do, but has no key for, in the command palette. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  // Registered again only when what the palette shows has changed, not for every new closure: JSON
  // leaves the functions out.
  const described = JSON.stringify(commands)
  useEffect(() => {
    const stable = (JSON.parse(described) as Omit<PageCommand, 'run'>[]).map((command, index) => ({
      ...command,
      run: () => latest.current[index]?.run(),
    }))
    change([...registered, stable])
    return () => change(registered.filter((other) => other !== stable))
  }, [described])
}

export function useRegisteredCommands(): readonly PageCommand[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )
}

function change(next: readonly (readonly PageCommand[])[]): void {
  registered = next
  all = next.flat()
  for (const listener of listeners) listener()
}
