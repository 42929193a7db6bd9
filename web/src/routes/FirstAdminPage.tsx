import { ProblemError } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailureText } from '#web/failure.ts'
import { NewPasswordField } from '#web/team/NewPasswordField.tsx'
import { SignInFrame } from '#web/team/SignInFrame.tsx'
import { inviting } from '#web/team/SignInHelp.tsx'
import { signIn } from '#web/team/sign-in.ts'
import { CommandText } from '#web/ui/CommandText.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useChange.ts'

/** Of a desk where nobody is yet; of any other it leads to the sign-in. */
export function FirstAdminPage() {
  const { t } = useTranslation('signIn')
  const { data: setup } = useQuery(apiQuery('getSetup'))
  if (setup?.hasPeople) return <Navigate to="/sign-in" replace />
  return (
    <SignInFrame title={t('firstAdmin.title')} lead={t('firstAdmin.lead')}>
      <FirstAdminForm />
      <div className="mt-2 flex flex-col gap-2 text-sm text-muted">
        <p>{t('firstAdmin.otherWay')}</p>
        <CommandText>{inviting}</CommandText>
      </div>
    </SignInFrame>
  )
}

function FirstAdminForm() {
  const { t } = useTranslation('signIn')
  const { t: app } = useTranslation('app')
  const failureText = useFailureText()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const create = useChange('createFirstAdmin', { onDone: () => void enter() })
  const isOfPassword =
    create.error instanceof ProblemError && create.error.problem.reason.startsWith('password.')
  const said = failureText(create.error)
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('firstAdmin.code')}
        description={t('firstAdmin.codeWhere')}
        autoComplete="off"
        autoFocus
        isMono
        isRequired
        value={code}
        onChange={setCode}
        errorMessage={isOfPassword ? undefined : said}
      />
      <TextField
        label={t('firstAdmin.name')}
        autoComplete="name"
        isRequired
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <TextField
        label={app('signIn.email')}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={setEmail}
      />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        wrong={(isOfPassword && said) || null}
      />
      <SubmitButton isWide isPending={create.isPending}>
        {t('firstAdmin.create')}
      </SubmitButton>
    </Form>
  )

  function submit() {
    create.mutate({ body: { code, name: name.trim(), email: email.trim(), password } })
  }

  /** The page is read anew, with somebody there; where a sign-in is refused, its page says why. */
  async function enter() {
    await signIn(email.trim(), password)
    window.location.assign('/setup')
  }
}
