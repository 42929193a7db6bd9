import type { Scorecard } from '@firstline/contract/scorecard'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'
import { useFigures } from '#web/useFigures.ts'

/** Says it where the numbers are not, or not only, this desk's own work. */
export function OriginNote({ origins }: Pick<Scorecard, 'origins'>) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const all = origins.reduce((total, { tickets }) => total + tickets, 0)
  const others = origins.filter(({ origin }) => origin !== 'live')
  if (others.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
      {others.map(({ origin, tickets }) => (
        <li key={origin} className="flex items-center gap-1.5">
          <Badge meaning="estimate">
            {origin === 'generated'
              ? t('origin.generated')
              : t('origin.imported', { name: origin.replace(/^import:/, '') })}
          </Badge>
          {t('origin.share', { count: all, part: figures.count(tickets), all: figures.count(all) })}
        </li>
      ))}
    </ul>
  )
}
