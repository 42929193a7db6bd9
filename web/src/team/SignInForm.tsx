import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { DemoSignIns } from './DemoSignIns.tsx'
import { SignInRefusal } from './SignInRefusal.tsx'
import { signIn, type SignInOutcome } from './sign-in.ts'

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('app')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<Exclude<SignInOutcome, { kind: 'signed-in' }> | null>(null)
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
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
      {/* Not the button's own pending state: it would be announced after the page is gone. */}
      <Button type="submit" variant="primary" isWide>
        {isPending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
      <DemoSignIns
        onChoose={(demo) => {
          setEmail(demo.email)
          setPassword(demo.password)
          setOutcome(null)
        }}
      />
    </form>
  )

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (isPending) return
    setPending(true)
    const next = await signIn(email.trim(), password)
    setPending(false)
    if (next.kind === 'signed-in') return onSignedIn()
    setOutcome(next)
  }
}
