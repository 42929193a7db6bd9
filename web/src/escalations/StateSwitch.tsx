import type { EscalationState } from '@firstline/contract/escalations'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { states, useEscalations } from './useEscalations.ts'

/** The loop from handed over to closed, with what is in each part of it. */
export function StateSwitch({ state: chosen }: { state: EscalationState }) {
  const { t, i18n } = useTranslation('escalations')
  const { counts } = useEscalations(chosen)
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <nav aria-label={t('states')} className="-mx-2 flex flex-wrap gap-x-1">
      {states.map((state) => (
        <Link
          key={state}
          to="/escalations"
          search={{ state }}
          aria-current={state === chosen ? 'page' : undefined}
          className={cx(
            'flex min-h-control items-center gap-1.5 rounded-md px-2 transition-colors pointer-coarse:min-h-11',
            state === chosen
              ? 'bg-selected font-medium text-ink'
              : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {t(`state.${state}`)}{' '}
          <span className="font-normal text-faint tabular-nums">
            {counts && number.format(counts[state])}
          </span>
        </Link>
      ))}
    </nav>
  )
}
