import type { ScorecardFigure } from '@firstline/contract/scorecard'
import { createContext, useContext } from 'react'

export interface Wanted {
  figure: ScorecardFigure
  /** What the drawer is called. */
  title: string
  type?: string
  /** Only one week, by its Monday. */
  week?: string
}

/** Opens the tickets behind a figure; any part of the page may ask. */
export const BehindContext = createContext<(wanted: Wanted) => void>(() => {})

export function useShowBehind(): (wanted: Wanted) => void {
  return useContext(BehindContext)
}
