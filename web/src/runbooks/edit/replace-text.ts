import { EditorView } from '@codemirror/view'

/** Only what differs is changed, so that cursor, folds and history stay; and it is brought into view. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  if (before === text) return
  const shortest = Math.min(before.length, text.length)
  let from = 0
  while (from < shortest && before[from] === text[from]) from++
  let same = 0
  while (
    same < shortest - from &&
    before[before.length - 1 - same] === text[text.length - 1 - same]
  ) {
    same++
  }
  view.dispatch({
    changes: { from, to: before.length - same, insert: text.slice(from, text.length - same) },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
}
