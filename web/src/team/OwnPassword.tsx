import { ProblemError } from '@firstline/contract/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#web/failure.ts'
import { useChange } from '#web/useChange.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { useMe } from './useMe.ts'

/** Change one's own password; every other session ends. */
export function OwnPassword() {
  const { t } = useTranslation('signIn')
  const failureText = useFailureText()
  const me = useMe()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useChange('changePassword', {
    event: 'person.changed',
    onDone() {
      setCurrent('')
      setNext('')
      toast({ text: t('security.changed') })
    },
  })
  const said = failureText(change.error)
  const isNextWrong =
    change.error instanceof ProblemError && /^password\.(?!wrong)/.test(change.error.problem.reason)
  return (
    <section aria-labelledby="own-password" className="flex flex-col gap-3">
      <h2 id="own-password" className="font-semibold">
        {t('security.password')}
      </h2>
      <Form onSubmit={submit} className="flex max-w-sm flex-col gap-4">
        {/* for password managers, which keep the two together */}
        <input type="text" hidden readOnly autoComplete="username" value={me.email} />
        <TextField
          label={t('security.current')}
          type="password"
          autoComplete="current-password"
          isRequired
          value={current}
          onChange={setCurrent}
          errorMessage={isNextWrong ? undefined : said}
        />
        <NewPasswordField value={next} onChange={setNext} wrong={(isNextWrong && said) || null} />
        <div>
          <SubmitButton variant="quiet" isPending={change.isPending}>
            {t('security.change')}
          </SubmitButton>
        </div>
      </Form>
    </section>
  )

  function submit() {
    change.mutate({ body: { current, next } })
  }
}
