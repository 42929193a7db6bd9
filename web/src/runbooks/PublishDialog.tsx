import type { Runbook } from '@firstline/contract/runbooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useRunbookChange } from './useRunbook.ts'

type PublishDialogProps = {
  runbook: Pick<Runbook, 'id'>
  version: number
  isOpen: boolean
  onClose: () => void
}

/** Publishing is signed with what changed. */
export function PublishDialog({ runbook, version, isOpen, onClose }: PublishDialogProps) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const navigate = useNavigate()
  const publish = useRunbookChange('publishRunbook', () => {
    onClose()
    toast({ text: t('published', { version }), meaning: 'held' })
    void navigate({ to: '/runbooks/$runbookId', params: { runbookId: runbook.id }, search: {} })
  })
  return (
    <ReasonDialog
      title={t('publishTitle', { version })}
      explanation={t('publishExplanation')}
      label={t('note')}
      confirm={t('publish')}
      isOpen={isOpen}
      onOpenChange={onClose}
      isPending={publish.isPending}
      failure={publish.error ? failureOf(publish.error) : undefined}
      onConfirm={(note) => publish.mutate({ params: { id: runbook.id }, body: { version, note } })}
    />
  )
}
