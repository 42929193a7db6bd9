import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { IncidentList } from '#web/incidents/IncidentList.tsx'
import { states, useIncidents } from '#web/incidents/useIncidents.ts'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'

const route = getRouteApi('/signed-in/incidents')

/** What is broken at the company, as the systems that watch it tell. */
export function IncidentsPage() {
  const { t } = useTranslation('incidents')
  const { state = 'open' } = route.useSearch()
  const { counts } = useIncidents(state)
  const links = states.map((each) => (
    <PartLink
      key={each}
      to="/incidents"
      search={each === 'open' ? {} : { state: each }}
      isChosen={each === state}
      count={counts?.[each]}
      countedUpTo={1_000}
    >
      {t(`state.${each}`)}
    </PartLink>
  ))
  return (
    <PageOfParts title={t('title')} lead={t(`lead.${state}`)} label={t('states')} links={links}>
      <IncidentList key={state} state={state} />
    </PageOfParts>
  )
}
