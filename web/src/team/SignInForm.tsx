import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { CodeForm } from './CodeForm.tsx'
import { DemoSignIns } from './DemoSignIns.tsx'
import { ProviderButtons } from './ProviderButtons.tsx'
import { SignInHelp } from './SignInHelp.tsx'
import { SignInRefusal } from './SignInRefusal.tsx'
import type { Refused } from './SignInRefusal.tsx'
import { signIn, signInByPasskey } from './sign-in.ts'
import type { SignInOutcome } from './sign-in.ts'

type SignInFormProps = {
  /** Where one wanted to go, of this app: a provider sends one back there. Unless told, where one is. */
  returnTo?: string | undefined
  onSignedIn: () => void
}

export function SignInForm({ returnTo, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('app')
  const { t: more } = useTranslation('signIn')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [isAtCode, setAtCode] = useState(false)
  const [isPasskeyRefused, setPasskeyRefused] = useState(false)
  const [isPasswordAsked, setPasswordAsked] = useState(false)
  const [outcome, setOutcome] = useState<Refused | null>(null)
  const { data: setup } = useQuery(apiQuery('getSetup'))
  const { providers = [], passwords = 'everybody' } = setup ?? {}
  if (isAtCode) return <CodeForm onSignedIn={onSignedIn} onAgain={() => setAtCode(false)} />
  const isOpen = passwords === 'everybody' || (passwords === 'some' && isPasswordAsked)
  return (
    <>
      <ProviderButtons providers={providers} returnTo={returnTo} />
      {passwords === 'some' && !isPasswordAsked && (
        <Button variant="ghost" isWide onPress={() => setPasswordAsked(true)}>
          {more('usePassword')}
        </Button>
      )}
      {isOpen && providers.length > 0 && <Or />}
      {isOpen ? passwordForm() : <SignInHelp />}
    </>
  )

  function passwordForm() {
    return (
      <Form onSubmit={() => void submit()}>
        <TextField
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        {outcome && <SignInRefusal outcome={outcome} onAgain={() => setOutcome(null)} />}
        {isPasskeyRefused && <p role="alert">{more('passkeyFailed')}</p>}
        {/* Not the button's own pending state: it would be announced after the page is gone. */}
        <SubmitButton isWide>{isPending ? t('signIn.pending') : t('signIn.submit')}</SubmitButton>
        <Button icon={KeyRound} isWide onPress={() => void usePasskey()}>
          {more('passkey')}
        </Button>
        <SignInHelp />
        <DemoSignIns
          onChoose={(demo) => {
            setEmail(demo.email)
            setPassword(demo.password)
            setOutcome(null)
          }}
        />
      </Form>
    )
  }

  async function submit() {
    if (isPending) return
    setPending(true)
    const next = await signIn(email.trim(), password)
    setPending(false)
    goOn(next)
  }

  async function usePasskey() {
    setPasskeyRefused(false)
    setOutcome(null)
    const next = await signInByPasskey()
    if (next === null || next.kind === 'refused') setPasskeyRefused(true)
    else goOn(next)
  }

  function goOn(next: SignInOutcome) {
    setPasskeyRefused(false)
    if (next.kind === 'signed-in') return onSignedIn()
    if (next.kind === 'code') return setAtCode(true)
    setOutcome(next)
  }
}

function Or() {
  const { t } = useTranslation('signIn')
  return (
    <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t('or')}
    </p>
  )
}
