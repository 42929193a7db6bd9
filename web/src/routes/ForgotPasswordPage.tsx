import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useLanguage } from '#web/team/useLanguage.ts'
import { Button } from '#web/ui/Button.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'

/** Tells nobody whether somebody signs in with an address. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('signIn')
  const setup = useQuery(apiQuery('getSetup'))
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 py-[12vh]">
      <title>{`${t('reset.title')} · Firstline`}</title>
      <div className="flex w-full max-w-sm flex-col gap-4">
        <h1 className="text-lg font-semibold tracking-tight">{t('reset.title')}</h1>
        {setup.data?.canMail === false ? (
          <p>
            {t('reset.noMail')} {setup.data.help ?? t('usualHelp')}
          </p>
        ) : (
          <AskForm />
        )}
        <a href="/sign-in" className="w-fit text-sm text-accent hover:underline">
          {t('back')}
        </a>
      </div>
    </main>
  )
}

function AskForm() {
  const { t } = useTranslation('signIn')
  const { t: app } = useTranslation('app')
  const failureOf = useFailure()
  const language = useLanguage()
  const [email, setEmail] = useState('')
  const ask = useChange('askPasswordReset', {})
  if (ask.isSuccess) return <p role="status">{t('reset.sent', { email: email.trim() })}</p>
  const { what, next } = ask.error ? failureOf(ask.error) : { what: '', next: '' }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-muted">{t('reset.lead')}</p>
      <TextField
        label={app('signIn.email')}
        type="email"
        autoComplete="username"
        autoFocus
        isRequired
        value={email}
        onChange={setEmail}
        errorMessage={[what, next].filter(Boolean).join(' ') || undefined}
      />
      <Button type="submit" variant="primary" isWide isPending={ask.isPending}>
        {t('reset.send')}
      </Button>
    </form>
  )

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    ask.mutate({ body: { email: email.trim(), language } })
  }
}
