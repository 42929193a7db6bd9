import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { readLocally, textToContinue } from '#web/runbooks/edit/local-copy.ts'
import { RunbookEditor } from '#web/runbooks/RunbookEditor.tsx'
import { useLatestRunbook } from '#web/runbooks/useLatestRunbook.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/runbooks/$runbookId/edit')

export function EditRunbookPage() {
  const { t } = useTranslation('runbooks')
  const { runbookId } = route.useParams()
  const failureOf = useFailure()
  // Read when the editor opens and kept while it is open: what others save becomes a conflict, told.
  const { data, error, refetch } = useQuery({
    ...useLatestRunbook(runbookId),
    gcTime: 0,
    staleTime: Infinity,
  })
  const editing = useQuery(apiQuery('getRunbookEditing', { params: { id: runbookId } }))
  const [local] = useState(() => readLocally(runbookId))
  if (data && !editing.isPending) {
    return (
      <>
        <title>{`${t('editTitle', { title: data.title })} · Firstline`}</title>
        <RunbookEditor
          key={runbookId}
          runbook={data}
          continued={textToContinue(local, editing.data?.mine ?? null, data.source)}
        />
      </>
    )
  }
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />
  return (
    <div className="p-6">
      <Skeleton lines={10} />
    </div>
  )
}
