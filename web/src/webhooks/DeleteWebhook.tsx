import type { Webhook } from '@firstline/contract/webhooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'

export type AboutWebhookProps = {
  webhook: Webhook
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** There is no way back: its secret is gone with it. */
export function DeleteWebhook({ webhook, isOpen, onOpenChange }: AboutWebhookProps) {
  const { t } = useTranslation('webhooks')
  const navigate = useNavigate()
  const remove = useChangeWithToast('deleteWebhook', {
    event: 'webhook.deleted',
    onDone: () => {
      onOpenChange(false)
      toast({ text: t('deleted') })
      void navigate({ to: '/webhooks' })
    },
  })
  return (
    <Dialog
      title={t('delete')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isPending={remove.isPending}
            onPress={() => remove.change({ params: { webhookId: webhook.id } })}
          >
            {t('delete')}
          </Button>
        </>
      }
    >
      <p className="wrap-anywhere">{t('deleteWhat', { address: webhook.address })}</p>
    </Dialog>
  )
}
