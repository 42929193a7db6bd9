import type { WouldHaveHelped } from '@firstline/contract/escalations'
import { BookOpenCheck, Bug, Eye, Zap } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'

const icons: Record<WouldHaveHelped, LucideIcon> = {
  access: Eye,
  action: Zap,
  runbook: BookOpenCheck,
  defect: Bug,
}

/** What the first line lacked. */
export function MissingThing({ missing }: { missing: WouldHaveHelped }) {
  const { t } = useTranslation('opportunities')
  return (
    <Badge meaning="neutral" icon={icons[missing]}>
      {t(`missing.${missing}`)}
    </Badge>
  )
}
