import { ProblemError } from '@firstline/contract/client'
import type { Problem } from '@firstline/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { lastEventOf } from '#web/last-event.ts'

export type Newer = NonNullable<Problem['newer']>

/**
 * Up to which event of a ticket somebody has read who began to write: what comes while they write is not
 * seen until they were told of it, though the page shows it above.
 */
export function useSeen(ticketId: string) {
  const queryClient = useQueryClient()
  const [seen, setSeen] = useState(() => lastEventOf(queryClient, ticketId))
  return {
    seen,
    /** What was told has been read. @returns up to where */
    readAll(told: Newer): string | undefined {
      const last = told.at(-1)?.id
      setSeen(last)
      return last
    },
  }
}

/** What is newer than that, by a refusal for it. */
export function newerOf(error: Error | null): Newer | null {
  if (!(error instanceof ProblemError)) return null
  const { reason, newer = [] } = error.problem
  return reason === 'ticket.changed-meanwhile' && newer.length > 0 ? newer : null
}

/** The same key was used for other words: they went out, perhaps from another tab. */
export function wasSentOtherwise(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.reason === 'idempotency-key.reused'
}
