import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'

type RepeatDialogProps = {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

/** The same problem back by a door that the rule for repeat contacts does not watch. */
export function RepeatDialog({ ticket, isOpen, onClose }: RepeatDialogProps) {
  const { t } = useTranslation('conversation')
  return (
    <Dialog title={t('repeat.title')} isOpen={isOpen} onOpenChange={onClose}>
      <RepeatForm ticket={ticket} onClose={onClose} />
    </Dialog>
  )
}

function RepeatForm({ ticket, onClose }: Omit<RepeatDialogProps, 'isOpen'>) {
  const { t } = useTranslation('conversation')
  const { t: ui } = useTranslation('ui')
  const failureOf = useFailure()
  const [text, setText] = useState('')
  const change = useChange('linkRepeat', { ticketId: ticket.id, onDone: onClose })
  return (
    <Form
      onSubmit={() => {
        if (change.isPending) return
        change.mutate({ params: { ticketId: ticket.id }, body: { number: Number(numberIn(text)) } })
      }}
    >
      <p className="text-muted">{t('repeat.why')}</p>
      <TextField
        label={t('repeat.number')}
        autoFocus
        isRequired
        validate={(typed) => (numberIn(typed) === undefined ? t('repeat.noNumber') : null)}
        value={text}
        onChange={setText}
      />
      {change.error && <ErrorState isCompact failure={failureOf(change.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{ui('cancel')}</Button>
        <SubmitButton isPending={change.isPending}>{t('repeat.confirm')}</SubmitButton>
      </div>
    </Form>
  )
}

function numberIn(typed: string): string | undefined {
  return /^#?(\d{1,9})$/.exec(typed.trim())?.[1]
}
