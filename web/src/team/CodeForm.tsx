import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SignInRefusal } from './SignInRefusal.tsx'
import type { Refused } from './SignInRefusal.tsx'
import { giveCode } from './sign-in.ts'

type CodeFormProps = {
  onSignedIn: () => void
  onAgain: () => void
}

/** The second step: a code of the app, or one that was kept for when the phone is away. */
export function CodeForm({ onSignedIn, onAgain }: CodeFormProps) {
  const { t } = useTranslation('signIn')
  const [code, setCode] = useState('')
  const [isBackup, setBackup] = useState(false)
  const [isPending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<Refused | null>(null)
  return (
    <Form onSubmit={() => void submit()}>
      <p>{t('codeLead')}</p>
      <TextField
        key={String(isBackup)}
        label={isBackup ? t('backupCode') : t('code')}
        autoFocus
        isRequired
        isMono
        autoComplete="one-time-code"
        inputMode={isBackup ? 'text' : 'numeric'}
        maxLength={20}
        value={code}
        onChange={setCode}
        errorMessage={outcome?.kind === 'refused' ? t('codeRefused') : undefined}
      />
      {outcome && outcome.kind !== 'refused' && (
        <SignInRefusal outcome={outcome} onAgain={() => setOutcome(null)} />
      )}
      <SubmitButton isWide>{t('continue')}</SubmitButton>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="ghost" onPress={change}>
          {isBackup ? t('useApp') : t('useBackup')}
        </Button>
        <Button variant="ghost" onPress={onAgain}>
          {t('again')}
        </Button>
      </div>
    </Form>
  )

  function change() {
    setBackup(!isBackup)
    setCode('')
    setOutcome(null)
  }

  async function submit() {
    if (isPending) return
    setPending(true)
    const given = isBackup ? code.trim() : code.replaceAll(/\s/g, '')
    const next = await giveCode(given, { isBackup })
    setPending(false)
    if (next.kind === 'signed-in') return onSignedIn()
    if (next.kind !== 'code') setOutcome(next)
  }
}
