import type { WouldHaveHelped } from '@firstline/contract/escalations'
import { useState } from 'react'
import { ownKey } from '#web/ui/own-storage.ts'

export type LessonDraft = {
  was: string
  fix: string
  wouldHaveHelped: WouldHaveHelped | null
  detail: string
  say: string
  minutes: string
}

const empty: LessonDraft = {
  was: '',
  fix: '',
  wouldHaveHelped: null,
  detail: '',
  say: '',
  minutes: '',
}

/** What the engineer has written so far, kept over reloads until it is returned. */
export function useLessonDraft(escalationId: string) {
  const key = ownKey(`lesson.${escalationId}`)
  const [draft, setDraft] = useState(() => stored(key))
  return {
    draft,
    change(next: Partial<LessonDraft>) {
      const changed = { ...draft, ...next }
      setDraft(changed)
      attempt(() => localStorage.setItem(key, JSON.stringify(changed)))
    },
    forget: () => attempt(() => localStorage.removeItem(key)),
  }
}

function stored(key: string): LessonDraft {
  let text: string | null = null
  attempt(() => (text = localStorage.getItem(key)))
  if (text === null) return empty
  try {
    return { ...empty, ...(JSON.parse(text) as Partial<LessonDraft>) }
  } catch {
    return empty
  }
}

/** Where storage is full or forbidden the page itself still keeps it. */
function attempt(touchStorage: () => void): void {
  try {
    touchStorage()
  } catch {
    // as above
  }
}
