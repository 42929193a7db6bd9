import type { IncidentDetail, UpdateOutcome } from '@firstline/contract/incidents'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { newKey } from '#web/under-one-key.ts'
import { useChange } from '#web/useChange.ts'
import { UpdatePreview } from './UpdatePreview.tsx'

/** What an update is written from: kept while it is previewed, and what one takes back is written on. */
export type UpdateDraft = { text: string; outcome: UpdateOutcome; summary: string }
export const emptyDraft: UpdateDraft = { text: '', outcome: 'wait', summary: '' }

type UpdateSheetProps = {
  incident: IncidentDetail
  draft: UpdateDraft
  onChange: (draft: UpdateDraft) => void
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** One text for all who wrote because of an incident: written, looked at as each will get it, then sent. */
export function UpdateSheet({ isOpen, onOpenChange, ...rest }: UpdateSheetProps) {
  const { t } = useTranslation('incidents')
  return (
    <Sheet size="wide" title={t('update.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <UpdateForm {...rest} onClose={() => onOpenChange(false)} />
    </Sheet>
  )
}

type UpdateFormProps = Omit<UpdateSheetProps, 'isOpen' | 'onOpenChange'> & { onClose: () => void }

function UpdateForm({ incident, draft, onChange, onClose }: UpdateFormProps) {
  const { t } = useTranslation('incidents')
  const failureOf = useFailure()
  const params = { incidentId: incident.id }
  const { text, outcome, summary } = draft
  const [key, setKey] = useState(newKey)
  const preview = useChange('previewIncidentUpdate', {})
  const sending = useChange('createIncidentUpdate', {
    event: 'incident.update_written',
    onDone() {
      onChange(emptyDraft)
      onClose()
    },
  })
  const items = preview.data?.items
  const answered = items?.filter(({ leftOut }) => leftOut === null) ?? []
  if (items) {
    return (
      <div className="flex flex-col gap-4">
        <UpdatePreview items={items} />
        {sending.error && <ErrorState isCompact failure={failureOf(sending.error)} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={writeOn}>{t('update.writeOn')}</Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={answered.length === 0}
            isPending={sending.isPending}
            onPress={send}
          >
            {t('update.send', { count: answered.length })}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <Form sendKey={{ label: t('update.preview') }} onSubmit={look}>
      <TextArea
        label={t('update.text')}
        description={t('update.variables')}
        rows={8}
        autoFocus
        isRequired
        value={text}
        onChange={(next) => onChange({ ...draft, text: next })}
      />
      <RadioGroup
        label={t('update.outcome')}
        value={outcome}
        onChange={(next) => onChange({ ...draft, outcome: next })}
        options={(['answer', 'wait', 'resolve'] as const).map((id) => ({
          id,
          label: t(`update.then.${id}`),
        }))}
      />
      {outcome === 'resolve' && (
        <TextArea
          label={t('update.summary')}
          description={t('update.summaryWhy')}
          rows={2}
          isRequired
          value={summary}
          onChange={(next) => onChange({ ...draft, summary: next })}
        />
      )}
      {preview.error && <ErrorState isCompact failure={failureOf(preview.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('update.close')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={preview.isPending}>
          {t('update.preview')}
        </SubmitButton>
      </div>
    </Form>
  )

  function look() {
    if (!preview.isPending) preview.mutate({ params, body: { text: text.trim(), outcome } })
  }

  function writeOn() {
    preview.reset()
    sending.reset()
    setKey(newKey())
  }

  function send() {
    if (sending.isPending) return
    sending.mutate({
      key,
      params,
      body: {
        text: text.trim(),
        outcome,
        ...(outcome === 'resolve' && { summary: summary.trim() }),
        tickets: answered.map(({ ticketId, seen }) => ({ ticketId, seen })),
      },
    })
  }
}
