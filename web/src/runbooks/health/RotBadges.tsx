import type { Rot } from '@firstline/contract/runbook-health'
import { CalendarX, CircleHelp, TrendingDown } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'

const icons: Record<Rot, LucideIcon> = {
  'opened-less': TrendingDown,
  unclassified: CircleHelp,
  stale: CalendarX,
}

/** Why a runbook needs somebody's hand. */
export function RotBadges({ rot }: { rot: readonly Rot[] }) {
  const { t } = useTranslation('health')
  return (
    <span className="flex flex-wrap gap-1.5">
      {rot.map((one) => (
        <Badge key={one} meaning="pending" icon={icons[one]}>
          {t(`rot.${one}`)}
        </Badge>
      ))}
    </span>
  )
}
