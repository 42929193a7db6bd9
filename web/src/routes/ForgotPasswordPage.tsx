import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailureText } from '#web/failure.ts'
import { SignInFrame, SignInLink } from '#web/team/SignInFrame.tsx'
import { useLanguage } from '#web/team/useLanguage.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'

/** Tells nobody whether somebody signs in with an address. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('signIn')
  const setup = useQuery(apiQuery('getSetup'))
  const isMailed = setup.data?.canMail !== false
  return (
    <SignInFrame title={t('reset.title')} lead={isMailed ? t('reset.lead') : t('reset.noMail')}>
      {isMailed ? <AskForm /> : <p>{setup.data?.help ?? t('usualHelp')}</p>}
      <SignInLink>{t('back')}</SignInLink>
    </SignInFrame>
  )
}

function AskForm() {
  const { t } = useTranslation('signIn')
  const { t: app } = useTranslation('app')
  const failureText = useFailureText()
  const language = useLanguage()
  const [email, setEmail] = useState('')
  const ask = useChange('askPasswordReset', {})
  if (ask.isSuccess) return <p role="status">{t('reset.sent', { email: email.trim() })}</p>
  return (
    <Form onSubmit={submit}>
      <TextField
        label={app('signIn.email')}
        type="email"
        autoComplete="username"
        autoFocus
        isRequired
        value={email}
        onChange={setEmail}
        errorMessage={failureText(ask.error)}
      />
      <SubmitButton isWide isPending={ask.isPending}>
        {t('reset.send')}
      </SubmitButton>
    </Form>
  )

  function submit() {
    ask.mutate({ body: { email: email.trim(), language } })
  }
}
