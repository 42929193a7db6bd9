import type { Opportunity } from '@firstline/contract/opportunities'
import type { RouteName } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { useChange } from '#web/useChange.ts'

export const opportunityStates = ['open', 'started', 'shipped', 'dismissed'] as const
export type OpportunityState = (typeof opportunityStates)[number]

export function useOpportunities() {
  return useQuery(apiQuery('listOpportunities'))
}

type Decision = Extract<RouteName, 'startOpportunity' | 'dismissOpportunity' | 'reopenOpportunity'>

/** It is of no ticket: every list of opportunities is read again. */
export function useDecide<N extends Decision>(name: N, onDone: () => void = () => {}) {
  return useChange(name, { event: 'opportunity.decided', onDone })
}

/** What it is about: the ticket type, and the cause a runbook told before it had no way on. */
export function useSubject(): (of: Pick<Opportunity, 'type' | 'runbook' | 'cause'>) => string {
  const { t } = useTranslation('opportunities')
  const titles = useTitles()
  return ({ type, runbook, cause }) =>
    [
      type === null ? t('noType') : titles.type(type),
      runbook && titles.runbook(runbook),
      runbook && (cause ?? t('noCause')),
    ]
      .filter(Boolean)
      .join(' › ')
}

/** What is missing, in an engineer's words where there are any. */
export function headlineOf({ details, because }: Pick<Opportunity, 'details' | 'because'>): string {
  return details[0] ?? because
}
