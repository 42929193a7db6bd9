import { useSyncExternalStore } from 'react'

// Whether the server said, in the middle of work, that nobody is signed in any more.
let hasEnded = false
const listeners = new Set<() => void>()

export function endSession(): void {
  change(true)
}

export function resumeSession(): void {
  change(false)
}

export function useSessionHasEnded(): boolean {
  return useSyncExternalStore(subscribe, () => hasEnded)
}

function change(next: boolean): void {
  hasEnded = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
