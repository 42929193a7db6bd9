import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorState } from './ErrorState.tsx'
import type { Failure } from './ErrorState.tsx'
import { useHotkeys } from './Hotkeys.tsx'
import { TextArea } from './TextArea.tsx'

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
      <ReasonForm {...rest} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

type ReasonFormProps = Omit<ReasonDialogProps, 'title' | 'isOpen' | 'onOpenChange'> & {
  onClose: () => void
}

function ReasonForm(props: ReasonFormProps) {
  const {
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
  const [reason, setReason] = useState('')
  const isEnough = reason.trim().length >= leastLength
  useHotkeys([{ keys: 'mod+enter', label: confirm, run: submit }])
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className="text-muted">{explanation}</p>
      <TextArea
        label={label ?? t('reason')}
        autoFocus
        rows={2}
        value={reason}
        onChange={setReason}
      />
      {failure && <ErrorState isCompact failure={failure} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          shortcut="mod+enter"
          isPending={isPending}
          isDisabled={!isEnough}
        >
          {confirm}
        </Button>
      </div>
    </form>
  )

  function submit() {
    if (isEnough && !isPending) onConfirm(reason.trim())
  }
}
