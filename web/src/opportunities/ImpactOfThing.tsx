import type { Thing } from '@firstline/contract/opportunities'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { ImpactFigures } from './ImpactFigures.tsx'

/** What it changed since it is there. */
export function ImpactOfThing({ thing: { kind, id } }: { thing: Thing }) {
  const { t } = useTranslation('opportunities')
  const query = useQuery(apiQuery('listImpact', { query: { kind, id } }))
  return (
    <Loaded query={query} lines={2}>
      {({ items: [impact] }) =>
        impact ? (
          <ImpactFigures impact={impact} />
        ) : (
          <p className="text-sm text-muted">{t('impact.notYet')}</p>
        )
      }
    </Loaded>
  )
}
