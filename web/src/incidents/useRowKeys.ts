import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'

/**
 * J and K move the focus through rows marked with `data-row`; Enter opens.
 * @returns which row has the focus
 */
export function useRowKeys(ids: readonly string[]): () => string | undefined {
  const { t } = useTranslation('incidents')
  useHotkeys([
    { keys: 'j', label: t('next'), group: t('title'), run: () => step(1) },
    { keys: 'k', label: t('previous'), group: t('title'), run: () => step(-1) },
  ])
  return focused

  function focused(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
  }

  function step(by: 1 | -1) {
    const here = ids.indexOf(focused() ?? '')
    const next = ids[here < 0 ? 0 : here + by]
    if (next) document.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()
  }
}
