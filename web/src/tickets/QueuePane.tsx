import { useParams } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Kbd } from '#web/ui/Kbd.tsx'
import { BulkBar } from './bulk/BulkBar.tsx'
import { useBulk } from './bulk/useBulk.ts'
import type { Bulk } from './bulk/useBulk.ts'
import { useSelection } from './bulk/useSelection.ts'
import type { Selection } from './bulk/useSelection.ts'
import { FilterChips } from './labels/FilterChips.tsx'
import { QueueFilter } from './labels/QueueFilter.tsx'
import { QueueEmpty } from './QueueEmpty.tsx'
import { QueueList } from './QueueList.tsx'
import { QueueFound } from './QueueFound.tsx'
import { QueueIncident } from './QueueIncident.tsx'
import { QueueOrder } from './QueueOrder.tsx'
import { QueueSearch } from './QueueSearch.tsx'
import { QueueSkeleton } from './QueueSkeleton.tsx'
import { useQueue, useQueueSearch } from './useQueue.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

export function QueuePane() {
  const { t } = useTranslation('tickets')
  const { view, q, order, priority, tag, incident } = useQueueSearch()
  const queue = useQueue()
  const list = q === undefined ? `${incident ?? view} ${order} ${priority} ${tag}` : `? ${q}`
  const selected = useSelection(queue.tickets, list)
  const selection = useMay('ticket:write') ? selected : null
  const bulk = useBulk(({ isUndo, refused }) => {
    if (isUndo || refused.length === 0) return
    selected.choose(new Map(refused.map(({ ticket, seen }) => [ticket.id, seen])))
  })
  useEndOfResult(bulk)
  const isAtWork = selected.chosen.length > 0 || selected.isChoosing || bulk.work !== null
  return (
    <section aria-labelledby="queue-title" className="flex min-h-0 flex-1 flex-col">
      <title>{`${q ?? t(`view.${view}`)} · Firstline`}</title>
      <h1 id="queue-title" className="sr-only">
        {t('queue')}
      </h1>
      <div className="flex flex-col gap-2 border-b border-line p-2">
        <ViewSwitch />
        <QueueSearch key={q ?? ''} />
        <QueueFound />
        <QueueIncident />
        {q === undefined && (
          <>
            <div className="flex items-center gap-1 pl-1.5">
              <QueueOrder />
              <QueueFilter />
              <ChooseByTouch selection={selection} />
            </div>
            <FilterChips />
          </>
        )}
        {q !== undefined && (
          <div className="flex justify-end sm:hidden pointer-coarse:flex">
            <ChooseByTouch selection={selection} />
          </div>
        )}
      </div>
      <QueueTickets key={list} queue={queue} selection={selection} />
      {selection && <BulkBar selection={selection} bulk={bulk} />}
      {!isAtWork && <KeysHint maySelect={selection !== null} />}
    </section>
  )
}

/** Pointing at a row shows the box that chooses it; a finger does not point. */
function ChooseByTouch({ selection }: { selection: Selection | null }) {
  const { t } = useTranslation('tickets')
  if (!selection) return null
  return (
    <span className="sm:hidden pointer-coarse:inline">
      <IconButton
        icon={ListChecks}
        label={t('bulk.select')}
        onPress={() => selection.setChoosing(true)}
      />
    </span>
  )
}

function KeysHint({ maySelect }: { maySelect: boolean }) {
  const { t } = useTranslation('tickets')
  return (
    <p className="flex h-8 shrink-0 items-center gap-1.5 border-t border-line px-3 text-xs text-faint max-sm:hidden pointer-coarse:hidden">
      <Kbd keys="j" />
      <Kbd keys="k" />
      {t('keysHint')}
      {maySelect && (
        <>
          <span className="w-1" />
          <Kbd keys="v" />
          {t('bulk.hint')}
        </>
      )}
    </p>
  )
}

/** What went well is said until one goes on to another ticket; what did not, until it is dismissed. */
function useEndOfResult({ work, dismiss }: Bulk) {
  const { ticketId } = useParams({ strict: false })
  const [at, setAt] = useState(ticketId)
  if (at === ticketId) return
  setAt(ticketId)
  if (work?.state === 'done' && work.refused.length === 0) dismiss()
}

type QueueTicketsProps = {
  queue: ReturnType<typeof useQueue>
  selection: Selection | null
}

function QueueTickets({ queue, selection }: QueueTicketsProps) {
  const { t } = useTranslation('tickets')
  const failureOf = useFailure()
  const { view, q, incident } = useQueueSearch()
  if (queue.isPending) return <QueueSkeleton />
  if (queue.isError && queue.tickets.length === 0) {
    return (
      <div className="flex-1">
        <ErrorState failure={failureOf(queue.error)} onRetry={() => void queue.refetch()} />
      </div>
    )
  }
  if (queue.tickets.length === 0) {
    return (
      <div className="flex-1">
        {q ? (
          <EmptyState text={t('noMatch', { q })} />
        ) : incident ? (
          <EmptyState text={t('noneOfIncident')} />
        ) : (
          <QueueEmpty view={view} />
        )}
      </div>
    )
  }
  return <QueueList queue={queue} selection={selection} />
}
