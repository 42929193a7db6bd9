import { createContext, useContext } from 'react'
import type { Counted } from './useScorecard.ts'

export type Wanted = Counted & {
  /** Of one type; null: those without. */
  type?: string | null
  /** Only one week, by its Monday. */
  week?: string
}

/** Opens the tickets behind a figure; any part of the page may ask. */
export const BehindContext = createContext<(wanted: Wanted) => void>(() => {})

export function useShowBehind(): (wanted: Wanted) => void {
  return useContext(BehindContext)
}
