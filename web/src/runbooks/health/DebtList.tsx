import type { RunbookDebt } from '@firstline/contract/runbook-health'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '#web/useFigures.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { useMay } from '#web/team/useMe.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** Types that are escalated again and again without a runbook that tells why. */
export function DebtList({ debt }: { debt: readonly RunbookDebt[] }) {
  const { t } = useTranslation('health')
  const titles = useTitles()
  const figures = useFigures()
  if (debt.length === 0) {
    return <p className="px-4 text-sm text-pretty text-muted sm:px-6">{t('debt.none')}</p>
  }
  return (
    <ul aria-label={t('debt.title')} className="border-t border-line">
      {debt.map((one) => (
        <li
          key={one.type ?? ''}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-3 sm:px-6"
        >
          <div className="min-w-0">
            <h3 className="font-semibold">
              {one.type === null ? t('noType') : titles.type(one.type)}
            </h3>
            <p className="text-sm text-pretty text-muted">
              <Covered debt={one} />
            </p>
          </div>
          <p className="text-sm text-muted tabular-nums">
            {t('debt.cost', {
              count: one.tickets,
              all: figures.count(one.tickets),
              hours: figures.decimal(one.engineerHours),
            })}{' '}
            · <RelativeTime at={one.last} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The runbooks that did not tell it, and the drafts that would. */
function Covered({ debt: { type, runbooks, drafts } }: { debt: RunbookDebt }) {
  const { t } = useTranslation('health')
  const titles = useTitles()
  const mayWrite = useMay('runbook:edit')
  return (
    <>
      {runbooks.length === 0
        ? t('debt.uncovered')
        : t('debt.notTold', { runbooks: runbooks.map(titles.runbook).join(', ') })}
      {runbooks.length + drafts.length === 0 && type !== null && mayWrite && (
        <>
          {' · '}
          <Link
            to="/runbooks/new"
            search={{ type }}
            className="text-accent underline underline-offset-3"
          >
            {t('debt.write')}
          </Link>
        </>
      )}
      {drafts.map(({ runbook, version }) => (
        <span key={`${runbook} ${version}`}>
          {' · '}
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: runbook }}
            search={{ version }}
            className="text-accent underline underline-offset-3"
          >
            {t('debt.draft', { title: titles.runbook(runbook), version })}
          </Link>
        </span>
      ))}
    </>
  )
}
