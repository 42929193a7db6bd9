import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#web/api.ts'
import { useMay } from '#web/team/useMe.ts'
import { ChooseRunbook } from './ChooseRunbook.tsx'
import type { RunOutlets } from './outlets.ts'
import { RunView } from './RunView.tsx'

type RunbookCardProps = {
  ticketId: string
  isReadOnly: boolean
  outlets: RunOutlets
}

/** The runbook of a ticket: the one that fits, then its run. */
export function RunbookCard({ ticketId, isReadOnly, outlets }: RunbookCardProps) {
  const [isChoosing, setChoosing] = useState(false)
  const mayRead = useMay('account:read')
  const { data } = useQuery({
    ...apiQuery('listRunbookRuns', { params: { ticketId } }),
    enabled: mayRead,
    // Checks are shown as they finish; live events say so too, a moment later.
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'checking' ? 700 : false),
  })
  const run = data?.items.find(({ state }) => state !== 'abandoned')
  if (run && !isChoosing) {
    return (
      <RunView
        key={run.id}
        run={run}
        isReadOnly={isReadOnly}
        outlets={outlets}
        onChooseAnother={() => setChoosing(true)}
      />
    )
  }
  if (isReadOnly || !mayRead) return null
  return <ChooseRunbook ticketId={ticketId} onStarted={() => setChoosing(false)} />
}
