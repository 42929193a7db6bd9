import { ProblemError } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { NewPasswordField } from '#web/team/NewPasswordField.tsx'
import { Button } from '#web/ui/Button.tsx'
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
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 py-[12vh]">
      <title>{`${t('link.reset')} · Firstline`}</title>
      <div className="flex w-full max-w-sm flex-col gap-4">
        {link.isPending && <Skeleton lines={5} />}
        {isEnded && <Ended />}
        {link.error && !isEnded && (
          <ErrorState failure={failureOf(link.error)} onRetry={() => void link.refetch()} />
        )}
        {link.data && (
          <>
            <h1 className="text-lg font-semibold tracking-tight">
              {link.data.purpose === 'first'
                ? t('link.first', { name: link.data.name })
                : t('link.reset')}
            </h1>
            <p className="text-muted">{t('link.lead', { email: link.data.email })}</p>
            <SetForm token={token} email={link.data.email} />
          </>
        )}
      </div>
    </main>
  )
}

function SetForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('signIn')
  const failureOf = useFailure()
  const [password, setPassword] = useState('')
  const set = useChange('usePasswordLink', {})
  if (set.isSuccess) {
    return (
      <>
        <p role="status">{t('link.done')}</p>
        <SignInLink>{t('link.signIn')}</SignInLink>
      </>
    )
  }
  const { what, next } = set.error ? failureOf(set.error) : { what: '', next: '' }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {/* for password managers, which keep the two together */}
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <NewPasswordField
        value={password}
        onChange={setPassword}
        wrong={[what, next].filter(Boolean).join(' ') || null}
      />
      <Button type="submit" variant="primary" isWide isPending={set.isPending}>
        {t('link.set')}
      </Button>
    </form>
  )

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    set.mutate({ body: { token, password } })
  }
}

function Ended() {
  const { t } = useTranslation('signIn')
  return (
    <>
      <h1 className="text-lg font-semibold tracking-tight">{t('link.ended')}</h1>
      <p className="text-muted">{t('link.endedWhy')}</p>
      <SignInLink>{t('back')}</SignInLink>
    </>
  )
}

function SignInLink({ children }: { children: ReactNode }) {
  return (
    <a href="/sign-in" className="w-fit text-accent hover:underline">
      {children}
    </a>
  )
}
