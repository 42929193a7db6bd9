import { useNavigate } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/EmptyState.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  return (
    <div className="flex h-full flex-col items-center justify-center">
      <title>{`${t('notFound.title')} · Firstline`}</title>
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <EmptyState
        icon={Compass}
        text={t('notFound.text')}
        action={{ label: t('notFound.action'), onPress: () => void navigate({ to: '/tickets' }) }}
      />
    </div>
  )
}
