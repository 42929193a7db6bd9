import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { NewKey } from '#web/team/NewKey.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useChange } from '#web/useChange.ts'
import type { AboutWebhookProps } from './DeleteWebhook.tsx'

/** A new secret, shown this once; for a day the one before is signed with as well. */
export function RotateSecret({ webhook, isOpen, onOpenChange }: AboutWebhookProps) {
  const { t } = useTranslation('webhooks')
  return (
    <Dialog title={t('rotate')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Rotation webhookId={webhook.id} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

function Rotation({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  const failureOf = useFailure()
  const rotate = useChange('rotateWebhookSecret', { event: 'webhook.secret_rotated' })
  if (rotate.data) {
    return <NewKey value={rotate.data.secret} text={t('secretShown')} onClose={onClose} />
  }
  return (
    <div className="flex flex-col gap-4">
      <p>{t('rotateWhat')}</p>
      {rotate.error && <ErrorState isCompact failure={failureOf(rotate.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          variant="primary"
          isPending={rotate.isPending}
          onPress={() => rotate.mutate({ params: { webhookId } })}
        >
          {t('rotate')}
        </Button>
      </div>
    </div>
  )
}
