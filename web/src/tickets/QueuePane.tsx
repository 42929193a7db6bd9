import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Kbd } from '#web/ui/Kbd.tsx'
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
  const { view, q } = useQueueSearch()
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
            </div>
            <FilterChips />
          </>
        )}
      </div>
      <QueueBody />
      <p className="flex h-8 shrink-0 items-center gap-1.5 border-t border-line px-3 text-xs text-faint pointer-coarse:hidden">
        <Kbd keys="j" />
        <Kbd keys="k" />
        {t('keysHint')}
      </p>
    </section>
  )
}

function QueueBody() {
  const { t } = useTranslation('tickets')
  const failureOf = useFailure()
  const { view, q, order, priority, tag, incident } = useQueueSearch()
  const queue = useQueue()
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
  return (
    <QueueList
      key={q === undefined ? `${incident ?? view} ${order} ${priority} ${tag}` : `? ${q}`}
      queue={queue}
    />
  )
}
