import type { ProviderRefusal } from '@firstline/contract/sign-in'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { RefusalNote } from './SignInRefusal.tsx'

type ProviderRefusedProps = {
  refusal: ProviderRefusal | 'slowed'
  /** Its id, as firstline.yaml has it. */
  provider?: string | undefined
  /** By which whoever runs the desk finds it in the log. */
  request?: string | undefined
}

/** Why a sign-in by an identity provider came to nothing, and what to do next. */
export function ProviderRefused({ refusal, provider, request }: ProviderRefusedProps) {
  const { t } = useTranslation('signIn')
  const { data: setup } = useQuery(apiQuery('getSetup'))
  const name = setup?.providers.find(({ id }) => id === provider)?.name ?? t('itsProvider')
  return (
    <RefusalNote>
      {t(`providerRefused.${refusal}`, { provider: name })}
      {request !== undefined && (
        <span className="mt-1 block text-sm wrap-anywhere text-muted">
          {t('request', { request })}
        </span>
      )}
    </RefusalNote>
  )
}
