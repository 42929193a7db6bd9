import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiQuery } from '#web/api.ts'

const pauseMs = 400

/** The text once somebody has paused typing. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

/** What the server finds wrong with the text as it stands; nothing is stored. */
export function useLint(source: string) {
  return useQuery({
    ...apiQuery('lintRunbook', { body: { source } }),
    enabled: source !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

export function useFixtures(source: string, isShown: boolean) {
  return useQuery({
    ...apiQuery('testRunbook', { body: { source } }),
    enabled: isShown && source !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  })
}
