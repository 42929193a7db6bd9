import type { Erasure } from '@firstline/contract/privacy'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Loaded } from '#web/Loaded.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { CountsErased } from './CountsErased.tsx'
import { useErasurePreview } from './usePrivacy.ts'

type ApproveDialogProps = { erasure: Erasure; isOpen: boolean; onClose: () => void }

/** The second administrator sees what will be gone, as the first did. */
export function ApproveDialog({ erasure, isOpen, onClose }: ApproveDialogProps) {
  const { t } = useTranslation('privacy')
  return (
    <Dialog
      title={t('approve.of', { address: erasure.contact.email })}
      isOpen={isOpen}
      onOpenChange={(stays) => stays || onClose()}
    >
      <Approve erasure={erasure} onClose={onClose} />
    </Dialog>
  )
}

function Approve({ erasure, onClose }: Omit<ApproveDialogProps, 'isOpen'>) {
  const { t } = useTranslation('privacy')
  const failureOf = useFailure()
  const preview = useErasurePreview(erasure.contact)
  const approve = useChange('approveErasure', {
    event: 'contact.erasure_approved',
    onDone: () => {
      onClose()
      toast({ text: t('erase.begun'), meaning: 'held' })
    },
  })
  return (
    <Loaded query={preview}>
      {({ counts }) => (
        <div className="flex flex-col gap-4">
          <p className="text-pretty">
            {t('approve.asked', { name: erasure.askedBy.name, reason: erasure.reason })}
          </p>
          <CountsErased counts={counts} />
          <p className="text-sm text-pretty text-muted">{t('erase.stays')}</p>
          {approve.error && <ErrorState isCompact failure={failureOf(approve.error)} />}
          <div className="flex justify-end gap-2">
            <Button onPress={onClose}>{t('cancel')}</Button>
            <Button
              variant="primary"
              isPending={approve.isPending}
              onPress={() => approve.mutate({ params: { erasureId: erasure.id } })}
            >
              {t('erase.forGood')}
            </Button>
          </div>
        </div>
      )}
    </Loaded>
  )
}
