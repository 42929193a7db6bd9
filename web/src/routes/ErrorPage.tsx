import { useRouter } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'

/** What is left when a page could not be shown at all. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const failureOf = useFailure()
  const router = useRouter()
  return (
    <div className="flex min-h-full flex-col justify-center">
      <ErrorState
        failure={failureOf(error)}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </div>
  )
}
