import { useSyncExternalStore } from 'react'

/** Whether a media query holds now: for what CSS cannot decide, such as what is mounted at all. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** What is laid out as on a phone: below Tailwind's `sm`. */
export const phone = '(max-width: 39.99rem)'
