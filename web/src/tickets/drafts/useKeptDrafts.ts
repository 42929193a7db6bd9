import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepDrafts } from './keep-drafts.ts'

/** As long as somebody is signed in, what they write is kept. */
export function useKeptDrafts(): void {
  const queryClient = useQueryClient()
  useEffect(() => keepDrafts(queryClient), [queryClient])
}
