import type { FoundContact } from '@firstline/contract/privacy'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { useChange } from '#web/useChange.ts'

export type AboutContactProps = {
  contact: FoundContact
  isOpen: boolean
  onClose: () => void
}

/** All that is known of somebody, for them: asked for with a reason, then taken once. */
export function ExportDialog({ contact, isOpen, onClose }: AboutContactProps) {
  const { t } = useTranslation('privacy')
  const failureOf = useFailure()
  const ask = useChange('exportContact', { event: 'contact.export_asked' })
  const title = t('export.of', { address: contact.email })
  const close = () => {
    ask.reset() // another time is another export
    onClose()
  }
  const shared = { title, onOpenChange: (stays: boolean) => stays || close() }
  if (!ask.data) {
    return (
      <ReasonDialog
        {...shared}
        isOpen={isOpen}
        explanation={t('export.what')}
        confirm={t('export.title')}
        isPending={ask.isPending}
        failure={ask.error ? failureOf(ask.error) : undefined}
        onConfirm={(reason) => ask.mutate({ params: { contactId: contact.id }, body: { reason } })}
      />
    )
  }
  const { id } = ask.data
  return (
    <Dialog
      {...shared}
      isOpen={isOpen}
      footer={
        <>
          <Button onPress={close}>{t('close')}</Button>
          <Button
            variant="primary"
            icon={Download}
            autoFocus
            onPress={() => {
              window.location.assign(`/api/contact-exports/${id}`)
              close()
            }}
          >
            {t('export.take')}
          </Button>
        </>
      }
    >
      <p className="text-pretty">{t('export.ready')}</p>
    </Dialog>
  )
}
