import type { Runbook } from '@firstline/contract/runbooks'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useRunbookChange } from './useRunbook.ts'

type RetireDialogProps = {
  runbook: Pick<Runbook, 'id' | 'publishedVersion'>
  isOpen: boolean
  onClose: () => void
}

/** Taken out of use with the reason why; any version can be restored later. */
export function RetireDialog({ runbook, isOpen, onClose }: RetireDialogProps) {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const retire = useRunbookChange('retireRunbook', () => {
    onClose()
    toast({ text: t('retired') })
  })
  const version = runbook.publishedVersion
  if (version === null) return null
  return (
    <ReasonDialog
      title={t('retireTitle', { version })}
      explanation={t('retireExplanation')}
      confirm={t('retireConfirm')}
      isOpen={isOpen}
      onOpenChange={onClose}
      isPending={retire.isPending}
      failure={retire.error ? failureOf(retire.error) : undefined}
      onConfirm={(reason) =>
        retire.mutate({ params: { id: runbook.id }, body: { version, reason } })
      }
    />
  )
}
