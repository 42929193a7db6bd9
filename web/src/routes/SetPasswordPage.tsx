import { ProblemError } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure, useFailureText } from '#web/failure.ts'
import { NewPasswordField } from '#web/team/NewPasswordField.tsx'
import { SignInFrame, SignInLink } from '#web/team/SignInFrame.tsx'
import { SignInHelp } from '#web/team/SignInHelp.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useChange } from '#web/useChange.ts'

/** By the link of an invitation or a reset; its token stands behind the `#`, which no server sees. */
export function SetPasswordPage() {
  const { t } = useTranslation('signIn')
  const failureOf = useFailure()
  const [token] = useState(() => window.location.hash.slice(1))
  const link = useQuery({ ...apiQuery('readPasswordLink', { body: { token } }), retry: false })
  const isEnded =
    link.error instanceof ProblemError && [400, 404].includes(link.error.problem.status)
  if (isEnded) {
    return (
      <SignInFrame title={t('link.ended')} lead={t('link.endedWhy')}>
        <SignInHelp />
        <SignInLink>{t('back')}</SignInLink>
      </SignInFrame>
    )
  }
  const { name, email, purpose } = link.data ?? {}
  return (
    <SignInFrame
      title={purpose === 'first' ? t('link.first', { name }) : t('link.reset')}
      lead={email && t('link.lead', { email })}
    >
      {link.isPending && <Skeleton lines={3} />}
      {link.error && (
        <ErrorState failure={failureOf(link.error)} onRetry={() => void link.refetch()} />
      )}
      {email && <SetForm token={token} email={email} isFirst={purpose === 'first'} />}
    </SignInFrame>
  )
}

function SetForm({ token, email, isFirst }: { token: string; email: string; isFirst: boolean }) {
  const { t } = useTranslation('signIn')
  const failureText = useFailureText()
  const [password, setPassword] = useState('')
  const set = useChange('usePasswordLink', {})
  if (set.isSuccess) {
    return (
      <>
        <p role="status">{isFirst ? t('link.doneFirst') : t('link.done')}</p>
        <SignInLink>{t('link.signIn')}</SignInLink>
      </>
    )
  }
  return (
    <Form onSubmit={submit}>
      {/* for password managers, which keep the two together */}
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        wrong={failureText(set.error) ?? null}
      />
      <SubmitButton isWide isPending={set.isPending}>
        {t('link.set')}
      </SubmitButton>
    </Form>
  )

  function submit() {
    set.mutate({ body: { token, password } })
  }
}
