import type { PublicEventName } from '@firstline/contract/events'
import type { Webhook } from '@firstline/contract/webhooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { NewKey } from '#web/team/NewKey.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { ChooseEvents } from './ChooseEvents.tsx'
import { isOffered } from './offered-events.ts'

type WebhookSheetProps = {
  /** Null: a new one. */
  webhook: Webhook | null
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** An endpoint being written, anew or again. */
export function WebhookSheet({ webhook, isOpen, onOpenChange }: WebhookSheetProps) {
  const { t } = useTranslation('webhooks')
  return (
    <Sheet
      size="wide"
      title={webhook ? t('edit') : t('new')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <WebhookForm webhook={webhook} onClose={() => onOpenChange(false)} />
    </Sheet>
  )
}

const usual: PublicEventName[] = ['ticket.received', 'ticket.resolved', 'ticket.reopened']

type FormProps = { webhook: Webhook | null; onClose: () => void }

function WebhookForm({ webhook, onClose }: FormProps) {
  const { t } = useTranslation('webhooks')
  const failureOf = useFailure()
  const [address, setAddress] = useState(webhook?.address ?? '')
  const [description, setDescription] = useState(webhook?.description ?? '')
  const [events, setEvents] = useState<readonly PublicEventName[]>(
    webhook?.events.filter(isOffered) ?? usual,
  )
  const [isWithWords, setWithWords] = useState(webhook?.isWithWords ?? false)
  const create = useChange('createWebhook', { event: 'webhook.created' })
  const change = useChange('changeWebhook', {
    event: 'webhook.changed',
    onDone: () => {
      toast({ text: t('saved') })
      onClose()
    },
  })
  const { error, isPending } = webhook ? change : create
  if (create.data) {
    return <NewKey value={create.data.secret} text={t('secretShown')} onClose={onClose} />
  }
  return (
    <Form sendKey={{ label: t('save') }} onSubmit={save}>
      <TextField
        label={t('address')}
        description={t('addressWhat')}
        type="url"
        autoFocus
        isRequired
        maxLength={500}
        placeholder="https://hooks.example.com/firstline"
        value={address}
        onChange={setAddress}
      />
      <TextField
        label={t('description')}
        maxLength={120}
        value={description}
        onChange={setDescription}
      />
      <div>
        <Checkbox isSelected={isWithWords} onChange={setWithWords}>
          <span className="min-w-0">
            {t('words')}
            <span className="block text-sm text-muted">{t('wordsWhat')}</span>
          </span>
        </Checkbox>
      </div>
      <ChooseEvents chosen={events} onChange={setEvents} />
      {error && <ErrorState isCompact failure={failureOf(error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={isPending}>
          {webhook ? t('save') : t('create')}
        </SubmitButton>
      </div>
    </Form>
  )

  function save() {
    if (isPending || events.length === 0) return
    const body = {
      address: address.trim(),
      description: description.trim(),
      events: [...events],
      isWithWords,
    }
    if (webhook) change.mutate({ params: { webhookId: webhook.id }, body })
    else create.mutate({ body })
  }
}
