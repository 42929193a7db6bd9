import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { ProviderRefused } from '#web/team/ProviderRefused.tsx'
import { SignInForm } from '#web/team/SignInForm.tsx'
import { SignInFrame } from '#web/team/SignInFrame.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('app')
  const router = useRouter()
  const { return: back = '/', refused, provider, request } = route.useSearch()
  const { data: setup } = useQuery(apiQuery('getSetup'))
  if (setup?.hasPeople === false) return <Navigate to="/setup/first" replace />
  return (
    <SignInFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      {refused && <ProviderRefused refusal={refused} provider={provider} request={request} />}
      <SignInForm returnTo={back} onSignedIn={() => router.history.push(back)} />
    </SignInFrame>
  )
}
