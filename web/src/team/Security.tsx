import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Codes } from './Codes.tsx'
import { OwnKeys } from './OwnKeys.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Sessions } from './Sessions.tsx'

/** @param isSetUp only what makes a second factor */
export function Security({ isSetUp = false }: { isSetUp?: boolean }) {
  const { t } = useTranslation('signIn')
  const failureOf = useFailure()
  const security = useQuery(apiQuery('getSignInSecurity'))
  if (security.isPending) return <Skeleton lines={8} />
  if (!security.data) {
    return (
      <ErrorState
        failure={failureOf(security.error)}
        onRetry={() => void security.refetch()}
        isRetrying={security.isFetching}
      />
    )
  }
  const { hasCodes, passkeys, sessions, keys, provider } = security.data
  const isOwn = provider === null
  return (
    <div className="flex flex-col gap-8">
      {isOwn ? (
        <>
          <Codes isOn={hasCodes} />
          <Passkeys passkeys={passkeys} />
        </>
      ) : (
        <p>{t('security.byProvider', { provider })}</p>
      )}
      {!isSetUp && (
        <>
          {isOwn && <OwnPassword />}
          <Sessions sessions={sessions} />
          {keys.length > 0 && <OwnKeys keys={keys} />}
        </>
      )}
    </div>
  )
}
