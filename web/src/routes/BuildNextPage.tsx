import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { ImpactList } from '#web/opportunities/ImpactList.tsx'
import { OpportunityList } from '#web/opportunities/OpportunityList.tsx'
import { type OpportunityState, useOpportunities } from '#web/opportunities/useOpportunities.ts'
import { RotAndDebt } from '#web/runbooks/health/RotAndDebt.tsx'

const route = getRouteApi('/signed-in/build-next')
const parts = ['opportunities', 'impact', 'runbooks'] as const

/** What to build next, and whether what was built worked. */
export function BuildNextPage() {
  const { t } = useTranslation('opportunities')
  const { part: chosen = 'opportunities', state = 'open' } = route.useSearch()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-lg font-semibold">{t('title')}</h1>
            <p className="text-sm text-pretty text-muted">{t(`lead.${chosen}`)}</p>
          </div>
          <nav aria-label={t('parts')} className="-mx-2 flex flex-wrap gap-x-1">
            {parts.map((part) => (
              <PartLink
                key={part}
                to="/build-next"
                search={part === 'opportunities' ? {} : { part }}
                isChosen={part === chosen}
              >
                {t(`part.${part}`)}
              </PartLink>
            ))}
          </nav>
        </header>
        {chosen === 'opportunities' && <OpportunitiesOf state={state} />}
        {chosen === 'impact' && <ImpactList />}
        {chosen === 'runbooks' && <RotAndDebt />}
      </div>
    </div>
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
