import { removeFromHead, renameInHead, setInHead } from './edit-head.ts'
import type { Path } from './edit-head.ts'

/** A form's way to write: each call gives the page the text with that one thing changed. */
export type Writer = {
  text: string
  set: (path: Path, value: unknown) => void
  /** Empty means not there. */
  setWord: (path: Path, word: string) => void
  remove: (path: Path) => void
  rename: (path: Path, name: string) => void
  /** Any other change of the text. */
  change: (change: (text: string) => string) => void
}

export function writerOf(text: string, change: Writer['change']): Writer {
  return {
    text,
    change,
    set: (path, value) =>
      change((now) =>
        value === undefined ? removeFromHead(now, path) : setInHead(now, path, value),
      ),
    setWord: (path, word) =>
      change((now) => (word === '' ? removeFromHead(now, path) : setInHead(now, path, word))),
    remove: (path) => change((now) => removeFromHead(now, path)),
    rename: (path, name) => change((now) => renameInHead(now, path, name)),
  }
}
