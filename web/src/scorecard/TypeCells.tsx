import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Sparkline } from '#web/ui/Sparkline.tsx'
import { CountButton } from './CountButton.tsx'
import type { TypeRow } from './type-rows.ts'
import { useFigures } from '#web/useFigures.ts'
import { useTypeName } from './useTypeName.ts'
import type { TwoNumbers } from './week-points.ts'

/** Leads to the scorecard of this type alone. */
export function TypeName({ type }: { type: string | null }) {
  const nameOf = useTypeName()
  return (
    <span className="flex min-w-0 flex-col sm:min-w-40">
      <Link
        to="/scorecard"
        search={(search) => ({ ...search, type: type ?? '' })}
        className="font-medium hover:text-accent hover:underline"
      >
        {nameOf(type)}
      </Link>
      {type !== null && nameOf(type) !== type && (
        <span className="font-mono text-xs text-faint max-lg:hidden">{type}</span>
      )}
    </span>
  )
}

export function ResolvedOfType({ row }: { row: TypeRow }) {
  const figures = useFigures()
  return (
    <CountButton behind={{ figure: 'resolved', type: row.type }}>
      {figures.count(row.resolved)}
    </CountButton>
  )
}

/** What this type's escalations take from the L1 rate of all; opens them. */
export function CostOfType({ row }: { row: TypeRow }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  if (row.cost === null) return <span className="text-faint">–</span>
  return (
    <CountButton behind={{ figure: 'escalated', type: row.type }}>
      {t('types.costOf', { points: figures.points(-row.cost) })}
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
