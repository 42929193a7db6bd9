import type { EscalationState } from '@firstline/contract/escalations'
import { useTranslation } from 'react-i18next'
import { PartLink } from '#web/PartLink.tsx'
import { states, useEscalations } from './useEscalations.ts'

/** The loop from handed over to closed, with what is in each part of it. */
export function StateSwitch({ state: chosen }: { state: EscalationState }) {
  const { t } = useTranslation('escalations')
  const { counts } = useEscalations(chosen)
  return (
    <nav aria-label={t('states')} className="-mx-2 flex flex-wrap gap-x-1">
      {states.map((state) => (
        <PartLink
          key={state}
          to="/escalations"
          search={{ state }}
          isChosen={state === chosen}
          count={counts?.[state]}
          countedUpTo={1_000}
        >
          {t(`state.${state}`)}
        </PartLink>
      ))}
    </nav>
  )
}
