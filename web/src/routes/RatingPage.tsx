import { ProblemError } from '@firstline/contract/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Rating } from '#web/ratings/Rating.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/rate')

/**
 * For the customer, without sign-in: opening it never votes, only its button does. The token stands behind
 * the `#`, which no server sees.
 */
export function RatingPage() {
  const { t } = useTranslation('ratings')
  const token = useLocation({ select: ({ hash }) => hash })
  const { value } = route.useSearch()
  const failureOf = useFailure()
  const query = useQuery(apiQuery('readRating', { body: { token } }))
  const isInvalid =
    query.error instanceof ProblemError && [400, 404].includes(query.error.problem.status)
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 py-[8vh]">
      <title>{t('question')}</title>
      <div className="w-full max-w-md rounded-md border border-line bg-surface p-5 sm:p-8">
        {query.isPending && <Skeleton lines={5} />}
        {isInvalid && <InvalidLink />}
        {query.error && !query.data && !isInvalid && (
          <ErrorState
            isCompact
            failure={failureOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        )}
        {query.data && <Rating token={token} page={query.data} suggested={value ?? null} />}
      </div>
    </main>
  )
}

function InvalidLink() {
  const { t } = useTranslation('ratings')
  return (
    <>
      <h1 className="text-lg font-semibold">{t('invalid.title')}</h1>
      <p className="mt-2 text-pretty text-muted">{t('invalid.text')}</p>
    </>
  )
}
