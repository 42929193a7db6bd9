import { useState } from 'react'
import { readOwn, writeOwn } from './own-storage.ts'

/**
 * What is typed into a dialog: closed by Escape or a reload it is there again, until it was used.
 * @param name what it is about, and where
 * @param initial while nothing was typed
 */
export function useUnsentText(name: string, initial = '') {
  const [text, setText] = useState(() => readOwn(name) || initial)
  const change = (next: string) => {
    setText(next)
    writeOwn(name, next)
  }
  return { text, change, forget: () => writeOwn(name, '') }
}
