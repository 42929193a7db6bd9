import type { FoundContact } from '@firstline/contract/privacy'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { useChange } from '#web/useChange.ts'

export type AboutContactProps = {
  contact: FoundContact
  isOpen: boolean
  onClose: () => void
}

/** All that is known of somebody, for them: asked for with a reason, then taken once. */
export function ExportDialog({ contact, isOpen, onClose }: AboutContactProps) {
  const { t } = useTranslation('privacy')
  return (
    <Dialog
      title={t('export.of', { address: contact.email })}
      isOpen={isOpen}
      onOpenChange={(stays) => stays || onClose()}
    >
      <ExportForm contact={contact} onClose={onClose} />
    </Dialog>
  )
}

function ExportForm({ contact, onClose }: Omit<AboutContactProps, 'isOpen'>) {
  const { t } = useTranslation('privacy')
  const failureOf = useFailure()
  const [reason, setReason] = useState('')
  const ask = useChange('exportContact', { event: 'contact.export_asked' })
  if (ask.data) {
    const { id } = ask.data
    return (
      <div className="flex flex-col gap-4">
        <p className="text-pretty">{t('export.ready')}</p>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            icon={Download}
            autoFocus
            onPress={() => {
              window.location.assign(`/api/contact-exports/${id}`)
              onClose()
            }}
          >
            {t('export.take')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <Form
      sendKey={{ label: t('export.title') }}
      onSubmit={() =>
        ask.mutate({ params: { contactId: contact.id }, body: { reason: reason.trim() } })
      }
    >
      <p className="text-pretty text-muted">{t('export.what')}</p>
      <TextArea
        label={t('reason')}
        autoFocus
        rows={2}
        leastLength={3}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {ask.error && <ErrorState isCompact failure={failureOf(ask.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={ask.isPending}>
          {t('export.title')}
        </SubmitButton>
      </div>
    </Form>
  )
}
