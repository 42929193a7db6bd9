import type { Escalation } from '@firstline/contract/escalations'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'

/** J and K move the focus through the list; Enter opens. */
export function useEscalationKeys(escalations: readonly Escalation[]): void {
  const { t } = useTranslation('escalations')
  useHotkeys([
    { keys: 'j', label: t('next'), group: t('title'), run: () => step(1) },
    { keys: 'k', label: t('previous'), group: t('title'), run: () => step(-1) },
  ])

  function step(by: 1 | -1) {
    const focused = document.activeElement?.closest<HTMLElement>('[data-escalation]')
    const here = escalations.findIndex(({ id }) => id === focused?.dataset.escalation)
    const next = escalations[here < 0 ? 0 : here + by]
    if (next) document.querySelector<HTMLElement>(`[data-escalation="${next.id}"]`)?.focus()
  }
}
