import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

type LoadedProps<T> = {
  query: UseQueryResult<T>
  lines?: number
  /** A failure in a part of a page takes one line; beside an old answer it always does. */
  isCompact?: boolean
  children: (answer: T) => ReactNode
}

/** What was read; while it is read its outline, and what failed with the way to try again. */
export function Loaded<T>({ query, lines = 6, isCompact = false, children }: LoadedProps<T>) {
  const failureOf = useFailure()
  const { data, error } = query
  return (
    <>
      {query.isPending && <Skeleton lines={lines} />}
      {error && (
        <ErrorState
          isCompact={isCompact || data !== undefined}
          failure={failureOf(error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
      {data !== undefined && children(data)}
    </>
  )
}
