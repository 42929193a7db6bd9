import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'

type PasswordAskProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  /** @returns what is wrong, or null when it went well */
  onGiven: (password: string) => Promise<string | null>
  children?: ReactNode
}

/** Before how one signs in is changed: an open session alone is not enough. */
export function PasswordAsk({ title, isOpen, onClose, onGiven, children }: PasswordAskProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={onClose}>
      <AskForm onClose={onClose} onGiven={onGiven}>
        {children}
      </AskForm>
    </Dialog>
  )
}

function AskForm({
  onClose,
  onGiven,
  children,
}: Pick<PasswordAskProps, 'onClose' | 'onGiven' | 'children'>) {
  const { t } = useTranslation('signIn')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <Form onSubmit={() => void submit()}>
      {children}
      <TextField
        label={t('security.passwordFirst')}
        type="password"
        autoComplete="current-password"
        autoFocus
        isRequired
        value={password}
        onChange={setPassword}
        errorMessage={wrong ?? undefined}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('security.cancel')}</Button>
        <SubmitButton isPending={isPending}>{t('security.go')}</SubmitButton>
      </div>
    </Form>
  )

  async function submit() {
    if (isPending) return
    setPending(true)
    setWrong(await onGiven(password))
    setPending(false)
  }
}
