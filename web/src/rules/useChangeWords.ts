import type { RuleChange } from '@firstline/contract/rules'
import { TicketPriority } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'

/** What a rule does, one thing in a few words. */
export function useChangeWords(): (change: RuleChange) => string {
  const { t } = useTranslation('rules')
  const titles = useTitles()
  return ({ effect, to }) => {
    const priority = TicketPriority.safeParse(to).data
    switch (effect) {
      case 'type':
        return t('effect.type', { to: titles.type(to) })
      case 'priority':
        return t('effect.priority', { to: priority ? t(`priority.${priority}`) : to })
      case 'offer_runbook':
        return t('effect.offer_runbook', { to: titles.runbook(to) })
      case 'snooze':
        return to === 'until_answer' ? t('effect.snoozeUntilAnswer') : t('effect.snooze', { to })
      default:
        return t(`effect.${effect}`, { to })
    }
  }
}
