import { useNavigate } from '@tanstack/react-router'
import { ListTodo } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/EmptyState.tsx'

/** The queue of a desk that has no ticket yet, for who may set it up. */
export function FirstTicket() {
  const { t } = useTranslation('setup')
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={ListTodo}
      text={t('start.text')}
      action={{ label: t('start.go'), onPress: () => void navigate({ to: '/setup' }) }}
    />
  )
}
