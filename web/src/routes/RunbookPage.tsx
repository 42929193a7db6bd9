import { getRouteApi } from '@tanstack/react-router'
import { useFailure } from '#web/failure.ts'
import { HealthSection } from '#web/runbooks/health/HealthSection.tsx'
import { RunbookHeader } from '#web/runbooks/RunbookHeader.tsx'
import { RunbookRead } from '#web/runbooks/RunbookRead.tsx'
import { StaleNotice } from '#web/runbooks/StaleNotice.tsx'
import { useRunbook } from '#web/runbooks/useRunbook.ts'
import { VersionList } from '#web/runbooks/VersionList.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/runbooks/$runbookId')

export function RunbookPage() {
  const { runbookId } = route.useParams()
  const { version } = route.useSearch()
  const failureOf = useFailure()
  const query = useRunbook(runbookId, version)
  const runbook = query.data
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-300 flex-col gap-6 px-4 py-5 sm:px-6">
        {query.isPending && <Skeleton lines={8} />}
        {query.error && (
          <ErrorState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
        )}
        {runbook && !query.error && (
          <>
            <title>{`${runbook.title} · Firstline`}</title>
            <RunbookHeader runbook={runbook} />
            <StaleNotice runbook={runbook} />
            <div
              aria-busy={query.isPlaceholderData}
              className={cx(
                'grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]',
                query.isPlaceholderData && 'opacity-60',
              )}
            >
              <RunbookRead runbook={runbook} />
              <div className="flex flex-col gap-8">
                <HealthSection runbookId={runbook.id} />
                <VersionList runbook={runbook} />
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  )
}
