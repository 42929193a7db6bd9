import type { ErasurePreview } from '@firstline/contract/privacy'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Loaded } from '#web/Loaded.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useUnsentText } from '#web/ui/useUnsentText.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { CountsErased } from './CountsErased.tsx'
import type { AboutContactProps } from './ExportDialog.tsx'
import { useErasurePreview } from './usePrivacy.ts'

/** What would be erased is seen before it is; the address is typed, as there is no way back. */
export function EraseDialog({ contact, isOpen, onClose }: AboutContactProps) {
  const { t } = useTranslation('privacy')
  return (
    <Dialog
      title={t('erase.of', { address: contact.email })}
      isOpen={isOpen}
      onOpenChange={(stays) => stays || onClose()}
    >
      <Previewed contact={contact} onClose={onClose} />
    </Dialog>
  )
}

type PreviewedProps = Omit<AboutContactProps, 'isOpen'>

function Previewed({ contact, onClose }: PreviewedProps) {
  const preview = useErasurePreview(contact)
  return (
    <Loaded query={preview}>
      {(seen) => <EraseForm contact={contact} preview={seen} onClose={onClose} />}
    </Loaded>
  )
}

function EraseForm({ contact, preview, onClose }: PreviewedProps & { preview: ErasurePreview }) {
  const { t } = useTranslation('privacy')
  const failureOf = useFailure()
  const reason = useUnsentText(`erase.${contact.id}`)
  const [email, setEmail] = useState('')
  const erase = useChange('eraseContact', {
    event: 'contact.erasure_asked',
    onDone: ({ state }) => {
      reason.forget()
      onClose()
      toast({ text: t(state === 'asked' ? 'erase.waits' : 'erase.begun'), meaning: 'held' })
    },
  })
  return (
    <Form
      onSubmit={() =>
        erase.mutate({
          params: { contactId: contact.id },
          body: { reason: reason.text.trim(), email: email.trim() },
        })
      }
    >
      <CountsErased counts={preview.counts} />
      <p className="text-sm text-pretty text-muted">
        {t('erase.stays')} {t(preview.needsSecond ? 'erase.second' : 'erase.alone')}
      </p>
      <TextArea
        label={t('reason')}
        autoFocus
        rows={2}
        leastLength={3}
        maxLength={300}
        value={reason.text}
        onChange={reason.change}
      />
      <TextField
        label={t('erase.typed')}
        description={t('erase.typedWhy')}
        type="email"
        autoComplete="off"
        isRequired
        maxLength={254}
        value={email}
        onChange={setEmail}
      />
      {erase.error && <ErrorState isCompact failure={failureOf(erase.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={erase.isPending}>
          {t(preview.needsSecond ? 'erase.ask' : 'erase.forGood')}
        </SubmitButton>
      </div>
    </Form>
  )
}
