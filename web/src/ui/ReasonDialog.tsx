import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Form, SubmitButton } from './Form.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorState } from './ErrorState.tsx'
import type { Failure } from './ErrorState.tsx'
import { writeOwn } from './own-storage.ts'
import { TextArea } from './TextArea.tsx'
import { useUnsentText } from './useUnsentText.ts'

type ReasonDialogProps = {
  title: string
  /** What follows from it. */
  explanation: string
  /** What the reason is called; "Reason" unless told. */
  label?: string
  confirm: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onConfirm: (reason: string) => void
  isPending: boolean
  failure?: Failure | undefined
  /** Fewer characters are no reason. */
  leastLength?: number
}

/** A step that is recorded together with why it was taken. */
export function ReasonDialog({ title, isOpen, onOpenChange, ...rest }: ReasonDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={onOpenChange}>
      <ReasonForm {...rest} title={title} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

type ReasonFormProps = Omit<ReasonDialogProps, 'isOpen' | 'onOpenChange'> & {
  onClose: () => void
}

function ReasonForm(props: ReasonFormProps) {
  const {
    title,
    explanation,
    confirm,
    onConfirm,
    isPending,
    failure,
    leastLength = 3,
    label,
    onClose,
  } = props
  const { t } = useTranslation('ui')
  // the same question about something else stands on another page, or under another title
  const name = `reason.${window.location.pathname}.${title}`
  const reason = useUnsentText(name)
  // used once the dialog goes away after it was sent, and nothing was said against it
  const isUsed = useRef(false)
  useEffect(() => {
    if (failure) isUsed.current = false
  }, [failure])
  useEffect(() => () => void (isUsed.current && writeOwn(name, '')), [name])
  return (
    <Form sendKey={{ label: confirm }} onSubmit={submit}>
      <p className="text-muted">{explanation}</p>
      <TextArea
        label={label ?? t('reason')}
        autoFocus
        rows={2}
        leastLength={leastLength}
        value={reason.text}
        onChange={reason.change}
      />
      {failure && <ErrorState isCompact failure={failure} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={isPending}>
          {confirm}
        </SubmitButton>
      </div>
    </Form>
  )

  function submit() {
    if (isPending) return
    isUsed.current = true
    onConfirm(reason.text.trim())
  }
}
