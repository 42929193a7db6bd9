import type { RunbookEditing } from '@firstline/contract/runbooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { apiQuery, callRoute } from '#web/api.ts'
import { dropLocally, keepLocally } from './local-copy.ts'

const pauseMs = 1_500

type Kept = {
  runbookId: string
  text: string
  baseVersion: number
  isChanged: boolean
  /** It is on the server from before. */
  isContinued: boolean
}

/**
 * Keeps unsaved text: in this browser with every change, on the server after a pause, which also
 * tells others that somebody is writing. What is saved, or taken back, is kept no longer.
 */
export function useKeptText(kept: Kept): void {
  const { runbookId, text, baseVersion, isChanged, isContinued } = kept
  const queryClient = useQueryClient()
  const isOnServer = useRef(isContinued)
  useEffect(() => {
    const { queryKey } = apiQuery('getRunbookEditing', { params: { id: runbookId } })
    const tell = (change: Promise<RunbookEditing>) =>
      // away for a moment: the copy in the browser stands, the next change tries again
      change.then((editing) => queryClient.setQueryData(queryKey, editing)).catch(() => undefined)
    if (!isChanged) {
      dropLocally(runbookId)
      if (!isOnServer.current) return
      isOnServer.current = false
      void tell(callRoute('dropWorkingCopy', { params: { id: runbookId } }))
      return
    }
    const copy = { source: text, baseVersion }
    keepLocally(runbookId, { ...copy, savedAt: new Date().toISOString() })
    const timer = setTimeout(() => {
      isOnServer.current = true
      const input = { params: { id: runbookId }, body: copy }
      void tell(callRoute('keepWorkingCopy', input))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [runbookId, text, baseVersion, isChanged, queryClient])
}
