import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { Sparkline } from '#web/ui/Sparkline.tsx'
import { CountButton } from './CountButton.tsx'
import type { TypeRow } from './type-rows.ts'
import { useFigures } from './useFigures.ts'
import type { TwoNumbers } from './week-points.ts'

/** Leads to the scorecard of this type alone. */
export function TypeName({ type }: { type: string | null }) {
  const nameOf = useTypeName()
  if (type === null) return nameOf(type)
  return (
    <span className="flex min-w-0 flex-col sm:min-w-40">
      <Link
        to="/scorecard"
        search={(search) => ({ ...search, type })}
        className="font-medium hover:text-accent hover:underline"
      >
        {nameOf(type)}
      </Link>
      {nameOf(type) !== type && (
        <span className="font-mono text-xs text-faint max-lg:hidden">{type}</span>
      )}
    </span>
  )
}

export function ResolvedOfType({ row }: { row: TypeRow }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const nameOf = useTypeName()
  if (row.type === null) return figures.count(row.resolved) // no filter finds those without a type
  return (
    <CountButton
      figure="resolved"
      type={row.type}
      title={t('behind.type', { type: nameOf(row.type) })}
    >
      {figures.count(row.resolved)}
    </CountButton>
  )
}

/** The same scale in every row, so that rows can be compared. */
export function Course({ row, figure }: { row: TypeRow; figure: TwoNumbers }) {
  const { t } = useTranslation('scorecard')
  const nameOf = useTypeName()
  return (
    <Sparkline
      {...row.courses[figure]}
      domain={[0, figure === 'l1' ? 1 : row.reopenCeiling]}
      width={128}
      height={28}
      tone={figure === 'l1' ? 'accent' : 'broken'}
      label={t(`types.${figure}Course`, { type: nameOf(row.type) })}
    />
  )
}

function useTypeName() {
  const { t } = useTranslation('scorecard')
  const titles = useTitles()
  return (type: string | null) => (type === null ? t('noType') : titles.type(type))
}
