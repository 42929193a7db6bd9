import type { Scorecard } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'
import { useFigures } from './useFigures.ts'

/** Says it where the numbers are not, or not only, this desk's own work. */
export function OriginNote({ origins }: Pick<Scorecard, 'origins'>) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const all = origins.reduce((total, { tickets }) => total + tickets, 0)
  return origins
    .filter(({ origin }) => origin !== 'live')
    .map(({ origin, tickets }) => (
      <span key={origin} className="flex items-center gap-2 text-sm text-muted">
        <Badge meaning="estimate">
          {origin === 'generated'
            ? t('origin.generated')
            : t('origin.imported', { name: origin.replace(/^import:/, '') })}
        </Badge>
        {t('origin.share', { count: all, part: figures.count(tickets), all: figures.count(all) })}
      </span>
    ))
}
