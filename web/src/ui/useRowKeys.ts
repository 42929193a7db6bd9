import { useHotkeys } from './Hotkeys.tsx'

/** Of the list among the keyboard shortcuts. */
type RowKeyWords = { group: string; next: string; previous: string }

/**
 * J and K move the focus through rows marked with `data-row`; Enter opens.
 * @returns which row has the focus
 */
export function useRowKeys(
  ids: readonly string[],
  { group, next, previous }: RowKeyWords,
): () => string | undefined {
  useHotkeys([
    { keys: 'j', label: next, group, run: () => step(1) },
    { keys: 'k', label: previous, group, run: () => step(-1) },
  ])
  return focused

  function focused(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
  }

  function step(by: 1 | -1) {
    const here = ids.indexOf(focused() ?? '')
    const id = ids[here < 0 ? 0 : here + by]
    if (id) document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  }
}
