import type { Opportunities } from '@firstline/contract/opportunities'
import { useTranslation } from 'react-i18next'
import { useFigures } from '#web/useFigures.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'

/** Types whose escalations nobody explained: what is missing there is not known. */
export function Unexplained({ types }: { types: Opportunities['unexplained'] }) {
  const { t } = useTranslation('opportunities')
  const figures = useFigures()
  const titles = useTitles()
  return (
    <section aria-labelledby="unexplained" className="px-4 py-6 sm:px-6">
      <h2 id="unexplained" className="text-md font-semibold">
        {t('unexplained.title')}
      </h2>
      <p className="mb-2 max-w-[72ch] text-sm text-pretty text-muted">{t('unexplained.what')}</p>
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {types.map(({ type, tickets, points }) => (
          <li
            key={type ?? ''}
            className="flex min-h-row items-center justify-between gap-4 border-b border-line"
          >
            <span className="min-w-0 truncate">
              {type === null ? t('noType') : titles.type(type)}
            </span>
            <span className="shrink-0 text-sm text-muted tabular-nums">
              {t('unexplained.cost', {
                count: tickets,
                all: figures.count(tickets),
                points: figures.decimal(points),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
