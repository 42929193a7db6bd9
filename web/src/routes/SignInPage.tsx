import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignInForm } from '#web/team/SignInForm.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('app')
  const router = useRouter()
  const { return: back } = route.useSearch()
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 py-[12vh]">
      <title>{`${t('signIn.title')} · Firstline`}</title>
      <div className="w-full max-w-sm">
        <img src="/icon.svg" alt="" className="mb-6 size-9" />
        <h1 className="text-lg font-semibold tracking-tight">{t('signIn.title')}</h1>
        <p className="mt-1 mb-6 text-muted">{t('signIn.lead')}</p>
        <SignInForm onSignedIn={() => router.history.push(back ?? '/')} />
      </div>
    </main>
  )
}
