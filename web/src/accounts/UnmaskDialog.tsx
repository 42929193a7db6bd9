import type { PanelAnswer } from '@firstline/contract/accounts'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { useChange } from '#web/useChange.ts'

type UnmaskDialogProps = {
  ticketId: string
  source: string
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onUnmasked: (answer: PanelAnswer) => void
}

export function UnmaskDialog(props: UnmaskDialogProps) {
  const { ticketId, source, title, isOpen, onOpenChange, onUnmasked } = props
  const { t } = useTranslation('accounts')
  const failureOf = useFailure()
  const unmask = useChange('unmaskPanel', {
    ticketId,
    onDone(answer) {
      onUnmasked(answer)
      onOpenChange(false)
    },
  })
  return (
    <ReasonDialog
      title={t('unmaskTitle', { title })}
      explanation={t('unmaskWhy')}
      confirm={t('unmaskConfirm')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isPending={unmask.isPending}
      failure={unmask.error ? failureOf(unmask.error) : undefined}
      onConfirm={(reason) => unmask.mutate({ params: { ticketId, source }, body: { reason } })}
    />
  )
}
