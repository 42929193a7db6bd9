import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { cx } from '#web/ui/cx.ts'
import { useCounts, useQueueSearch, views } from './useQueue.ts'

const countedUpTo = 1_000

export function ViewSwitch() {
  const { t, i18n } = useTranslation('tickets')
  const { view, q, incident } = useQueueSearch()
  // what is looked for is found in all of them, and an incident has tickets in all of them
  const chosen = q === undefined && incident === undefined ? view : null
  const { data: counts } = useCounts()
  return (
    <nav
      aria-label={t('views')}
      className="grid grid-cols-[repeat(3,minmax(0,auto))] gap-x-0.5 gap-y-1"
    >
      {views.map((view) => (
        <Link
          key={view}
          to="/tickets"
          search={{ view }}
          aria-current={view === chosen ? 'page' : undefined}
          className={cx(
            'flex min-h-7 items-center justify-between gap-1 rounded-md px-1.25 text-sm transition-colors pointer-coarse:min-h-11',
            view === chosen
              ? 'bg-selected font-medium text-ink'
              : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          <span className="truncate">{t(`view.${view}`)}</span>{' '}
          <span className="font-normal tabular-nums">{shown(counts?.[view])}</span>
        </Link>
      ))}
    </nav>
  )

  function shown(count: number | undefined): string {
    if (count === undefined) return ''
    const number = numberFormat(i18n.language).format(Math.min(count, countedUpTo))
    return count >= countedUpTo ? `${number}+` : number
  }
}
