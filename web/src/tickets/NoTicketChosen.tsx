import { MousePointerClick } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/EmptyState.tsx'

export function NoTicketChosen() {
  const { t } = useTranslation('tickets')
  return (
    <div className="flex h-full items-center justify-center pointer-coarse:hidden">
      <EmptyState icon={MousePointerClick} text={t('noneChosen')} />
    </div>
  )
}
