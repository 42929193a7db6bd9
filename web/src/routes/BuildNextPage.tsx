import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { ImpactList } from '#web/opportunities/ImpactList.tsx'
import { OpportunityList } from '#web/opportunities/OpportunityList.tsx'
import { useOpportunities } from '#web/opportunities/useOpportunities.ts'
import type { OpportunityState } from '#web/opportunities/useOpportunities.ts'
import { RotAndDebt } from '#web/runbooks/health/RotAndDebt.tsx'

const route = getRouteApi('/signed-in/build-next')
const parts = ['opportunities', 'impact', 'runbooks'] as const

/** What to build next, and whether what was built worked. */
export function BuildNextPage() {
  const { t } = useTranslation('opportunities')
  const { part: chosen = 'opportunities', state = 'open' } = route.useSearch()
  const links = parts.map((part) => (
    <PartLink
      key={part}
      to="/build-next"
      search={part === 'opportunities' ? {} : { part }}
      isChosen={part === chosen}
    >
      {t(`part.${part}`)}
    </PartLink>
  ))
  return (
    <PageOfParts title={t('title')} lead={t(`lead.${chosen}`)} label={t('parts')} links={links}>
      {chosen === 'opportunities' && <OpportunitiesOf state={state} />}
      {chosen === 'impact' && <ImpactList />}
      {chosen === 'runbooks' && <RotAndDebt />}
    </PageOfParts>
  )
}

function OpportunitiesOf({ state }: { state: OpportunityState }) {
  const query = useOpportunities()
  return (
    <Loaded query={query} lines={10}>
      {(opportunities) => <OpportunityList opportunities={opportunities} state={state} />}
    </Loaded>
  )
}
