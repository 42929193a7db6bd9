import type { Runbook } from '@firstline/contract/runbooks'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { runbookQuery, useRunbookChange } from './useRunbook.ts'

/** Makes the text of the version that is shown the draft. */
export function useRestore({ id, shown, latestVersion }: Runbook): () => void {
  const { t } = useTranslation('runbooks')
  const failureOf = useFailure()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const restore = useRunbookChange('restoreRunbook', (runbook) => {
    const version = runbook.shown.version
    // the page shows it at once, and never goes on about the older one beside the new words
    queryClient.setQueryData(runbookQuery(id, version).queryKey, runbook)
    toast({ text: t('restored', { from: shown.version, version }) })
    void navigate({ to: '/runbooks/$runbookId', params: { runbookId: id }, search: { version } })
  })
  return () =>
    restore.mutate(
      { params: { id, version: shown.version }, body: { baseVersion: latestVersion } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
}
